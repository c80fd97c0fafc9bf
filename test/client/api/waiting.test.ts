import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { backoff } from '../../../client/api/backoff';
import { pause } from '../../../client/api/clock';
import { withDeadline } from '../../../client/api/withDeadline';
import { fakeClock } from '../../support/fakeClock';

suite('backoff', () => {
  test('doubles up to a limit', () => {
    const waits = [0, 1, 2, 3, 4, 5, 60].map((attempt) => backoff(attempt, () => 0.5));
    assert.deepEqual(waits, [375, 750, 1500, 3000, 6000, 7500, 7500]);
  });

  test('leaves half to chance', () => {
    assert.equal(
      backoff(0, () => 0, 1000),
      500,
    );
    assert.equal(
      backoff(0, () => 0.999, 1000),
      1000,
    );
  });
});

suite('pause', () => {
  test('elapses', async () => {
    const clock = fakeClock();
    const pausing = pause(clock, 100);
    clock.advance(100);
    assert.equal(await pausing, true);
  });

  test('is cut short', async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const pausing = pause(clock, 100, controller.signal);
    controller.abort();
    assert.equal(await pausing, false);
    assert.deepEqual(clock.pending(), []);
    assert.equal(await pause(clock, 100, controller.signal), false);
  });
});

suite('withDeadline', () => {
  test('tells whoever runs that it is not waited for', async () => {
    const clock = fakeClock();
    let inner: AbortSignal | undefined;
    const running = withDeadline(clock, 50, undefined, (signal) => {
      inner = signal;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    clock.advance(50);
    assert.deepEqual(await running, { stopped: 'timeout' });
    assert.equal(inner?.aborted, true);
  });

  test('hands on a failure', async () => {
    const clock = fakeClock();
    await assert.rejects(
      withDeadline(clock, 50, undefined, async () => {
        throw new Error('no');
      }),
      /no/,
    );
    assert.deepEqual(clock.pending(), []);
  });
});
