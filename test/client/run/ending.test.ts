import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { activeflowSchema, callSchema } from '../../../client/api/resources';
import { endingOf, whyEnded } from '../../../client/run/ending';
import { hangupReason } from '../../../client/run/hangupReason';
import type { TraceStep } from '../../../client/run/traceModel';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { readFlow } from '../../../flow/model/flowModel';
import type { RunEvent } from '../../../flow/simulator';
import { simulate } from '../../../flow/simulator';
import { partyLeaves } from '../../../flow/text/callEnd';
import { A } from '../../support/ids';
import { runOf } from '../../support/runOf';

const step = (type: string, path: number): TraceStep => ({ type, path: [path], at: 0 });
const traceOf = (...steps: TraceStep[]) => ({ steps, isRunning: false, used: steps.length, limit: 101 });
/** What a check says about a text. */
const messageOf = (text: string, code: string): string =>
  checkFlow(readFlow(text)).find((finding) => finding.code === code)?.message ?? assert.fail(`no ${code}`);
const call = (more: object = {}) =>
  callSchema.parse({ id: 'c', status: 'hangup', hangup_by: 'local', hangup_reason: 'normal', ...more });

suite('how long a run took', () => {
  // Here 20 ms passed: time ran fast on the local VoIPbin.
  const fast = { profile: 'local', phase: 'ended', startedAt: 0, endedAt: 20 } as const;

  test('is the time of VoIPbin for a call that nobody answered, as on the phone', () => {
    const times = { tm_create: '2026-01-02T12:00:00Z', tm_hangup: '2026-01-02T12:00:30Z' };
    assert.equal(endingOf(runOf({ ...fast, call: call(times) })).figures, '0:30');
  });

  test('is the time of VoIPbin for a flow without a phone, as in the Call view', () => {
    const events = [
      { type: 'start', time: 5000 },
      { type: 'end', time: 65_000 },
    ] as unknown as readonly RunEvent[];
    assert.equal(endingOf(runOf({ ...fast, kind: 'activeflow', events })).figures, '1:00');
  });

  test('is the time here where VoIPbin tells none', () => {
    assert.equal(endingOf(runOf({ ...fast, endedAt: 3000 })).figures, '0:03');
  });
});

suite('whyEnded', () => {
  test('without a call it is the flow that ended, and without either nobody answered; why is a guess', () => {
    const activeflow = activeflowSchema.parse({ id: 'f', status: 'ended' });
    const guess = { isTrouble: false, isExact: false };
    assert.deepEqual(whyEnded(runOf({ activeflow })), { text: 'The flow ended.', ...guess });
    assert.deepEqual(whyEnded(runOf()), { text: 'The call was not answered.', ...guess });
  });
});

suite('who hung up', () => {
  const why = (more: object, callMore: object = {}) =>
    whyEnded(runOf({ phase: 'ended', call: call(callMore), ...more })).text;

  test('Hang Up in VS Code is told as that, whatever VoIPbin says', () => {
    assert.equal(why({ endedHere: true }), 'You hung up.');
    assert.equal(why({ endedHere: true, profile: 'local' }, { hangup_by: 'remote' }), 'You hung up.');
    assert.equal(why({ endedHere: true, kind: 'activeflow' }), 'You stopped the flow.');
    const text = '[{"type":"branch"}]';
    const run = runOf({ text, phase: 'ended', call: call(), trace: traceOf(step('branch', 0)), endedHere: true });
    assert.deepEqual([endingOf(run).text, endingOf(run).isTrouble], ['You hung up.', false]);
  });

  test('at the local phone it is the same person, and no surprise', () => {
    assert.equal(why({ profile: 'local' }, { hangup_by: 'remote' }), 'You hung up on the phone.');
    const declined = { hangup_by: 'remote', hangup_reason: 'noanswer' };
    assert.equal(whyEnded(runOf({ profile: 'local', call: call(declined) })).isTrouble, false);
    assert.equal(whyEnded(runOf({ call: call(declined) })).isTrouble, true);
  });

  test('a phone of a group call that another one was faster than is no trouble', () => {
    const cancelled = { hangup_reason: 'cancel' };
    const other = { text: 'Another phone answered.', isTrouble: false, isExact: true };
    assert.deepEqual(whyEnded(runOf({ groupcall: 'all', call: call(cancelled) })), other);
    assert.equal(whyEnded(runOf({ call: call(cancelled) })).isTrouble, true);
  });

  test('of a call that came in it is the caller', () => {
    assert.equal(why({}, { hangup_by: 'remote', direction: 'incoming' }), 'The call ended: the caller hung up.');
    assert.equal(why({}, { hangup_by: 'remote' }), 'The call ended: the called party hung up.');
  });
});

