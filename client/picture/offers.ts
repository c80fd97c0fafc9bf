import { type Edit, type Offer, type Refactoring, refactorings, type Selection, selectionAt } from '../../flow';
import { actionOf, actionsOf, type Drawn } from './drawn';
import type { MovedKeys } from './renewKeys';

/** What is chosen in a picture: a node, or all actions of a list from one to another. */
export interface Chosen {
  readonly key: string;
  readonly until?: string | undefined;
}

/** What is chosen, in the next picture; undefined where its action no longer exists. */
export function movedChosen({ key, until }: Chosen, moved: MovedKeys): Chosen | undefined {
  const now = (old: string) => (Object.hasOwn(moved, old) ? (moved[old] ?? undefined) : old);
  const next = now(key);
  return next === undefined ? undefined : { key: next, until: until === undefined ? undefined : now(until) };
}

/** What is chosen, as a selection of the text; undefined where it is not a part of one list. */
export function selectionOf(drawn: Drawn, { key, until }: Chosen): Selection | undefined {
  const action = actionOf(drawn, key);
  const other = actionsOf(drawn, until ?? key).at(-1);
  if (!action || !other || action.scope !== other.scope) return undefined;
  const [first, last] = action.order <= other.order ? [action, other] : [other, action];
  return selectionAt(drawn.model, first.node.offset, last.node.end);
}

/** A refactoring of what is chosen, if it only edits the text. One that creates a file is left to the editor. */
export function offerOf(refactoring: Refactoring | undefined, selection: Selection | undefined): Offer | undefined {
  const offer = selection && refactoring?.offer(selection);
  return offer?.file ? undefined : offer;
}

/** The edits of a refactoring of what is chosen; undefined where it cannot be made. */
export function refactor(drawn: Drawn, chosen: Chosen, name: string, newId: () => string): Edit[] | undefined {
  const offer = offerOf(
    refactorings.find((refactoring) => refactoring.name === name),
    selectionOf(drawn, chosen),
  );
  return offer && [...offer.edits(newId)];
}
