import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { placeCall } from '../../../client/api/placeCall';
import { startActiveflow } from '../../../client/api/startActiveflow';
import { apiInProcess, type Handler } from '../../support/apiInProcess';
import { failureOf } from '../../support/apiUnderTest';

const destination = { type: 'tel', target: '+15552223333' };
const call = { id: 'c', status: 'ringing', direction: 'outgoing', destination, tm_create: '2026-01-02T12:00:01Z' };
const body = { destinations: [destination], actions: [] };
const broken = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
};

function bench(handlers: Readonly<Record<string, Handler>>) {
  return apiInProcess((request, sent) => {
    const handler = handlers[request];
    assert.ok(handler, `nobody expects ${request}`);
    return handler(request, sent);
  });
}

suite('placeCall', () => {
  test('gives what was made', async () => {
    const { api, clock, asked } = bench({ 'POST /calls': () => ({ calls: [call], groupcalls: [] }) });
    const placed = await placeCall(api, body, { clock });
    assert.equal(placed.calls[0]?.id, 'c');
    assert.equal(placed.wasFound, false);
    assert.deepEqual(asked, ['POST /calls']);
  });

  test('looks for the call when the connection breaks, and never places it again', async () => {
    const { api, clock, asked } = bench({ 'POST /calls': broken, 'GET /calls': () => ({ result: [call] }) });
    const placed = await placeCall(api, body, { clock });
    assert.equal(placed.calls[0]?.id, 'c');
    assert.equal(placed.wasFound, true);
    assert.deepEqual(asked, ['POST /calls', 'GET /calls']);
  });

  test('looks for it when nobody answers in time', async () => {
    const { api, clock } = bench({
      'POST /calls': () => new Promise(() => {}),
      'GET /calls': () => ({ result: [call] }),
    });
    const placing = placeCall(api, body, { clock });
    await clock.pass(30_000);
    // By then the call of the list is as old as the request.
    assert.equal((await placing).wasFound, true);
  });

  test('looks for it when the answer cannot be read', async () => {
    const { api, clock } = bench({ 'POST /calls': () => 'done', 'GET /calls': () => ({ result: [call] }) });
    assert.equal((await placeCall(api, body, { clock })).wasFound, true);
  });

  test('looks again a little later, and then says that it may exist', async () => {
    const { api, clock, asked } = bench({ 'POST /calls': broken, 'GET /calls': () => ({ result: [] }) });
    const failing = failureOf(placeCall(api, body, { clock }));
    await clock.pass(2000);
    await clock.pass(5000);
    const error = await failing;
    assert.equal(error.kind, 'network');
    assert.equal(error.mayHaveHappened, true);
    assert.match(
      error.message,
      /VoIPbin may have placed the call anyway: check .* VoIPbin does not list it yet; check again in a minute\.$/,
    );
    assert.deepEqual(asked, ['POST /calls', 'GET /calls', 'GET /calls', 'GET /calls']);
  });

  test('does not look for what was refused', async () => {
    const { api, clock, asked } = bench({ 'POST /calls': () => new Response('', { status: 402 }) });
    assert.equal((await failureOf(placeCall(api, body, { clock }))).kind, 'payment');
    assert.deepEqual(asked, ['POST /calls']);
  });

  test('does not hold up whoever cancels', async () => {
    const { api, clock, asked } = bench({ 'POST /calls': () => new Promise(() => {}) });
    const controller = new AbortController();
    const failing = failureOf(placeCall(api, body, { clock, signal: controller.signal }));
    await clock.whenPending(30_000);
    controller.abort();
    const error = await failing;
    assert.equal(error.kind, 'cancelled');
    assert.equal(error.mayHaveHappened, true);
    assert.deepEqual(asked, ['POST /calls']);
  });
});

suite('startActiveflow', () => {
  const activeflow = { id: 'ours', status: 'running' };

  test('gives it an id', async () => {
    const { api } = bench({ 'POST /activeflows': (_, sent) => ({ ...activeflow, ...(sent as object) }) });
    const started = await startActiveflow(api, { flow_id: 'f' }, () => 'ours');
    assert.equal(started.id, 'ours');
    assert.equal(started.flow_id, 'f');
  });

  test('keeps an id that it has', async () => {
    const { api } = bench({ 'POST /activeflows': (_, sent) => ({ ...activeflow, ...(sent as object) }) });
    assert.equal((await startActiveflow(api, { id: 'theirs' }, () => 'ours')).id, 'theirs');
  });

  test('asks for it when the answer is lost', async () => {
    const { api, asked } = bench({ 'POST /activeflows': broken, 'GET /activeflows/ours': () => activeflow });
    assert.equal((await startActiveflow(api, {}, () => 'ours')).id, 'ours');
    assert.deepEqual(asked, ['POST /activeflows', 'GET /activeflows/ours']);
  });

  test('says that it may run when it is not found either', async () => {
    const { api } = bench({
      'POST /activeflows': broken,
      'GET /activeflows/ours': () => new Response('', { status: 404 }),
    });
    const error = await failureOf(startActiveflow(api, {}, () => 'ours'));
    assert.equal(error.kind, 'network');
    assert.match(error.message, /may be running anyway/);
  });
});
