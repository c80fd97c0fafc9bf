import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../flow/edit/edit';
import { type ActionNode, buildFlowModel, type FlowModel } from '../../flow/model/flowModel';

type Refactoring = (
  model: FlowModel,
  actions: readonly ActionNode[],
  newId: () => string,
) => readonly Edit[] | undefined;

/** Asserts the text after a change of its actions, all of them in order; the result can be read where the text could. */
export function checkRefactored(before: string, change: Refactoring, after: string): void {
  const model = buildFlowModel(before, { jsonc: true });
  const edits = change(model, model.actions, newIds());
  assert.ok(edits, 'nothing can be done');
  assert.equal(applyEdits(before, edits), after);
  assert.equal(faultsOf(after), faultsOf(before));
}

const faultsOf = (text: string) =>
  buildFlowModel(text, { jsonc: true }).issues.filter(({ code }) => code !== 'Comment').length;

/** Ids that tell in which order they were made: the first ends in 1. */
export function newIds(): () => string {
  let count = 0;
  return () => newId(++count);
}

/** The id that `newIds` makes at a turn, counted from 1. */
export const newId = (turn: number) => `99999999-0000-4000-8000-${String(turn).padStart(12, '0')}`;
