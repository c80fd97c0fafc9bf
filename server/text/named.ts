import {
  type ActionNode,
  canonicalUuid,
  type FlowModel,
  type JsonNode,
  type Location,
  locate,
  nilUuid,
  type Place,
  type ReadBy,
  type Reference,
  type Scope,
  targetOf,
  textOf,
  variableUseAt,
} from '../../flow';
import { contentOf } from './rangeOf';

/** An action by its id: its own id, or a value that refers to it. */
export interface NamedAction {
  readonly kind: 'action';
  /** Canonical; a text that is not a UUID stays as it is: the engine finds nothing under it, but its author means something. */
  readonly id: string;
  readonly scope: Scope;
  /** The action that the engine finds, or that the author means; undefined where there is none. */
  readonly action: ActionNode | undefined;
  /** Undefined on the action's own id. */
  readonly reference: Reference | undefined;
  readonly place: Place;
}

export interface NamedVariable {
  readonly kind: 'variable';
  readonly name: string;
  /** `${name}`, or the bare name where one is wanted. */
  readonly place: Place;
  /** The name alone. */
  readonly namePlace: Place;
  /** The place gives the variable its value, so that its uses are what the author looks for there. */
  readonly sets: boolean;
  readonly by: ReadBy;
}

export type Named = NamedAction | NamedVariable;

/** A variable as it is asked for elsewhere than where its name stands. */
export function variableNamed(name: string): NamedVariable {
  const nowhere = { offset: 0, end: 0 };
  return { kind: 'variable', name, place: nowhere, namePlace: nowhere, sets: false, by: 'name' };
}

/** The thing with a name that stands at an offset; undefined where nothing is named. Places are without quotes. */
export function findNamed(model: FlowModel, offset: number): Named | undefined {
  const at = locate(model, offset);
  return findNamedAction(model, at) ?? findNamedVariable(model, at);
}

function findNamedAction(model: FlowModel, { at, node, key, action, scope }: Location): NamedAction | undefined {
  if (!node || !action || !scope) return undefined;
  if (at === 'value' && node === action.idNode) {
    const id = idKey(node);
    return id === undefined
      ? undefined
      : { kind: 'action', id, scope, action, reference: undefined, place: contentOf(model.text, node) };
  }
  const reference = model.references.find((candidate) => candidate.node === node);
  // The keys of a branch's table lead where their values lead; other keys are names of options.
  const onCase = at === 'key' && reference?.kind === 'case';
  if (!reference || (at !== 'value' && !onCase)) return undefined;
  const id = idKey(node);
  if (id === undefined) return undefined;
  return {
    kind: 'action',
    id,
    scope,
    action: targetOf(reference) ?? actionOfId(scope, id),
    reference,
    place: contentOf(model.text, onCase && key ? key : node),
  };
}

function findNamedVariable(model: FlowModel, { at, node, key, offset, option }: Location): NamedVariable | undefined {
  if (!node) return undefined;
  if (at === 'key') {
    if (!key || !isInjected(model, node)) return undefined;
    const place = contentOf(model.text, key);
    return { kind: 'variable', name: key.name.trim(), place, namePlace: place, sets: true, by: 'name' };
  }
  const use = variableUseAt(model, offset);
  if (use?.node === node) {
    const namePlace = { offset: use.nameOffset, end: use.nameEnd };
    const { name, offset, end } = use;
    return { kind: 'variable', name, place: { offset, end }, namePlace, sets: false, by: 'text' };
  }
  const name = option && bareName(option.node, option.field?.format);
  if (name === undefined) return undefined;
  const place = contentOf(model.text, node);
  const sets = option?.action?.type === 'variable_set';
  return { kind: 'variable', name, place, namePlace: place, sets, by: 'name' };
}

/** The name in an option that takes the name of a variable without `${}` around it. */
export function bareName(node: JsonNode, format: string | undefined): string | undefined {
  const name = format === 'variable-name' ? textOf(node) : undefined;
  return name === undefined || name === '' || name.includes('${') ? undefined : name;
}

/** Whether a node is a value of the document's own `variables`. */
function isInjected(model: FlowModel, node: JsonNode): boolean {
  return (
    node.parent !== undefined &&
    node.parent.parent === model.body &&
    model.options.some((option) => option.node === node.parent && option.field?.holds === 'variables')
  );
}

/** What tells one id from another; undefined for what is none: no text, an empty one, one with a variable in it. */
export function idKey(node: JsonNode | undefined): string | undefined {
  const text = textOf(node);
  return !text || text.includes('${') ? undefined : (canonicalUuid(text) ?? text);
}

/** The action that an id names: of several with the same id the first, as for VoIPbin; undefined for the empty id. */
export function actionOfId(scope: Scope, id: string): ActionNode | undefined {
  if (id === nilUuid) return undefined;
  return (
    scope.byId.get(id)?.[0] ?? scope.actions.find((action) => action.id === undefined && idKey(action.idNode) === id)
  );
}
