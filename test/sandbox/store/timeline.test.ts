import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createTimeline } from '../../../sandbox/store/timeline';

const row = (id: string) => ({ id, customer_id: '', tm_create: null, tm_update: null, tm_delete: null });

suite('the timeline', () => {
  test('forgets the resource that it heard of first, and never more than it has to', () => {
    const timeline = createTimeline(() => 0);
    timeline.add('flow', row('first'), 'created');
    for (let nth = 0; nth < 19_999; nth++) timeline.add('flow', row('second'), 'updated');
    assert.equal(timeline.of('first').length, 1);
    timeline.add('flow', row('third'), 'created');
    assert.deepEqual(
      ['first', 'second', 'third'].map((id) => timeline.of(id).length),
      [0, 19_999, 1],
    );
  });

  test('keeps a resource as it was', () => {
    const timeline = createTimeline(() => 0);
    const flow = { ...row('a'), name: 'before' };
    timeline.add('flow', flow, 'created');
    flow.name = 'after';
    assert.deepEqual(timeline.of('a')[0]?.row, { ...flow, name: 'before' });
  });
});
