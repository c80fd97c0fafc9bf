import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { groupcallSchema } from '../../../client/api/resources';
import { followGroupcall } from '../../../client/run/followGroupcall';
import { followActiveflow, followCall } from '../../../client/run/followRun';
import type { ShownRun } from '../../../client/run/run';
import { createRuns } from '../../../client/run/runs';
import { apiInProcess, type Handler } from '../../support/apiInProcess';
import { hastyClock } from '../../support/hastyClock';
import { A } from '../../support/ids';
import { runOf } from '../../support/runOf';

/** Answers in turn; the last one again and again. */
function inTurn(answers: Readonly<Record<string, readonly unknown[]>>): Handler {
  const left = new Map(Object.entries(answers).map(([request, list]) => [request, [...list]]));
  return (request) => {
    const list = left.get(request) ?? assert.fail(`${request} was asked`);
    const answer = list.length > 1 ? list.shift() : list[0];
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

const call = (status: string, more: object = {}) => ({
  id: 'c',
  status,
  activeflow_id: 'f',
  tm_create: '2026-01-02T12:00:00Z',
  ...more,
});
const activeflow = (status: string, executed: readonly object[] = []) => ({
  id: 'f',
  status,
  reference_type: 'call',
  executed_actions: executed,
  current_action: { id: A, type: 'answer' },
});

async function follow(handler: Handler, how: 'call' | 'activeflow' | 'group' = 'call', group: object = {}) {
  const runs = createRuns();
  const seen: ShownRun[] = [];
  runs.onChange((run) => run && seen.push(run));
  const text = JSON.stringify([{ id: A, type: 'answer' }]);
  const run = runOf({ text });
  const handle = runs.add({ ...run, document: { ...run.document, pathById: new Map([[A, [0]]]) } });
  const { api } = apiInProcess(handler);
  const settings = { clock: hastyClock(), random: () => 0 };
  if (how === 'call') await followCall(handle, api, 'c', settings);
  if (how === 'activeflow') await followActiveflow(handle, api, 'f', settings);
  if (how === 'group') await followGroupcall(handle, api, groupcallSchema.parse({ id: 'g', ...group }), settings);
  return {
    run: handle.current(),
    phases: seen.map(({ phase }) => phase).filter((phase, at, all) => phase !== all[at - 1]),
  };
}

suite('followCall', () => {
  test('goes through every state to the end, with the path', async () => {
    const { run, phases } = await follow(
      inTurn({
        'GET /calls/c': [
          call('dialing'),
          call('ringing'),
          call('progressing'),
          call('hangup', { hangup_by: 'remote', hangup_reason: 'normal', tm_hangup: '2026-01-02T12:00:30Z' }),
        ],
        'GET /activeflows/f': [
          activeflow('running'),
          activeflow('running'),
          activeflow('running'),
          activeflow('ended'),
        ],
      }),
    );
    assert.deepEqual(phases, ['starting', 'dialing', 'ringing', 'running', 'ended']);
    assert.deepEqual(
      run.trace.steps.map(({ path, type }) => [path, type]),
      [[[0], 'answer']],
    );
    // It does not tell its time, so it gets that at which it was seen.
    assert.equal(typeof run.trace.steps[0]?.at, 'number');
    assert.equal(run.trace.isRunning, false);
    assert.equal(run.endedAt, Date.parse('2026-01-02T12:00:30Z'));
  });

  test('the network goes away and comes back: the run says both and goes on', async () => {
    const { run } = await follow(
      inTurn({
        'GET /calls/c': [
          call('progressing'),
          new TypeError('fetch failed'),
          new TypeError('fetch failed'),
          call('hangup'),
        ],
        'GET /activeflows/f': [activeflow('running'), activeflow('ended')],
      }),
    );
    assert.equal(run.phase, 'ended');
    assert.equal(run.problem, undefined);
    const [lost, back] = run.incidents;
    assert.match(lost?.text ?? '', /^VoIPbin cannot be reached; the call continues\./);
    assert.match(back?.text ?? '', /answers again/);
    assert.equal(run.incidents.length, 2);
  });

  test('what will not pass ends the watching, not the call', async () => {
    const { run } = await follow(inTurn({ 'GET /calls/c': [new Response('{}', { status: 403 })] }));
    assert.equal(run.phase, 'lost');
    assert.match(run.problem ?? '', /VoIPbin could not read the call/);
  });

  test('a call without a flow that may be read has an empty path', async () => {
    const { run } = await follow(
      inTurn({
        'GET /calls/c': [call('hangup')],
        'GET /activeflows/f': [new Response('{}', { status: 404 })],
      }),
    );
    assert.deepEqual(run.trace.steps, []);
    assert.equal(run.phase, 'ended');
  });
});

suite('followActiveflow', () => {
  test('runs until it has ended', async () => {
    const { run, phases } = await follow(
      inTurn({ 'GET /activeflows/f': [activeflow('running'), activeflow('ended')] }),
      'activeflow',
    );
    assert.deepEqual(phases, ['starting', 'running', 'ended']);
    assert.equal(run.trace.steps.length, 1);
  });
});

suite('followGroupcall', () => {
  const ended = {
    'GET /calls/c': [call('hangup', { hangup_reason: 'noanswer' })],
    'GET /activeflows/f': [activeflow('ended')],
  };

  test('one phone is followed at once', async () => {
    const { run } = await follow(inTurn(ended), 'group', { call_ids: ['c'] });
    assert.equal(run.call?.id, 'c');
  });

  test('of several the one that answers', async () => {
    const groups = [
      { id: 'g', call_ids: ['b', 'c'] },
      { id: 'g', call_ids: ['b', 'c'], answer_call_id: 'c' },
    ];
    const { phases } = await follow(inTurn({ ...ended, 'GET /groupcalls/g': groups }), 'group', {
      call_ids: ['b', 'c'],
    });
    assert.deepEqual(phases, ['starting', 'ringing', 'ended']);
  });

  test('when nobody answers, one of them tells why', async () => {
    const groups = [{ id: 'g', status: 'hangup', call_ids: ['c', 'b'] }];
    const { run } = await follow(inTurn({ ...ended, 'GET /groupcalls/g': groups }), 'group');
    assert.equal(run.call?.hangup_reason, 'noanswer');
  });

  test('an agent with an extension does not ring for ever: the group in the group has the call', async () => {
    const nested = { 'GET /groupcalls/g': [{ id: 'g', groupcall_ids: ['n'] }] };
    const item = await follow(
      inTurn({ ...ended, ...nested, 'GET /groupcalls/n': [{ id: 'n' }, { id: 'n', call_ids: ['c'] }] }),
      'group',
      {
        groupcall_ids: ['n'],
      },
    );
    assert.equal(item.run.call?.id, 'c');
    const several = { 'GET /groupcalls/n': [{ id: 'n', call_ids: ['b', 'c'], answer_call_id: 'c' }] };
    assert.equal((await follow(inTurn({ ...ended, ...nested, ...several }), 'group')).run.call?.id, 'c');
  });

  test('where no group tells who answered, the calls do', async () => {
    const group = { 'GET /groupcalls/g': [{ id: 'g', call_ids: ['b', 'c'] }] };
    const answered = await follow(
      inTurn({
        ...ended,
        ...group,
        'GET /calls/b': [call('ringing', { id: 'b' })],
        'GET /calls/c': [call('ringing'), call('progressing'), call('hangup')],
      }),
      'group',
    );
    assert.deepEqual([answered.run.call?.id, answered.run.phase], ['c', 'ended']);
    const nobody = await follow(
      inTurn({
        ...ended,
        ...group,
        'GET /calls/b': [call('ringing', { id: 'b' }), call('hangup', { id: 'b', hangup_reason: 'busy' })],
      }),
      'group',
    );
    assert.equal(nobody.run.call?.hangup_reason, 'busy');
  });

  test('groups that hold each other, or cannot be read, end nothing', async () => {
    const { run } = await follow(
      inTurn({
        ...ended,
        'GET /groupcalls/g': [{ id: 'g', groupcall_ids: ['n', 'gone'] }],
        'GET /groupcalls/n': [{ id: 'n', groupcall_ids: ['g', 'n'], call_ids: ['c'] }],
        'GET /groupcalls/gone': [new Response('{}', { status: 404 })],
      }),
      'group',
    );
    assert.equal(run.call?.id, 'c');
  });

  test('a group without calls is over, and one that cannot be read is lost', async () => {
    const empty = await follow(inTurn({ 'GET /groupcalls/g': [{ id: 'g', status: 'hangup' }] }), 'group');
    assert.deepEqual([empty.run.phase, empty.run.call], ['ended', undefined]);
    const refused = await follow(inTurn({ 'GET /groupcalls/g': [new Response('{}', { status: 403 })] }), 'group');
    assert.equal(refused.run.phase, 'lost');
  });
});