suite('endingOf', () => {
  test('a flow that hung up ended as it should', () => {
    const text = '[{"type":"answer"},{"type":"hangup"}]';
    const times = { tm_progressing: '2026-01-02T12:00:10Z', tm_hangup: '2026-01-02T12:01:15Z' };
    const ending = endingOf(runOf({ text, phase: 'ended', call: call(times), trace: traceOf(step('hangup', 1)) }));
    assert.equal(ending.text, 'The flow hung up.');
    assert.equal(ending.figures, '1:05 talked, 1 of 101 executions used');
    assert.equal(ending.isTrouble, false);
  });

  test('where the path breaks off, the check that knows why speaks', () => {
    const text = JSON.stringify([
      { type: 'branch', option: { target_ids: { '1': A } } },
      { id: A, type: 'hangup' },
    ]);
    const ending = endingOf(runOf({ text, phase: 'ended', call: call(), trace: traceOf(step('branch', 0)) }));
    assert.match(ending.text, /The last action was branch/);
    assert.match(ending.headline, /^The flow stopped at branch.*\.$/);
    assert.deepEqual(ending.path, [0]);
    assert.ok(ending.text.endsWith(messageOf(text, 'branch-no-default')));
    assert.equal(ending.isTrouble, true);
  });

  test('no check is asked where the other side hung up, the flow reached its end, or nobody answered', () => {
    const text = JSON.stringify([{ type: 'branch', option: { target_ids: { '1': A } } }]);
    const trace = traceOf(step('branch', 0));
    const finish = { id: '00000000-0000-0000-0000-000000000002' };
    const activeflow = activeflowSchema.parse({ id: 'f', status: 'ended', current_action: finish });
    for (const known of [
      { call: call({ hangup_by: 'remote' }) },
      { call: call({ hangup_reason: 'noanswer' }) },
      { call: call(), activeflow },
    ]) {
      const ending = endingOf(runOf({ text, phase: 'ended', trace, ...known }));
      assert.doesNotMatch(ending.text, /last action/);
    }
  });

  test('the simulator knows why exactly', () => {
    const actions = [{ type: 'goto', option: { target_id: A, loop_count: 1 } }];
    const { events } = simulate({ actions, referenceType: 'call' }, undefined, { semantics: 'observed' });
    const ending = endingOf(
      runOf({
        text: JSON.stringify(actions),
        kind: 'simulation',
        phase: 'ended',
        events,
        trace: traceOf(step('goto', 0)),
      }),
    );
    const end = events.at(-1) as Extract<RunEvent, { type: 'end' }>;
    assert.ok(ending.text.startsWith(end.detail));
    assert.ok(ending.text.endsWith(messageOf(JSON.stringify(actions), 'target-dangling')));
    assert.match(ending.figures, /^0:00 of simulated time/);
  });

  test('a loop that used up the executions is blamed by its name, not the action at which it stood', () => {
    const actions = [
      { id: A, type: 'talk', option: { text: 'Welcome', language: 'en-US' } },
      { type: 'goto', option: { target_id: A, loop_count: 2 } },
    ];
    const { events } = simulate({ actions, referenceType: 'call' }, undefined, { semantics: 'observed' });
    const steps = Array.from({ length: 101 }, (_, index) => step(index % 2 === 0 ? 'talk' : 'goto', index % 2));
    const ending = endingOf(
      runOf({ text: JSON.stringify(actions), kind: 'simulation', phase: 'ended', events, trace: traceOf(...steps) }),
    );
    assert.match(ending.text, /The last action was talk "Welcome"\. The flow went round at goto.*? VoIPbin documents/);
    assert.deepEqual(ending.path, [1]);
  });

  test('what is no longer followed may go on', () => {
    const ending = endingOf(runOf({ phase: 'lost', problem: 'You are signed out.', startedAt: 0, endedAt: 5000 }));
    assert.match(ending.text, /^You are signed out\. The call may continue/);
    assert.equal(ending.figures, '0:05');
    assert.equal(ending.isTrouble, true);
  });

  test('a group whose calls nobody took', () =>
    assert.equal(endingOf(runOf({ phase: 'ended' })).text, 'The call was not answered.'));
});

suite('hangupReason', () => {
  test('every reason has words', () => {
    for (const reason of ['failed', 'busy', 'cancel', 'timeout', 'noanswer', 'dialout', 'amd'])
      assert.doesNotMatch(hangupReason('local', reason), /VoIPbin says|does not say/, reason);
    assert.equal(hangupReason('remote', 'normal'), 'the called party hung up');
    assert.match(hangupReason('local', 'normal'), /the flow ended or was stopped/);
    assert.equal(hangupReason('', 'normal'), 'it was hung up normally');
  });

  test('what is new or missing is told as it is', () => {
    assert.equal(hangupReason('local', 'meteor'), 'VoIPbin says "meteor"');
    assert.equal(hangupReason('local', 'constructor'), 'VoIPbin says "constructor"');
    assert.equal(partyLeaves('constructor'), 'has left: constructor');
    assert.equal(hangupReason(undefined, undefined), 'VoIPbin does not say why');
    assert.equal(hangupReason('', ''), 'VoIPbin does not say why');
  });
});
