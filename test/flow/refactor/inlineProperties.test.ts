import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { explore } from '../../../flow/explore';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { toValue } from '../../../flow/json/node';
import { readFlow } from '../../../flow/model/flowModel';
import { plainModel } from '../../../flow/plain/plainModel';
import { refactorings, selectionAt } from '../../../flow/refactor';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { A, B, C, D, newIds } from '../../support/ids';

/** The text of a list of actions, with names in the place of the ids that they share. */
const textOf = (actions: readonly JsonValue[], names: boolean) =>
  names
    ? JSON.stringify(actions).replaceAll(A, 'ask').replaceAll(B, 'ask-2').replaceAll(C, 'menu')
    : JSON.stringify(actions);

/** How calls of a flow end, places left out; undefined where there are too many ways to look at all. */
function endsOf(text: string): string | undefined {
  const { root } = plainModel(readFlow(text, { jsonc: true }));
  assert.ok(root);
  const { ends, complete } = explore(inputOf(toValue(root) as JsonValue), { maxStates: 300 });
  return complete
    ? [...new Set(ends.map(({ outcome, error }) => `${outcome} ${error ?? ''}`))].sort().join()
    : undefined;
}

/** The flow with its call replaced by the actions of it; undefined where that is refused. */
function inlined(text: string): string | undefined {
  const model = readFlow(text, { jsonc: true });
  const call = model.actions.find(({ type }) => type === 'call');
  assert.ok(call);
  const selection = selectionAt(model, call.node.offset + 1, call.node.offset + 1);
  const refactoring = refactorings.find(({ name }) => name === 'inline-call');
  const offer = refactoring?.offer(selection);
  assert.equal(offer === undefined, refactoring?.refuse?.(selection) !== undefined);
  return offer && applyEdits(text, offer.edits(newIds()));
}

const callOf = (actions: readonly JsonValue[]) => ({ id: D, type: 'call', option: { actions } });
const lists = fc.tuple(arbitraryFlow, arbitraryFlow, fc.boolean()) as fc.Arbitrary<[JsonValue[], JsonValue[], boolean]>;

/** Runs a property of an inner and an outer list, and asserts that calls were replaced often, and their ends compared. */
function holds(endsBefore: (inner: JsonValue[], outer: JsonValue[]) => JsonValue[], around: typeof endsBefore) {
  let compared = 0;
  fc.assert(
    fc.property(lists, ([inner, outer, names]) => {
      const after = inlined(textOf(around(inner, outer), names));
      if (after === undefined) return;
      const [now, before] = [endsOf(after), endsOf(textOf(endsBefore(inner, outer), names))];
      if (now === undefined || before === undefined) return;
      compared++;
      assert.equal(now, before, after);
    }),
    { numRuns: 60 },
  );
  assert.ok(compared > 10, `${compared} were compared`);
}

suite('a call that is replaced by its actions: any lists', () => {
  test('its actions end as they would without those around', () =>
    holds(
      (inner) => [...inner, { type: 'stop' }],
      (inner, outer) => [callOf(inner), { type: 'stop' }, ...outer],
    )).timeout(60_000);

  test('the actions around it, which do not come to it, end as they did', () => {
    const around = (inner: JsonValue[], outer: JsonValue[]) => [
      { type: 'answer', next_id: A },
      callOf(inner),
      { type: 'stop' },
      ...outer,
    ];
    holds(around, around);
  }).timeout(60_000);
});
