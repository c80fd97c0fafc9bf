import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createComparison } from '../../../client/picture/comparison';
import { readFlow } from '../../../flow/model/flowModel';

const flow = readFlow('[{"type": "answer"}, {"type": "hangup"}]');
const longer = readFlow('[{"type": "answer"}, {"type": "beep"}, {"type": "hangup"}]');
const broken = readFlow('nonsense');

suite('the picture of changes of a text that cannot be read', () => {
  test('shows the earlier version and says so, and not that all was removed', () => {
    const compare = createComparison('the last commit', () => '10:00');
    const first = compare(flow, broken);
    assert.equal(first.note, 'The text is not a flow now. This is what the last commit has.');
    assert.deepEqual(first.compared.nodes, {});
    assert.equal(first.compared.picture.nodes.filter(({ kind }) => kind === 'action').length, 2);
    assert.deepEqual(compare(flow, broken), first, 'also when it is drawn again');
    assert.equal(compare(flow, longer).note, 'Compared with the last commit: 1 added.');
    assert.equal(createComparison('the left side', () => '')(undefined, broken).note, 'The text is not a flow now.');
  });

  test('keeps the last picture, and says since when', () => {
    let time = '10:00';
    const compare = createComparison('the last commit', () => time);
    const last = compare(flow, longer);
    assert.equal(last.stale, '');
    assert.deepEqual(compare(flow, broken), { ...last, stale: '10:00' });
    time = '10:01';
    assert.equal(compare(flow, broken).stale, '10:00');
    assert.deepEqual(compare(flow, longer), last);
  });

  test('a file that no longer exists, and one that is new', () => {
    const compare = createComparison('the last commit', () => '');
    const { note, compared } = compare(flow, undefined);
    assert.equal(note, 'The file no longer exists. This is what the last commit has.');
    assert.equal(compared.counts.removed, 2);
    assert.equal(compare(undefined, flow).note, 'The flow is new: the last commit does not have it.');
  });
});
