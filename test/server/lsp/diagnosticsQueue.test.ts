import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createDiagnosticsQueue } from '../../../server/lsp/diagnosticsQueue';
import { fakeClock } from '../../support/fakeClock';

/** A queue on a clock of its own; `lengths` says how many characters checks of a document read. */
function queueWith(lengths: Readonly<Record<string, number>>) {
  const clock = fakeClock();
  const checked: string[] = [];
  const queue = createDiagnosticsQueue({ after: (ms, run) => clock.after(ms, run) }, async (uri) => {
    checked.push(uri);
    return lengths[uri];
  });
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

  test('a large document waits longer after its first check, by its length and whatever else the machine does, but within half a second', async () => {
    const { queue, clock, advance } = queueWith({ usual: 50_000, large: 900_000, huge: 90_000_000 });
    for (const [uri, wait] of [
      ['usual', 30],
      ['large', 60],
      ['huge', 500],
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
    const { queue, clock, checked, advance } = queueWith({ a: 3_000_000 });
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
