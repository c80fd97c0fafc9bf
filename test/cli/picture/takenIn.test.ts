import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { takenIn } from '../../../cli/picture/takenIn';
import { graphOf } from '../../../flow/graph/flowGraph';
import type { JsonObject, JsonValue } from '../../../flow/json/jsonValue';
import { pathOf } from '../../../flow/json/node';
import { pictureOf } from '../../../flow/layout';
import { type ActionNode, readFlow } from '../../../flow/model/flowModel';
import { scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { takenEdges } from '../../../flow/tests/takenEdges';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { A, B, NOWHERE } from '../../support/ids';

/** The arrows that leave an action and are marked, as their texts. */
function marked(actions: readonly JsonObject[], type: string, world: WorldScript): string[] {
  const model = readFlow(JSON.stringify({ actions }));
  const picture = pictureOf(model);
  const taken = takenIn(picture, model, inputOf(actions as JsonValue), world);
  return picture.edges
    .filter(({ key }) => taken.has(key) && picture.graphEdges.get(key)?.from.type === type)
    .map(({ text }) => text);
}

suite('the arrows that a call in a world takes', () => {
  const menu = (one: string, other: string) => [
    { type: 'digits_receive', option: { duration: 1000, length: 1 } },
    { type: 'branch', option: { target_ids: { '1': one, '2': one }, default_target_id: other } },
    { type: 'hangup', id: A },
  ];

  test('are the ones that decided, where several lead to one action', () => {
    assert.deepEqual(marked(menu(A, A), 'branch', { digits: [] }), ['default']);
    assert.deepEqual(marked(menu(A, A), 'branch', { digits: ['1'] }), ['1']);
    assert.deepEqual(marked(menu(A, A), 'branch', { digits: ['2'] }), ['2']);
  });

  test('are the ones that decided, where several lead nowhere', () => {
    assert.deepEqual(marked(menu(NOWHERE, NOWHERE), 'branch', { digits: [] }), ['default: dropped']);
    assert.deepEqual(marked(menu(NOWHERE, NOWHERE), 'branch', { digits: ['2'] }), ['2: dropped']);
  });

  test('follow a condition that is true and one that is false to the same action', () => {
    const asked = (value: string) => [
      { type: 'variable_set', option: { key: 'x', value } },
      {
        type: 'condition_variable',
        option: { variable: '${x}', condition: '==', value_type: 'string', value_string: 'a', false_target_id: B },
      },
      { type: 'hangup', id: B },
    ];
    assert.deepEqual(marked(asked('a'), 'condition_variable', {}), ['true']);
    assert.deepEqual(marked(asked('b'), 'condition_variable', {}), ['false']);
  });

  test('of any flow are the edges that the run took', () => {
    fc.assert(
      fc.property(arbitraryFlow, fc.array(fc.constantFrom('1', '2', '', '12'), { maxLength: 3 }), (flow, digits) => {
        const model = readFlow(JSON.stringify({ actions: flow }));
        const picture = pictureOf(model);
        const input = inputOf(flow);
        const { events } = simulate(input, scriptedWorld({ digits }));
        const edges = graphOf(model, 'observed').edges;
        const pathKey = (action: ActionNode | undefined) => JSON.stringify(action && pathOf(action.node));
        const expected = new Set<unknown>();
        for (const { from, to, name } of takenEdges(events)) {
          const edge = edges.find(
            (candidate) =>
              pathKey(candidate.from) === JSON.stringify(from.path) &&
              pathKey(candidate.to) === JSON.stringify(to?.path) &&
              candidate.name === name,
          );
          if (edge && to) expected.add(edge);
        }
        const taken = takenIn(picture, model, input, { digits });
        const shown = picture.edges.flatMap(({ key, isDocumentedOnly }) => {
          const edge = taken.has(key) && !isDocumentedOnly ? picture.graphEdges.get(key) : undefined;
          return edge?.to ? [edge] : [];
        });
        assert.deepEqual(new Set(shown), expected);
      }),
      { numRuns: 200 },
    );
  });
});
