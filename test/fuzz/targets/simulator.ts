import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { compareSemantics, type Simulation, simulate } from '../../../flow/simulator';
import { answers, worldOf } from '../../flow/simulator/support/arbitraryRuns';
import { flowDocument } from '../arbitraries/flowDocument';
import type { Target } from '../target';

interface Input {
  readonly document: JsonValue;
  readonly referenceType: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly semantics: 'documented' | 'observed';
  readonly variables: Readonly<Record<string, string>>;
  readonly answers: Parameters<typeof worldOf>[0];
}

/** A run ends, tells so, keeps its budget and its time, whatever the flow and the answers are; both semantics can be compared. */
export const simulator: Target<Input> = {
  name: 'simulator',
  input: fc.record({
    document: flowDocument,
    referenceType: fc.constantFrom('call', 'call', 'api', 'conversation', ''),
    direction: fc.constantFrom('incoming', 'outgoing'),
    semantics: fc.constantFrom('documented', 'observed'),
    variables: fc.dictionary(fc.constantFrom('a', 'v', 'voipbin.call.digits', '__proto__'), fc.string(), {
      maxKeys: 3,
    }),
    answers: answers.map((list) => JSON.parse(JSON.stringify(list)).map((item: never) => item ?? undefined)),
  }),
  async run({ document, referenceType, direction, semantics, variables, answers: given }) {
    const actions = actionsOf(document);
    const input = { actions, referenceType, direction, variables };
    examine(simulate(input, worldOf(given), { semantics }));
    compareSemantics(input, () => worldOf(given));
  },
};

function actionsOf(document: JsonValue): JsonValue {
  return typeof document === 'object' && document !== null && 'actions' in document
    ? (document.actions ?? null)
    : document;
}

function examine({ events, result, children }: Simulation): void {
  assert.equal(events.at(-1)?.type, 'end', 'the end is told');
  assert.ok(result.limit === undefined || result.used <= result.limit, 'the budget is kept');
  let before = Number.NEGATIVE_INFINITY;
  for (const { time } of events) {
    assert.ok(Number.isFinite(time) && time >= before, 'time goes on');
    before = time;
  }
  for (const value of Object.values(result.variables)) assert.equal(typeof value, 'string');
  for (const child of children) examine(child);
}
