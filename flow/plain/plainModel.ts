import { applyEdits, type Edit } from '../edit/edit';
import type { JsonNode } from '../json/node';
import { isActionName } from '../model/actionName';
import { type FlowModel, readFlow, type Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { scopeKeys } from './scopeKeys';
import { uuidOfName } from './uuidOfName';

/**
 * The same document with a UUID in the place of each name, in ids and in references. Its actions are those of the document, one by one, and every path
 * is that of the document; offsets differ.
 *
 * It is the model itself where the document has no names, as in each `*.flow.json`.
 */
export function plainModel(model: FlowModel): FlowModel {
  return model.jsonc ? substituted(model).model : model;
}

/** The UUID that VoIPbin gets for an id of a list, which is the id itself where it is not a name. */
export function plainId(model: FlowModel, scope: Scope, id: string): string {
  return model.jsonc && isActionName(id) ? uuidOfName(scopeKeys(model).get(scope) ?? '', id) : id;
}

/** The names of a document by the UUIDs in their place, those that only references have included. */
export function nameById(model: FlowModel): ReadonlyMap<string, string> {
  return model.jsonc ? substituted(model).nameById : none;
}

/** The edits that put the UUIDs that VoIPbin gets in the place of all names, in order of the text as far as it was gone through. */
export function useUuids(model: FlowModel): readonly Edit[] {
  return model.jsonc ? substituted(model).edits : [];
}

const none: ReadonlyMap<string, string> = new Map();

const substituted = perModel((model) => {
  const keys = scopeKeys(model);
  const made = new Map<string, string>();
  const names = new Map<string, string>();
  const uuidOf = (scope: Scope, name: string) => {
    const key = keys.get(scope) ?? '';
    const uuid = made.get(`${key}/${name}`) ?? uuidOfName(key, name);
    made.set(`${key}/${name}`, uuid);
    names.set(uuid, name);
    return uuid;
  };
  const edits: Edit[] = [];
  const put = ({ offset, end }: JsonNode, id: string | undefined, scope: Scope) => {
    // A text that is not closed stays as it is: closed, it would change what is read behind it.
    if (id === undefined || !isActionName(id) || !isQuoted(model.text.slice(offset, end))) return;
    edits.push({ offset, end, text: `"${uuidOf(scope, id)}"` });
  };
  for (const { idNode, id, scope } of model.actions) if (idNode) put(idNode, id, scope);
  for (const { node, id, from } of model.references) put(node, id, from.scope);
  const plain = edits.length === 0 ? model : readFlow(applyEdits(model.text, edits), { jsonc: true });
  return { model: plain, nameById: names, edits };
});

const isQuoted = (text: string) => text.length > 1 && text.startsWith('"') && text.endsWith('"');
