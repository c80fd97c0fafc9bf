import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { explore } from '../../../flow/explore';
import { graphOf } from '../../../flow/graph/flowGraph';
import { type ActionNode, readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';

const semantics = fc.constantFrom('observed' as const, 'documented' as const);

/** A long run takes as many as it is told: EXPLORED_FLOWS=10000. */
const numRuns = Number(process.env.EXPLORED_FLOWS ?? 200);

suite('flowGraph: what calls do', () => {
  test('every edge that some call takes is in the graph, and every action that some call executes can be reached', () => {
    let edges = 0;
    fc.assert(
      fc.property(arbitraryFlow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        const model = readFlow(JSON.stringify(actions));
        const graph = graphOf(model, meaning);
        const place = (action: ActionNode | undefined) => (action ? String(action.position) : 'end');
        const known = new Set(graph.edges.map(({ from, to, name }) => `${place(from)} ${name} ${place(to)}`));
        for (const { from, to, name } of found.edges) {
          edges++;
          const told = `${from.index} ${name} ${to?.index ?? 'end'}`;
          assert.ok(known.has(told), `${told} is none of ${[...known].join(', ')}`);
        }
        const reached = new Set(graph.actions.filter((action) => graph.isReachable(action)).map(place));
        for (const { at } of found.visits) assert.ok(reached.has(at.index), `${at.index} is reached`);
      }),
      { numRuns },
    );
    assert.ok(edges > numRuns, String(edges));
  }).timeout(numRuns * 6000);

  test('no call does what a check calls impossible', () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitraryFlow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        const text = JSON.stringify({ source: {}, destinations: [], actions });
        const model = readFlow(text);
        const findings = checkFlow(model);
        const reported = (code: string) =>
          new Set(findings.filter((finding) => finding.code === code).map(({ offset }) => offset));
        const unreachable = reported('unreachable-action');
        const beyond = reported('budget-exceeded');
        for (const { at } of found.visits) {
          const action = model.actions[Number(at.index)];
          assert.ok(action && !unreachable.has(action.node.offset), `${at.index} is reached in ${text}`);
          assert.ok(!beyond.has(action.typeNode?.offset ?? -1), `${at.index} is reached in ${text}`);
        }
        const unmatchable = reported('branch-case-unmatchable');
        for (const { from, name } of found.edges) {
          if (!name.startsWith('"')) continue;
          taken++;
          const reference = model.references.find(
            (reference) => reference.from.position === Number(from.index) && JSON.stringify(reference.caseKey) === name,
          );
          assert.ok(reference && !unmatchable.has(reference.node.key?.offset ?? -1), `${name} matches in ${text}`);
        }
      }),
      { numRuns },
    );
    assert.ok(taken > 0);
  }).timeout(numRuns * 6000);
});
