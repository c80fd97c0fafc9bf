import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type RunEvent, silentWorld, simulate } from '../../../flow/simulator';
import { judgeCalls } from '../../../flow/tests/judgeCalls';
import { remembering } from '../../../flow/text/remembering';

const run = { ...simulate({ actions: [], referenceType: 'call' }, silentWorld), cause: 'call' as const };
const event: RunEvent = run.events[0] ?? assert.fail();
const called = Array.from({ length: 50 }, (_, position) => ({ what: { to: '+15550101011', run }, position, event }));
const observed = { executed: [], said: [], sent: [], called };

suite('judging placed calls', () => {
  test('judges no call behind the one that is as expected', () => {
    const calls = Array.from({ length: 20 }, () => ({ to: '+15550101011', says: ['x'] }));
    let judged = 0;
    const failures = judgeCalls({ calls }, observed as never, [], () => {
      judged++;
      return [];
    });
    assert.deepEqual([failures, judged], [[], 20]);
  });

  test('looks at all where none is as expected, and the first says why', () => {
    let judged = 0;
    const failures = judgeCalls({ calls: [{ says: ['x'] }] }, observed as never, [], (_, __, at) => [
      { at, message: `${++judged}` },
    ]);
    assert.deepEqual([failures.map(({ message }) => message), judged], [['1'], 50]);
  });
});

suite('remembering', () => {
  test('makes the same, once for each text, and forgets all when there are too many', () => {
    const made: string[] = [];
    const length = remembering(2, (text) => {
      made.push(text);
      return text.length;
    });
    assert.deepEqual(['a', 'a', 'bb', 'a', 'ccc', 'a'].map(length), [1, 1, 2, 1, 3, 1]);
    assert.deepEqual(made, ['a', 'bb', 'ccc', 'a']);
  });
});
