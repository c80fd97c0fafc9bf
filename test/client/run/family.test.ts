import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { familyOf, inFamilies } from '../../../client/run/family';

const runs = [
  { id: 'grandchild', placedBy: 'child' },
  { id: 'child', placedBy: 'first' },
  { id: 'other' },
  { id: 'orphan', placedBy: 'forgotten' },
  { id: 'first' },
];
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).join(' ');

suite('family', () => {
  test('what a flow has placed follows its call', () =>
    assert.equal(ids(inFamilies(runs)), 'other orphan first child grandchild'));

  test('a run has to do with those that placed it and those that it placed', () => {
    const [, child, other] = runs;
    assert.ok(child && other);
    assert.equal(ids(familyOf(child, runs)), 'child grandchild first');
    assert.equal(ids(familyOf(other, runs)), 'other');
  });

  test('the calls of one group call belong together, with what they have placed', () => {
    const office = { id: 'office', groupcall: 'all' };
    const calls = [
      office,
      { id: 'placed', placedBy: 'workshop' },
      { id: 'workshop', groupcall: 'all' },
      { id: 'other' },
    ];
    assert.equal(ids(familyOf(office, calls)), 'office placed workshop');
    assert.equal(ids(inFamilies(calls)), 'office workshop placed other');
  });
});
