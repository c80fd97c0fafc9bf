import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import { graphOf } from '../../../flow/graph/flowGraph';
import { type ActionNode, buildFlowModel } from '../../../flow/model/flowModel';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';

const semantics = fc.constantFrom('observed' as const, 'documented' as const);

/** A long run takes as many as it is told: EXPLORED_FLOWS=10000. */
const numRuns = Number(process.env.EXPLORED_FLOWS ?? 300);

suite('flowGraph: what calls do', () => {
  test('every edge that some call takes is in the graph, and every action that some call executes can be reached', () => {
    let edges = 0;
    fc.assert(
      fc.property(arbitraryFlow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        const model = buildFlowModel(JSON.stringify(actions));
        const graph = graphOf(model, meaning);
        const place = (action: ActionNode | undefined) => (action ? String(action.position) : 'end');
        const known = new Set(graph.edges.map(({ from, to, name }) => `${place(from)} ${name} ${place(to)}`));
        for (const { from, to, name } of found.edges) {
          edges++;
          const told = `${from.index} ${name} ${to?.index ?? 'end'}`;
          assert.ok(known.has(told), `${told} is none of ${[...known].join(', ')}`);
        }
        const reached = new Set([...graph.reachable].map(place));
        for (const { at } of found.visits) assert.ok(reached.has(at.index), `${at.index} is reached`);
      }),
      { numRuns },
    );
    assert.ok(edges > numRuns, String(edges));
  }).timeout(600_000);
});
