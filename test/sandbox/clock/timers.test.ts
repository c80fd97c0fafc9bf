import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { systemTimers } from '../../../sandbox';
import { openSandbox } from '../openSandbox';

/** Runs something on a host of which it is known how often a timer was set. */
async function countTimers(run: () => Promise<void>): Promise<number> {
  const original = globalThis.setTimeout;
  let count = 0;
  globalThis.setTimeout = ((...given: Parameters<typeof original>) => {
    count++;
    return original(...given);
  }) as typeof original;
  try {
    await run();
  } finally {
    globalThis.setTimeout = original;
  }
  return count;
}

suite('time as fast as possible', () => {
  test('a call waits for no timer of the host, whose shortest is a millisecond', async () => {
    const open = openSandbox({
      now: Date.now,
      timers: systemTimers,
      speed: 0,
      autoAnswer: { after: 1000, talksFor: 1000 },
    });
    const { phone } = open.sandbox;
    const timers = await countTimers(async () => {
      const isOver = new Promise<void>((resolve) => {
        phone.subscribe((event) => event.type === 'leg' && event.leg.ended && resolve());
      });
      assert.ok(phone.dial('+15550101000').ok);
      await isOver;
    });
    assert.equal(timers, 0);
    open.sandbox.close();
  });

  test('what is taken back does not happen', async () => {
    let happened = 0;
    const cancel = systemTimers.after(0, () => happened++);
    cancel();
    await new Promise<void>((resolve) => void systemTimers.after(0, resolve));
    assert.equal(happened, 0);
  });
});
