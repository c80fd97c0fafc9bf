import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { safeTimers } from '../../../server/lsp/runSafe';
import { fakeClock } from '../../support/fakeClock';

suite('safeTimers', () => {
  test('log what fails, and what else waits is done', () => {
    const clock = fakeClock();
    const logged: string[] = [];
    const done: string[] = [];
    const timers = safeTimers(
      { error: (message) => logged.push(message) },
      { after: (ms, run) => clock.after(ms, run) },
    );
    timers.after(10, () => {
      throw new Error('a fault of ours');
    });
    timers.after(20, () => done.push('second'));
    const cancel = timers.after(20, () => done.push('cancelled'));
    cancel();
    clock.advance(30);
    assert.deepEqual(done, ['second']);
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? '', /a fault of ours/);
  });
});
