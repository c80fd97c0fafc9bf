import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pictureOf, takenBy } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B } from '../../support/ids';

const flow = [
  { type: 'branch', id: A, option: { target_ids: { '1': B, '2': B }, default_target_id: A } },
  { type: 'call', id: B, option: { actions: [{ type: 'beep' }] } },
  { type: 'talk' },
];

suite('the way of a call on a picture', () => {
  const model = readFlow(JSON.stringify(flow));
  const picture = pictureOf(model);
  const action = (type: string) => model.actions.find((found) => found.type === type) ?? assert.fail();

  test('is its actions, the arrows between them, and the new calls that it places', () => {
    const named = picture.edges.find(({ from, text }) => from === `0 ${A}` && text === '2') ?? assert.fail();
    const steps = [
      { action: action('branch'), by: picture.graphEdges.get(named.key)?.name },
      { action: action('call') },
      { action: action('beep') },
      { action: action('talk') },
    ];
    const taken = takenBy(picture, steps, 'end');
    const arrows = picture.edges.filter(({ key }) => taken.has(key)).map(({ kind, text }) => `${kind} ${text}`.trim());
    assert.deepEqual(arrows.sort(), ['call places', 'case 2', 'end', 'next', 'start', 'start']);
    assert.ok(taken.has('start of 0') && taken.has('start of 1') && taken.has('1 beep #1'));
  });

  test('without its end leads to no end', () => {
    const taken = takenBy(picture, [{ action: action('talk') }], undefined);
    assert.deepEqual([...taken], ['0 talk #1']);
  });
});
