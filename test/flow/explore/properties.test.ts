import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import type { WorldScript } from '../../../flow/simulator';
import { arbitraryCallFlow, arbitraryWorld } from '../../support/arbitraryCalls';
import { arbitraryChainedWorld, arbitraryChains } from '../../support/arbitraryChains';
import { arbitraryComparedWorld, arbitraryComparisons } from '../../support/arbitraryComparisons';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { endIn, isExplored } from '../../support/assertExplored';

const typed = fc.constantFrom('', '1', '2', '3', '12', '9', '#', '1#', '77');
const callee = fc.constantFrom('answers' as const, 'busy' as const, 'no_answer' as const, 'fails' as const);
const world: fc.Arbitrary<WorldScript> = fc.record(
  {
    digits: fc.array(typed, { maxLength: 5 }),
    callees: fc.array(callee, { maxLength: 8 }),
    hangs_up_at: fc.constantFrom(300, 4000, 20_000),
    amd: fc.constantFrom('human' as const, 'machine' as const),
    refuses: fc.constantFrom<Record<string, string>>({}, { connect: 'no' }, { message_send: 'no' }),
    variables: fc.record({
      outside: fc.constantFrom('', '1', '2', '12', 'x', '0', '3', '22', '12:0', '2:0', 'busy', 'xyz'),
      second: fc.constantFrom('', '1', '2', '12', '0', '3', '2:1', '123'),
    }),
    now: fc.constantFrom(
      '2026-11-18T10:30:00Z',
      '2026-11-18T09:00:00Z',
      '2026-11-18T17:31:00Z',
      '2026-11-18T03:10:00Z',
    ),
  },
  { requiredKeys: [] },
);

const semantics = fc.constantFrom('observed' as const, 'documented' as const);

/** With so many differences a flow is now and then too large to be explored to its end. */
const fewIncomplete = 0.1;

/** A long run takes as many as it is told: EXPLORED_FLOWS=10000. */
const numRuns = Number(process.env.EXPLORED_FLOWS ?? 300);

suite('explore: any flow', () => {
  test('every end that a world leads to was found', () => {
    fc.assert(
      fc.property(
        arbitraryFlow,
        fc.array(world, { minLength: 1, maxLength: 10 }),
        semantics,
        (actions, worlds, meaning) => {
          const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
          if (!found.complete) return;
          const ends = new Set(found.ends.map((end) => end.id));
          for (const other of worlds) {
            const { id: end } = endIn(inputOf(actions), other, meaning);
            assert.ok(ends.has(end), `${end} in ${JSON.stringify(other)} is none of ${[...ends].join(', ')}`);
          }
        },
      ),
      { numRuns },
    );
  }).timeout(numRuns * 6000);

  test('every world that it hands out leads to the end that it was made for', () => {
    fc.assert(
      fc.property(arbitraryFlow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        for (const end of found.ends) {
          assert.equal(
            endIn(inputOf(actions), end.shortest.world, meaning).id,
            end.id,
            JSON.stringify(end.shortest.world),
          );
        }
      }),
      { numRuns },
    );
  }).timeout(numRuns * 6000);

  const kinds = [
    {
      what: 'flows with all types, and of what the outside can do with them',
      flows: arbitraryCallFlow,
      worlds: fc.array(arbitraryWorld, { minLength: 1, maxLength: 10 }),
    },
    {
      what: 'flows that compare the same variables in many ways',
      flows: arbitraryComparisons,
      worlds: fc.array(arbitraryComparedWorld, { minLength: 10, maxLength: 25 }),
    },
    {
      what: 'flows that compare variables with one another',
      flows: arbitraryChains,
      worlds: fc.array(arbitraryChainedWorld, { minLength: 100, maxLength: 100 }),
    },
  ];
  for (const { what, flows, worlds } of kinds)
    test(`the same of ${what}`, () => {
      let incomplete = 0;
      fc.assert(
        fc.property(flows, worlds, semantics, (actions, met, meaning) => {
          if (!isExplored(inputOf(actions), met, { semantics: meaning, maxStates: 3000 })) incomplete++;
        }),
        { numRuns },
      );
      assert.ok(incomplete <= numRuns * fewIncomplete, `${incomplete} of ${numRuns}`);
    }).timeout(numRuns * 6000);
});
