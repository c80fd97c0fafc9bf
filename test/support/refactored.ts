import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../flow/edit/edit';
import { type ActionNode, type FlowModel, readFlow } from '../../flow/model/flowModel';
import { refactorings, selectionAt } from '../../flow/refactor';
import { newIds } from './ids';

type Refactoring = (
  model: FlowModel,
  actions: readonly ActionNode[],
  newId: () => string,
) => readonly Edit[] | undefined;

/** Asserts the text after a change of its actions, all of them in order; the result can be read where the text could. */
export function checkRefactored(before: string, change: Refactoring, after: string): void {
  const model = readFlow(before, { jsonc: true });
  const edits = change(model, model.actions, newIds());
  assert.ok(edits, 'nothing can be done');
  assert.equal(applyEdits(before, edits), after);
  assert.equal(faultsOf(after), faultsOf(before));
}

const faultsOf = (text: string) =>
  readFlow(text, { jsonc: true }).issues.filter(({ code }) => code !== 'Comment').length;

/** The offers at the selection between `«` and `»`, or at the cursor `|`. */
export function offersAt(marked: string) {
  const text = marked.replace(/[«»|]/g, '');
  const start = marked.search(/[«|]/);
  const end = marked.includes('»') ? marked.indexOf('»') - 1 : start;
  const model = readFlow(text, { jsonc: true });
  const selection = selectionAt(model, start, end);
  return {
    text,
    offers: refactorings.flatMap((refactoring) => ({ name: refactoring.name, offer: refactoring.offer(selection) })),
  };
}

/** Asserts the text after a refactoring, and its title where one is given. */
export function checkOffer(name: string, marked: string, after: string, title?: string): void {
  const { text, offers } = offersAt(marked);
  const offer = offers.find((offer) => offer.name === name)?.offer;
  assert.ok(offer, `${name} is not offered`);
  const result = applyEdits(text, offer.edits(newIds()));
  assert.equal(result, after);
  const issues = readFlow(result, { jsonc: true }).issues.filter(({ code }) => code !== 'Comment');
  assert.deepEqual(issues, []);
  if (title !== undefined) assert.equal(offer.title, title);
}

export function checkNotOffered(name: string, marked: string): void {
  const { offers } = offersAt(marked);
  assert.equal(offers.find((offer) => offer.name === name)?.offer, undefined);
}
