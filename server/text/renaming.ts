import {
  actionOfPlainId,
  canonicalUuid,
  type Edit,
  type FlowModel,
  findAction,
  isActionName,
  isReserved,
  textContentOf as jsonContentOf,
  maxNameLength,
  nilUuid,
  type Place,
  plainId,
  quote,
  readActionId,
  reservedIds,
} from '../../flow';
import { actionOfId, findNamed, type NamedAction, type NamedVariable, variableNamed } from './named';
import { listOccurrences } from './occurrences';

/** Why something cannot be renamed, as a sentence for the author. */
export interface RenameRefusal {
  readonly refusal: string;
}

/** A thing with a name that its author may change. */
export interface Renaming {
  /** The name at the offset, without quotes and braces. */
  readonly place: Place;
  readonly name: string;
  readonly kind: 'action' | 'variable';
  /** The edits that give it another name everywhere in the document; none where the name stays the same. */
  readonly edits: (newName: string) => readonly Edit[] | RenameRefusal;
}

export const isRefusal = (answer: object): answer is RenameRefusal => 'refusal' in answer;

/** What can be renamed at an offset: an action by its id, within its list, or a variable of the author's, in the whole document. */
export function findRenaming(model: FlowModel, offset: number): Renaming | RenameRefusal | undefined {
  const named = findNamed(model, offset);
  if (named?.kind === 'variable') return variableRenaming(model, named);
  return named && actionRenaming(model, named);
}

function variableRenaming(model: FlowModel, { name, namePlace }: NamedVariable): Renaming | RenameRefusal | undefined {
  if (name === '') return undefined;
  if (isReserved(name)) return { refusal: `${quote(name)} is VoIPbin’s own. You can rename only your own variables.` };
  return {
    place: namePlace,
    name,
    kind: 'variable',
    edits: (typed) => renameVariable(model, name, typed, 'This flow'),
  };
}

/** The edits that give a variable another name in a document; `where` is what the reason calls the document where the name is taken. */
export function renameVariable(
  model: FlowModel,
  name: string,
  typed: string,
  where: string,
): readonly Edit[] | RenameRefusal {
  // Some authors type what stands in the text.
  const newName = /^\$\{([^{}]*)\}$/.exec(typed)?.[1] ?? typed;
  if (newName === name) return [];
  const refusal = refuseVariable(model, newName, where);
  return refusal ?? replaceAll(placesOfVariable(model, name), jsonContentOf(newName));
}

const placesOfVariable = (model: FlowModel, name: string) => listOccurrences(model, variableNamed(name));

const nowhere: Place = { offset: 0, end: 0 };

/** What ends a name, or cannot stand in one. */
const unfit = /[{}"\\\p{Cc}]/u;

function refuseVariable(model: FlowModel, name: string, where: string): RenameRefusal | undefined {
  if (name === '') return { refusal: 'A variable needs a name.' };
  if (name !== name.trim()) return { refusal: 'The name begins or ends with a space. Remove it.' };
  const wrong = unfit.exec(name)?.[0];
  if (wrong !== undefined)
    return {
      refusal: `The name of a variable cannot have ${/\p{Cc}/u.test(wrong) ? 'a line break or tab' : quote(wrong)} in it.`,
    };
  if (isReserved(name.toLowerCase()))
    return { refusal: 'Names that begin with `voipbin.` belong to VoIPbin. Choose another name.' };
  if (placesOfVariable(model, name).length > 0)
    return { refusal: `${where} has a variable ${quote(name)} already. Both would become one. Choose another name.` };
  return undefined;
}

function actionRenaming(model: FlowModel, named: NamedAction): Renaming | RenameRefusal | undefined {
  const { id, place, reference } = named;
  // The key of a case is what the caller presses, not the id that it leads to.
  if (reference && (place.offset < reference.node.offset || place.end > reference.node.end)) return undefined;
  if (id === nilUuid) return { refusal: 'The empty id names no action.' };
  const reserved = reference && reservedIds.get(id);
  if (reserved) return { refusal: `VoIPbin reserves this id: “${reserved.name}”. It cannot be renamed.` };
  const name = model.text.slice(place.offset, place.end);
  return {
    place,
    name,
    kind: 'action',
    edits(typed) {
      const newId = readActionId(typed.trim(), named.scope.names);
      if (typed === name || newId === id) return [];
      if (newId === undefined) return { refusal: named.scope.names ? describeBadName(typed) : describeBadUuid(typed) };
      const refusal = refuseId(model, named, newId);
      return refusal ?? replaceAll(placesOfAction(model, named), newId);
    },
  };
}

const describeBadName = (typed: string) =>
  `${quote(typed)} is neither a name nor a UUID. A name begins with a letter and has letters, digits, "-" and "_", at most ${maxNameLength}.`;

const describeBadUuid = (typed: string) =>
  `${quote(typed)} is not a UUID. VoIPbin would replace it with a random id, and no jump would find the action. A *.flow.jsonc can have names.`;

/**
 * The id of the action, and the targets that lead to it. Of actions with the same id only that one gets another id, and each target still leads where
 * it led: to the first. The reserved id of the start means the first action, whatever its own id is.
 */
function placesOfAction(model: FlowModel, named: NamedAction) {
  const { id, scope, action } = named;
  const isFirst = action === actionOfId(scope, id);
  return listOccurrences(model, named).filter(({ place, declares, around }) =>
    declares
      ? around === action?.node
      : isFirst && !reservedIds.has(canonicalUuid(model.text.slice(place.offset, place.end)) ?? ''),
  );
}

function refuseId(
  model: FlowModel,
  { scope, action: renamed, id: old }: NamedAction,
  id: string,
): RenameRefusal | undefined {
  if (findAction(id))
    return { refusal: `${quote(id)} is an action type, and test files mean the type by it. Choose another name.` };
  if (id === nilUuid) return { refusal: 'The empty id names no action. Choose another id.' };
  if (reservedIds.has(id)) return { refusal: 'VoIPbin reserves this id. Choose another one.' };
  const action = scope.byId.get(id)?.[0];
  if (action) return { refusal: `Another action of this list has this ${wordFor(id)}. Choose another one.` };
  const twin = actionOfPlainId(model, scope, id);
  if (twin && twin !== renamed)
    return { refusal: `VoIPbin gets this id for the action ${twin.name} of this list. Choose another one.` };
  const occurrencesOf = (other: string) =>
    listOccurrences(model, { kind: 'action', id: other, scope, action, reference: undefined, place: nowhere });
  const plain = scope.names && isActionName(id) ? plainId(model, scope, id) : undefined;
  if (plain !== undefined && plain !== old && occurrencesOf(plain).length > 0)
    return { refusal: `VoIPbin gets ${plain} for this name, and this list has that id already. Choose another one.` };
  if (occurrencesOf(id).length > 0)
    return {
      refusal: `A jump of this list already has this ${wordFor(id)} and would lead here. Choose another one.`,
    };
  return undefined;
}

const wordFor = (id: string) => (isActionName(id) ? 'name' : 'id');

const replaceAll = (places: readonly { readonly place: Place }[], text: string): Edit[] =>
  places.map(({ place: { offset, end } }) => ({ offset, end, text }));
