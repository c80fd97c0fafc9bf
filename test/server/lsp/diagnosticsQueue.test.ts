import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createDiagnosticsQueue } from '../../../server/lsp/diagnosticsQueue';
import { fakeClock } from '../../support/fakeClock';

/** A queue on a clock of its own; `durations` says how long checks of a document take, in ms. */
function queueWith(durations: Readonly<Record<string, number>>) {
  const clock = fakeClock();
  const checked: string[] = [];
  const queue = createDiagnosticsQueue(
    {
      setTimer: (run, ms) => clock.after(ms, run),
      clearTimer: (cancel) => (cancel as (() => void) | undefined)?.(),
    },
    async (uri) => {
      checked.push(uri);
      return durations[uri];
    },
  );
  const advance = async (ms: number) => {
    clock.advance(ms);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { queue, clock, checked, advance };
}

suite('createDiagnosticsQueue', () => {
  test('a check follows a moment after the last edit, once', async () => {
    const { queue, checked, advance } = queueWith({ a: 1 });
    queue.add('a');
    await advance(29);
    queue.add('a');
    await advance(29);
    assert.deepEqual(checked, []);
    await advance(1);
    assert.deepEqual(checked, ['a']);
    await advance(1000);
    assert.deepEqual(checked, ['a']);
  });

  test('documents do not wait for each other', async () => {
    const { queue, checked, advance } = queueWith({ a: 1, b: 1 });
    queue.add('a');
    await advance(20);
    queue.add('b');
    await advance(10);
    assert.deepEqual(checked, ['a']);
    await advance(20);
    assert.deepEqual(checked, ['a', 'b']);
  });

  test('a document whose check takes long is checked later by half that time, but within half a second', async () => {
    const { queue, clock, advance } = queueWith({ slow: 120, slower: 3000 });
    for (const [uri, wait] of [
      ['slow', 60],
      ['slower', 500],
    ] as const) {
      queue.add(uri);
      assert.deepEqual(clock.pending(), [30]);
      await advance(30);
      queue.add(uri);
      assert.deepEqual(clock.pending(), [wait]);
      await advance(wait);
    }
  });

  test('a document that was closed is neither checked nor remembered', async () => {
    const { queue, clock, checked, advance } = queueWith({ a: 200 });
    queue.add('a');
    await advance(30);
    queue.add('a');
    queue.drop('a');
    assert.deepEqual(clock.pending(), []);
    assert.deepEqual(checked, ['a']);
    queue.add('a');
    assert.deepEqual(clock.pending(), [30]);
  });

  test('a check that found no document leaves the wait as it was', async () => {
    const { queue, clock, advance } = queueWith({});
    queue.add('a');
    await advance(30);
    queue.add('a');
    assert.deepEqual(clock.pending(), [30]);
  });
});
