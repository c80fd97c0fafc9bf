import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { elapsed } from '../../../client/run/elapsed';
import { lensOffset } from '../../../client/run/lensOffset';
import { locateMarks } from '../../../client/run/locateMarks';
import { markText } from '../../../client/run/markText';
import { runStateText } from '../../../client/run/runStateText';
import { type Mark, marksOf } from '../../../client/run/traceModel';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B } from '../../support/ids';
import { runOf } from '../../support/runOf';

const mark = (path: (string | number)[], type: string, more: Partial<Mark> = {}): Mark => ({
  path,
  type,
  count: 1,
  isRunning: false,
  skipped: undefined,
  stopped: undefined,
  decided: undefined,
  ...more,
});

suite('markText', () => {
  const texts: readonly [more: Partial<Mark>, text: string][] = [
    [{}, '1×'],
    [{ count: 3, decided: 'digits = 2 → hangup' }, 'digits = 2 → hangup · 3×'],
    [{ isRunning: true }, 'running'],
    [{ isRunning: true, isNext: true }, 'next'],
    [{ isRunning: true, isNext: true, count: 3 }, 'next, 2×'],
    [{ isRunning: true, count: 2, decided: 'keys 1' }, 'keys 1 · running, 2×'],
    [{ skipped: 'needs a phone call', decided: 'x' }, 'skipped: needs a phone call · 1×'],
    [{ stopped: 'no target', decided: 'x' }, 'stops the flow: no target · 1×'],
  ];
  for (const [more, text] of texts) test(text, () => assert.equal(markText(mark([0], 'talk', more)), text));
});

suite('marksOf', () => {
  test('while actions run that are not in the document, what brought them there is running', () => {
    const steps = [
      { path: [0], type: 'answer', at: 0 },
      { path: [1], type: 'connect', at: 0 },
      { path: undefined, type: 'confbridge_join', at: 0 },
    ];
    const marks = marksOf({ steps, isRunning: true, used: 3, limit: 101 });
    assert.deepEqual(
      marks.map(({ isRunning }) => isRunning),
      [false, true],
    );
    const isNext = (count: number) =>
      marksOf({ steps: steps.slice(0, count), isRunning: true, isNext: true, used: 3, limit: 101 }).map(
        (found) => found.isNext,
      );
    assert.deepEqual(
      [isNext(2), isNext(3)],
      [
        [undefined, true],
        [undefined, undefined],
      ],
    );
    assert.ok(!marksOf({ steps, isRunning: false, used: 3, limit: 101 }).some(({ isRunning }) => isRunning));
  });
});

suite('locateMarks', () => {
  const then = [{ id: A, type: 'talk' }, { type: 'beep' }, { id: B, type: 'hangup' }];
  const locate = (now: readonly object[], marks = [mark([0], 'talk'), mark([1], 'beep'), mark([2], 'hangup')]) =>
    locateMarks(marks, readFlow(JSON.stringify(then)), readFlow(JSON.stringify(now))).map(
      ({ mark: { type }, action }) => [type, action.position],
    );

  test('in the same text each is where it was', () =>
    assert.deepEqual(locate(then), [
      ['talk', 0],
      ['beep', 1],
      ['hangup', 2],
    ]));

  test('an action with an id is found wherever it went, one without where it was', () =>
    assert.deepEqual(
      locate([{ type: 'answer' }, { type: 'beep' }, { id: B, type: 'hangup' }, { id: A, type: 'talk' }]),
      [
        ['talk', 3],
        ['beep', 1],
        ['hangup', 2],
      ],
    ));

  test('what is gone, or is another type now, has no mark', () => {
    assert.deepEqual(locate([{ id: A, type: 'play' }, { type: 'sleep' }]), []);
    assert.deepEqual(locate([], [mark(['actions', 7], 'talk')]), []);
  });
});

suite('lensOffset', () => {
  test('stands at the key of the actions, at a bare list, and nowhere else', () => {
    const text = '{ "name": "x", "actions": [ { "type": "answer" } ] }';
    assert.equal(lensOffset(readFlow(text)), text.indexOf('"actions"'));
    assert.equal(lensOffset(readFlow(' [ ]')), 1);
    for (const other of ['{ "type": "answer" }', '{}', '', '{ "flow_id": "x" }'])
      assert.equal(lensOffset(readFlow(other)), undefined);
  });
});

suite('runStateText', () => {
  test('tells what goes on', () => {
    const text = JSON.stringify([{ type: 'talk', option: { text: 'Hello there', language: 'en-US' } }]);
    const trace = { steps: [{ path: [0], type: 'talk', at: 0 }], isRunning: true, used: 1, limit: 101 };
    assert.equal(runStateText(runOf()), 'calling');
    assert.equal(runStateText(runOf({ kind: 'activeflow' })), 'starting');
    assert.equal(runStateText(runOf({ phase: 'ringing' })), 'ringing');
    assert.equal(runStateText(runOf({ phase: 'running' })), 'running');
    assert.equal(runStateText(runOf({ phase: 'running', text, trace })), 'talk "Hello there"');
    const made = { ...trace, steps: [...trace.steps, { path: undefined, type: 'confbridge_join', at: 0 }] };
    assert.equal(runStateText(runOf({ phase: 'running', text, trace: made })), 'talk "Hello there"');
    assert.equal(runStateText(runOf({ phase: 'running', trace: made })), 'running');
    assert.equal(runStateText(runOf({ phase: 'running', problem: 'x' })), 'VoIPbin cannot be reached');
    assert.equal(runStateText(runOf({ phase: 'ended' })), 'over');
    assert.equal(runStateText(runOf({ phase: 'lost' })), 'no longer followed');
  });
});

suite('elapsed', () => {
  const times: readonly [ms: number, text: string][] = [
    [0, '0:00'],
    [7999, '0:07'],
    [750_000, '12:30'],
    [3_725_000, '1:02:05'],
    [-5, '0:00'],
    [-4000, '-0:04'],
  ];
  for (const [ms, text] of times) test(`${ms} ms`, () => assert.equal(elapsed(ms), text));
});
