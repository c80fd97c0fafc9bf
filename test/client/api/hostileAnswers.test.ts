import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import { readAll } from '../../../client/api/pages';
import { maxBytes } from '../../../client/api/readBody';
import { readJson } from '../../../client/api/readJson';
import { watchCall } from '../../../client/api/watchCall';
import { apiInProcess } from '../../support/apiInProcess';
import { failureOf } from '../../support/apiUnderTest';
import { fakeClock } from '../../support/fakeClock';

/** A body that sends a part, again and again, until it is cancelled; without a part it sends nothing and never ends. */
function endless(part?: Uint8Array) {
  let sent = 0;
  let cancelled: () => void = () => {};
  const whenCancelled = new Promise<void>((resolve) => {
    cancelled = resolve;
  });
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!part) return;
      sent += part.byteLength;
      controller.enqueue(part);
    },
    cancel: () => cancelled(),
  });
  return { stream, sent: () => sent, whenCancelled };
}

function apiWith(body: ReadableStream<Uint8Array>) {
  const clock = fakeClock();
  const log = { debug: () => {}, warn: () => {} };
  const fetch = async () => new Response(body, { headers: { 'content-type': 'application/json' } });
  return {
    clock,
    api: createVoipbinApi({ baseUrl: 'https://voipbin.invalid/v1.0', fetch, clock, random: () => 0, log }),
  };
}

const megabyte = new Uint8Array(1024 * 1024).fill(0x20);

suite('answers of a server that means harm', () => {
  test('a body without end is not received beyond the limit, and not asked for again', async () => {
    const { stream, sent, whenCancelled } = endless(megabyte);
    const error = await failureOf(apiWith(stream).api.listFlows());
    await whenCancelled;
    assert.equal(error.kind, 'shape');
    assert.equal(
      error.message,
      'VoIPbin was asked to list your flows, but the answer is larger than 32 MB. Check the address of the profile in the setting voipbin.profiles.',
    );
    assert.ok(sent() <= maxBytes + 3 * megabyte.byteLength, String(sent()));
  });

  test('after a call was placed it says that the call may exist', async () => {
    const error = await failureOf(apiWith(endless(megabyte).stream).api.createCall({ destinations: [] }));
    assert.equal(error.mayHaveHappened, true);
    assert.match(error.message, /VoIPbin may have placed the call anyway/);
  });

  test('a body that never goes on ends with the time that an answer has, and is given up', async () => {
    const { stream, whenCancelled } = endless();
    const { api, clock } = apiWith(stream);
    const failing = failureOf(api.getCall('c', { repeats: 0 }));
    await clock.pass(15_000);
    assert.equal((await failing).kind, 'timeout');
    await whenCancelled;
  });

  test('characters are whole where a part ends within one', async () => {
    const bytes = new TextEncoder().encode('{"id":"ü🙂","status":"hangup"}');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    assert.equal((await apiWith(stream).api.getCall('c')).id, 'ü🙂');
  });

  test('JSON that is too deep is told, and ends nothing with a stack overflow', async () => {
    const deep = `{"id":"c","status":"hangup","own":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { api } = apiInProcess(() => new Response(deep));
    assert.match((await failureOf(api.getCall('c'))).message, /the answer is not JSON/);
    const refused = apiInProcess(() => new Response(deep, { status: 400 }));
    assert.equal((await failureOf(refused.api.getCall('c'))).kind, 'invalid');
  });

  test('brackets within texts do not count, and usual depths are read', () => {
    const flat = JSON.stringify({ a: '['.repeat(1000), b: '\\"[{'.repeat(1000), c: '\\' });
    assert.deepEqual(readJson(flat), JSON.parse(flat));
    const list = `${'['.repeat(400)}${']'.repeat(400)}`;
    assert.deepEqual(
      readJson(`[${Array(50).fill(list).join(',')}]`),
      JSON.parse(`[${Array(50).fill(list).join(',')}]`),
    );
  });

  test('a page token that is not a time does not become an address of a megabyte', async () => {
    const { api, asked } = apiInProcess(() => ({
      result: Array.from({ length: 100 }, (_, n) => ({ id: String(n) })),
      next_page_token: 'x'.repeat(1_000_000),
    }));
    await readAll(api.listFlows);
    assert.equal(asked.length, 1);
  });

  test('a pause of years that a server asks for is one of minutes, and no time-out of none', async () => {
    let answer: unknown = new Response('', { status: 429, headers: { 'retry-after': '9'.repeat(400) } });
    const { api, clock } = apiInProcess(() => answer);
    const states: string[] = [];
    const watching = (async () => {
      for await (const { state } of watchCall(api, 'c', { clock, random: () => 0 })) states.push(state);
    })();
    await clock.whenPending(5 * 60_000);
    assert.deepEqual(states, ['offline']);
    answer = { id: 'c', status: 'hangup' };
    await clock.pass(5 * 60_000);
    await watching;
    assert.deepEqual(states, ['offline', 'ended']);
    const refused = apiInProcess(() => new Response('', { status: 429, headers: { 'retry-after': '9'.repeat(400) } }));
    assert.match((await failureOf(refused.api.getCall('c'))).message, /Wait 86400 seconds/);
  });
});
