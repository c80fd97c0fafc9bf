import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { endId, explore, placeOfEnd } from '../../../flow/explore';
import { type JsonValue, scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';

/** The end that a world leads to, as the exploration names it. */
function endIn(actions: JsonValue, world: WorldScript, semantics: 'observed' | 'documented'): string {
  const input = inputOf(actions);
  const { events, result } = simulate(
    { ...input, variables: { ...input.variables, ...world.variables } },
    scriptedWorld(world),
    { semantics },
  );
  const last = events.at(-1);
  assert.ok(last?.type === 'end');
  return endId(result, placeOfEnd(result, last));
}

const typed = fc.constantFrom('', '1', '2', '3', '12', '9', '#', '1#', '77');
const callee = fc.constantFrom('answers' as const, 'busy' as const, 'no_answer' as const, 'fails' as const);
const world: fc.Arbitrary<WorldScript> = fc.record(
  {
    digits: fc.array(typed, { maxLength: 5 }),
    callees: fc.array(callee, { maxLength: 8 }),
    hangs_up_at: fc.constantFrom(300, 4000, 20_000),
    amd: fc.constantFrom('human' as const, 'machine' as const),
    refuses: fc.constantFrom<Record<string, string>>({}, { connect: 'no' }, { message_send: 'no' }),
    variables: fc.record({ outside: fc.constantFrom('', '1', '2', '12', 'x') }),
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
          for (const one of worlds) {
            const end = endIn(actions, one, meaning);
            assert.ok(ends.has(end), `${end} in ${JSON.stringify(one)} is none of ${[...ends].join(', ')}`);
          }
        },
      ),
      { numRuns },
    );
  }).timeout(600_000);

  test('every world that it hands out leads to the end that it was made for', () => {
    fc.assert(
      fc.property(arbitraryFlow, semantics, (actions, meaning) => {
        const found = explore(inputOf(actions), { semantics: meaning, maxStates: 3000 });
        for (const end of found.ends) {
          assert.equal(endIn(actions, end.shortest.world, meaning), end.id, JSON.stringify(end.shortest.world));
        }
      }),
      { numRuns },
    );
  }).timeout(600_000);
});
