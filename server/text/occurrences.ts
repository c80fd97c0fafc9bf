import type { Location } from 'vscode-languageserver-types';
import {
  type ActionNode,
  type FlowModel,
  isAction,
  isSetFor,
  locate,
  member,
  nilUuid,
  type Reference,
  readAt,
  type Scope,
  targetOf,
  variablesByName,
  variableUses,
} from '../../flow';
import type { LinkTarget } from './linkTarget';
import { bareName, idKey, type Named } from './named';
import { contentOf, type ReadDocument, rangeOf } from './rangeOf';

/** A name without quotes and braces; around it is the whole action, or the member of the document's `variables`. */
export interface Occurrence extends LinkTarget {
  /** The id of the action itself; the place where the variable gets its value. */
  readonly declares: boolean;
  /** Of a variable: the action that sets it, or the one before which it is read; undefined outside the actions. */
  readonly point?: ActionNode | undefined;
}

/** Every place of a document that names the same thing, in order of the text. */
export function listOccurrences(model: FlowModel, named: Named): Occurrence[] {
  const all = named.kind === 'action' ? actionOccurrences(model, named) : variableOccurrences(model, named.name);
  return all.sort((a, b) => a.place.offset - b.place.offset);
}

/** The places that mean the same thing as a place does: of a variable those of its flow, because the flow of a new call has variables of its own. */
export function listSame(model: FlowModel, named: Named): Occurrence[] {
  const all = listOccurrences(model, named);
  if (named.kind === 'action') return all;
  const { action } = locate(model, named.place.offset);
  const here = action && readAt(action, named.by);
  return all.filter(({ point }) => (here && point ? isSetFor(point, here) : !(here ?? point)?.scope.owner));
}

/** Places of a document as locations; those that declare only where they are asked for. */
export const locationsOf = (
  occurrences: readonly Occurrence[],
  document: ReadDocument,
  includeDeclaration: boolean,
): Location[] =>
  occurrences
    .filter(({ declares }) => includeDeclaration || !declares)
    .map(({ place }) => ({ uri: document.uri, range: rangeOf(document, place) }));

/** The values that lead to an action, the reserved id of the start included, or that bear the same id; the empty id leads nowhere. */
export function listReferences(
  model: FlowModel,
  { id, scope, action }: { id: string | undefined; scope: Scope; action: ActionNode | undefined },
): Reference[] {
  if (id === nilUuid) return [];
  return model.references.filter(
    (reference) =>
      reference.from.scope === scope &&
      ((action !== undefined && targetOf(reference) === action) ||
        (id !== undefined && (reference.id ?? idKey(reference.node)) === id)),
  );
}

function actionOccurrences(model: FlowModel, named: Named & { kind: 'action' }): Occurrence[] {
  const { scope, id, action } = named;
  const found: Occurrence[] = [];
  // Equal to each other, empty ids still name nothing.
  if (id === nilUuid) return found;
  for (const actionNode of scope.actions) {
    if (actionNode.idNode && (actionNode === action || (actionNode.id ?? idKey(actionNode.idNode)) === id)) {
      found.push({ place: contentOf(model.text, actionNode.idNode), declares: true, around: actionNode.node });
    }
  }
  for (const { node, from } of listReferences(model, named)) {
    found.push({ place: contentOf(model.text, node), declares: false, around: from.node });
  }
  return found;
}

function variableOccurrences(model: FlowModel, name: string): Occurrence[] {
  const found = listSetters(model, name);
  for (const use of variableUses(model)) {
    if (use.name !== name) continue;
    const place = { offset: use.nameOffset, end: use.nameEnd };
    const point = use.action && readAt(use.action, 'text');
    found.push({ place, declares: false, around: use.action?.node ?? use.node, point });
  }
  for (const { node, field, action } of model.options) {
    if (!action || action.type === 'variable_set' || bareName(node, field?.format) !== name) continue;
    found.push({ place: contentOf(model.text, node), declares: false, around: action.node, point: action });
  }
  return found;
}

/**
 * Where a variable gets its value: by `variable_set`, in the document's `variables`, or by the type of an action that sets it. With `point`, the action
 * before which it is read: only for the flow of this action, if anything sets it there.
 */
export function listSetters(model: FlowModel, name: string, point?: ActionNode): Occurrence[] {
  const setters = variablesByName(model).get(name)?.setters ?? [];
  const own = point ? setters.filter((setter) => isSetFor(setter, point)) : [];
  return (own.length > 0 ? own : setters).flatMap((setter): Occurrence[] => {
    if (!isAction(setter)) {
      const { key, end } = setter;
      if (!key) return [];
      return [{ place: contentOf(model.text, key), declares: true, around: { offset: key.offset, end } }];
    }
    const node = (setter.type === 'variable_set' ? member(setter.option, 'key') : undefined) ?? setter.typeNode;
    return node ? [{ place: contentOf(model.text, node), declares: true, around: setter.node, point: setter }] : [];
  });
}
