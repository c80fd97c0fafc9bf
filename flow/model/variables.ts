import type { ActionDefinition } from '../catalog/action';
import { type BuiltInVariable, builtInVariables } from '../catalog/variables';
import { addTo } from '../collections/addTo';
import { perObject } from '../collections/perObject';
import { type JsonNode, member, textOf } from '../json/node';
import { own } from '../json/own';
import { actionsOfType } from './actionsOfType';
import type { ActionNode, FlowModel } from './flowModel';
import { listOptions } from './listOptions';
import { perModel } from './perModel';

/** A variable that a document can use: a built-in one, or one that the document sets. */
export interface Variable {
  readonly name: string;
  /**
   * The values of the document's `variables`, then the actions that set it, in the order of the text. Empty if only VoIPbin sets it. An action
   * that sets it as a side effect counts only if no other action sets it.
   */
  readonly setters: readonly (ActionNode | JsonNode)[];
  readonly builtIn?: BuiltInVariable;
}

/** The built-in variables, for documents that set none of them. */
const builtIns: ReadonlyMap<string, Variable> = new Map(
  builtInVariables.map((builtIn) => [builtIn.name, { name: builtIn.name, setters: [], builtIn }]),
);

/**
 * Every variable of a document: VoIPbin's own in the catalog's order, then the author's in the order in which they are first set.
 *
 * Names that are computed (`"key": "${name}"`) are not known here, nor are names that an AI or another flow sets.
 */
export function listVariables(model: FlowModel): readonly Variable[] {
  return [...variablesByName(model).values()];
}

/** The same by name. Case and spaces matter. */
export const variablesByName = perModel((model): ReadonlyMap<string, Variable> => {
  const variables = new Map(builtIns);
  for (const [name, list] of settersByName(model, model.actions))
    variables.set(name, { ...variables.get(name), name, setters: listMeant(name, list) });
  return variables;
});

/**
 * Only the author's variables. Most questions are about them, and listing them takes a fraction of the time. Only the document's `variables` and
 * `variable_set` give such names.
 */
export const authoredVariables = perModel((model): ReadonlyMap<string, Variable> => {
  const variables = new Map<string, Variable>();
  for (const [name, setters] of settersByName(model, actionsOfType(model, 'variable_set')))
    if (!builtIns.has(name)) variables.set(name, { name, setters });
  return variables;
});

/** The variable with a name. Undefined if it is not built in and the document does not set it. */
export function findKnownVariable(model: FlowModel, name: string): Variable | undefined {
  return (builtIns.has(name) ? variablesByName(model) : authoredVariables(model)).get(name);
}

/** Whether a variable is built in, or set by the document. */
export function isKnownVariable(model: FlowModel, name: string): boolean {
  return builtIns.has(name) || authoredVariables(model).has(name);
}

function settersByName(model: FlowModel, actions: readonly ActionNode[]): Map<string, (ActionNode | JsonNode)[]> {
  const setters = new Map<string, (ActionNode | JsonNode)[]>();
  for (const { action, node } of listOptions(model, (field) => field.holds === 'variables')) {
    if (action || node.type !== 'object') continue;
    for (const child of node.children) {
      const name = injectedName(child);
      if (name !== undefined) addTo(setters, name, child);
    }
  }
  for (const action of actions) for (const name of namesSetBy(action)) addTo(setters, name, action);
  return setters;
}

/** The setters whose purpose is to set a variable, or all setters if there are none. */
function listMeant(name: string, setters: readonly (ActionNode | JsonNode)[]): readonly (ActionNode | JsonNode)[] {
  const meant = setters.filter((setter) => !isAction(setter) || !setsByTheWay(setter, name));
  return meant.length > 0 ? meant : setters;
}

function setsByTheWay(action: ActionNode, name: string): boolean {
  const unless = own(action.definition?.setsByTheWay, name);
  return unless !== undefined && !textOf(member(action.option, unless));
}

/** Whether the setter of a variable is an action, not a value of the document's `variables`. */
export function isAction(setter: ActionNode | JsonNode): setter is ActionNode {
  return 'scope' in setter;
}

const prefix = 'voipbin.';

/** Whether VoIPbin reserves the name. Only `variable_set` can write to such a name. */
export function isReserved(name: string): boolean {
  return name.startsWith(prefix);
}

/** The name that a member of `variables` gets. Undefined if VoIPbin drops it. Source: `bin-flow-manager/pkg/activeflowhandler/variable.go:89-147`. */
export function injectedName({ key }: JsonNode): string | undefined {
  const name = key?.name.trim() ?? '';
  // VoIPbin silently drops empty names, and reserved names in upper or lower case.
  return name === '' || name.toLowerCase().startsWith(prefix) ? undefined : name;
}

/** The names of the variables that an action makes exist from there on. */
export function namesSetBy(action: ActionNode): readonly string[] {
  if (action.type !== 'variable_set') return action.definition?.sets ? setBy(action.definition) : none;
  const key = textOf(member(action.option, 'key'));
  return key === undefined || key === '' || key.includes('${') ? none : [key];
}

const none: readonly string[] = [];

/** The `sets` of a type, with the names that a trailing `.*` stands for. */
const setBy = perObject(({ sets = none }: ActionDefinition) =>
  sets.flatMap((name) =>
    name.endsWith('*')
      ? builtInVariables.flatMap((variable) => (variable.name.startsWith(name.slice(0, -1)) ? [variable.name] : []))
      : [name],
  ),
);
