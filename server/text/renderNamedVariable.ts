import {
  type ActionNode,
  type BuiltInVariable,
  closest,
  codeSpan,
  digitsBefore,
  digitsVariable,
  type FlowModel,
  isAction,
  isReserved,
  isSetFor,
  type JsonNode,
  locate,
  member,
  neverSet,
  readAt,
  renderVariable,
  textOf,
  type Variable,
  variablesByName,
} from '../../flow';
import { describeDigits } from './describeDigits';
import { describeSetBefore } from './describeSetBefore';
import type { NamedVariable } from './named';
import { listSame } from './occurrences';
import type { ReadDocument, TextPlaces } from './rangeOf';
import { linkTo, renderActionPlace, renderList } from './renderPlace';

/**
 * What a variable holds, who sets it and from where on it exists, as Markdown; of a name that nothing sets, what to use instead. `elsewhere` are the paths
 * of the linked flows that set it.
 */
export function renderNamedVariable(
  document: ReadDocument,
  named: NamedVariable,
  elsewhere: readonly string[] = [],
): string {
  const { model } = document;
  const variable = variablesByName(model).get(named.name);
  const linked = elsewhere.length > 0 ? [renderElsewhere(elsewhere)] : [];
  if (!variable && elsewhere.length > 0)
    return [`**${codeSpan(named.name)}** · variable of linked flows`, ...linked].join('\n\n');
  if (!variable) return renderUnset(model, named.name);
  const { builtIn, name } = variable;
  const { action } = locate(model, named.place.offset);
  const here = action && readAt(action, named.by);
  const setters = here ? variable.setters.filter((setter) => isSetFor(setter, here)) : variable.setters;
  const uses = listSame(model, named).filter(({ declares }) => !declares).length;
  return [
    builtIn ? renderVariable(builtIn) : `**${codeSpan(name)}** · variable of this flow`,
    ...(setters.length > 0 ? [renderSetters(setters, builtIn, document)] : []),
    ...linked,
    ...(elsewhere.length > 0 ? [] : describeHere(model, named, action, builtIn)),
    ...(builtIn ? [documentation] : [`Used in ${uses === 1 ? '1 place' : `${uses} places`}.`]),
  ].join('\n\n');
}

/** What the variable is at the place itself: it differs from action to action. */
function describeHere(
  model: FlowModel,
  { name, sets, by }: NamedVariable,
  action: ActionNode | undefined,
  builtIn: BuiltInVariable | undefined,
): string[] {
  if (!action || sets || action.scope.fragment) return [];
  const point = readAt(action, by);
  const replaced = point === action ? [] : ['The flow around the `call` replaces it with its own value.'];
  const digits = name === digitsVariable ? digitsBefore(model, action, by) : undefined;
  if (digits) return [...replaced, describeDigits(digits, point)];
  return builtIn ? replaced : [...replaced, describeSetBefore(model, name, action, by)];
}

const documentation = '[VoIPbin documentation](https://api.voipbin.net/docs/variable_overview.html)';
function renderSetters(
  setters: Variable['setters'],
  builtIn: BuiltInVariable | undefined,
  document: TextPlaces,
): string {
  const fromWhere = describeFromWhere(builtIn);
  return `**Set in this file by**\n${renderList(setters, (setter) => renderSetter(setter, document, fromWhere))}`;
}

/** Flows that share their variables with this one, and set the variable. */
const renderElsewhere = (paths: readonly string[]) =>
  `**Set in linked flows**\n${renderList(paths, (path) => codeSpan(path, 120))}`;

/** What the action means for the variable: one that VoIPbin sets at the start of the flow is only changed by it. */
function describeFromWhere(builtIn: BuiltInVariable | undefined): string {
  if (builtIn?.inFollowUpFlow) return '';
  return builtIn && typeof builtIn.setBy === 'string' ? ': its value changes there' : ': it exists from there on';
}

function renderSetter(setter: ActionNode | JsonNode, document: TextPlaces, fromWhere: string): string {
  if (!isAction(setter)) {
    const link = linkTo(document, setter.key?.offset ?? setter.offset, '`variables`');
    const value = textOf(setter);
    return `${link}${value === undefined ? '' : `, to ${codeSpan(value, 80)}`}: it exists from the first action on`;
  }
  const value = setter.type === 'variable_set' ? textOf(member(setter.option, 'value')) : undefined;
  return `${renderActionPlace(setter, document)}${value === undefined ? '' : `, to ${codeSpan(value, 80)}`}${fromWhere}`;
}

function renderUnset(model: FlowModel, name: string): string {
  const claimed = neverSet.find((neverSetVariable) => neverSetVariable.name === name);
  const known = variablesByName(model);
  if (claimed) {
    const successor = known.get(claimed.successor ?? '')?.builtIn;
    return [
      `**${codeSpan(name)}** · never set`,
      '**VoIPbin documents:** the name is used as a variable.  \n**Its engine:** nothing sets it; it is an empty string.',
      claimed.doc,
      ...(successor ? ['---', renderVariable(successor)] : []),
      documentation,
    ].join('\n\n');
  }
  const near = closest(name, known.keys());
  return [
    `**${codeSpan(name)}** · not set in this file`,
    isReserved(name)
      ? 'VoIPbin has no variable of this name: it is an empty string.'
      : 'It is an empty string, unless an AI or the flow before this one sets it.',
    ...(near === undefined ? [] : [`Did you mean ${codeSpan(near)}?`]),
  ].join('\n\n');
}
