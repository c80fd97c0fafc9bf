import { findShape } from '../catalog/documents';
import { onlyTelephoneKeys } from '../catalog/telephoneKeys';
import { digitsVariable } from '../catalog/variables';
import { member, textOf } from '../json/node';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { triggerOf } from '../model/trigger';
import { hasVariable } from '../model/variableUses';
import { commonCopies, copiesAfter, type DigitCopies, noCopies } from './digitCopies';
import { isTakenOnlyEmpty } from './emptyOn';
import { flowGraph } from './flowGraph';
import { type ReadBy, readAt } from './readAt';
import { branchVariable, mayChangeAnything, waits } from './step';

/** What `voipbin.call.digits` can hold at a point of a flow, over all ways that lead there. */
export interface Digits {
  /** The `digits_receive` whose keys can be in it, in the order in which they were found; not all where there are many. */
  readonly receives: readonly ActionNode[];
  /** How many keys at the most, of what is known. */
  readonly most: number;
  /** What a flow before this one left there; the document does not tell. A question that finds enough of it does not wait. */
  readonly foreign: boolean;
  /** The same on a way that asks nothing. */
  readonly unasked: boolean;
  /** A text that is not of the caller's keys, or that another flow put there. */
  readonly unknown: boolean;
  /** Variables that are empty only if it is. */
  readonly copies: DigitCopies;
}

/** Beyond this many the rest says nothing more. */
const maxReceives = 8;

const nothing: Digits = { receives: [], most: 0, foreign: false, unasked: false, unknown: false, copies: noCopies };
const anything: Digits = { ...nothing, unknown: true };

/**
 * What `voipbin.call.digits` can hold before an action reads it; undefined for what no way leads to, and in lists that run without a call.
 *
 * A condition that asks whether there are any tells which way is taken without. Keys are added by `digits_receive`, and replaced by one that is pressed while another action waits. Only the start of a call, `branch` and
 * `variable_set` empty it. Source: `callhandler/digit.go:44-104`.
 */
export function digitsBefore(model: FlowModel, action: ActionNode, by: ReadBy): Digits | undefined {
  return digitsOf(model)[readAt(action, by).number];
}

/** By the numbers of the actions. */
const digitsOf = perModel((model): readonly (Digits | undefined)[] => {
  const graph = flowGraph(model);
  const before: (Digits | undefined)[] = new Array(model.actions.length).fill(undefined);
  const waiting: ActionNode[] = [];
  const join = (action: ActionNode, more: Digits) => {
    const known = before[action.number];
    const joined = known ? merge(known, more) : more;
    if (joined === known) return;
    before[action.number] = joined;
    waiting.push(action);
  };
  for (const scope of model.scopes) {
    const [first] = scope.actions;
    const trigger = triggerOf(model, scope);
    if (first && trigger !== 'api' && !scope.fragment) join(first, atStart(model, scope));
  }
  for (let action = waiting.pop(); action; action = waiting.pop()) {
    const known = before[action.number] ?? nothing;
    const after = changeBy(action, known);
    for (const edge of graph.from(action)) {
      const { to, open } = edge;
      if (to) join(to, isTakenOnlyEmpty(edge, known.copies) ? { ...nothing, copies: after.copies } : after);
      else if (open) for (const [actionNode] of action.scope.byId.values()) if (actionNode) join(actionNode, anything);
    }
  }
  return before;
});

/** A new call has no digits; a stored flow can run behind another one. */
function atStart({ shape }: FlowModel, { owner }: Scope): Digits {
  const isNewCall = owner !== undefined || findShape(shape).trigger === 'call';
  return isNewCall ? nothing : { ...nothing, foreign: true, unasked: true };
}

function changeBy(action: ActionNode, before: Digits): Digits {
  if (action.type === 'digits_receive') {
    const length = lengthOf(action);
    const most = Math.max(before.most, length);
    return { ...before, receives: [action], most, unasked: false, copies: noCopies };
  }
  if (mayChangeAnything(action)) return anything;
  const copies = copiesAfter(action, before.copies);
  const same = copies === before.copies ? before : { ...before, copies };
  if (action.type === 'branch') return branchVariable(action) === digitsVariable ? { ...nothing, copies } : same;
  if (action.type === 'variable_set') return setBy(action, same);
  return waits(action) && before.most < 1 ? { ...same, most: 1 } : same;
}

/** How many keys end a `digits_receive`; without a number there is no limit. */
export function lengthOf(action: ActionNode): number {
  const length = member(action.option, 'length')?.value;
  return typeof length === 'number' && length > 0 ? length : Number.POSITIVE_INFINITY;
}

/** The keys that end a `digits_receive`, of those that a caller can press; none where a variable may hold others. */
export function endKeysOf(action: ActionNode): string {
  const written = textOf(member(action.option, 'key')) ?? '';
  return hasVariable(written) ? '' : onlyTelephoneKeys(written);
}

function setBy(action: ActionNode, before: Digits): Digits {
  const key = textOf(member(action.option, 'key'));
  if (key?.includes('${')) return anything;
  if (key !== digitsVariable) return before;
  const node = member(action.option, 'value');
  const value = textOf(node);
  if (value === `\${${digitsVariable}}` && !action.scope.owner) return before;
  if (value === undefined && node && node.type !== 'null') return before;
  return value ? anything : nothing;
}

function mergeReceives(known: Digits['receives'], more: Digits['receives']): Digits['receives'] {
  if (known === more || known.length >= maxReceives || more.every((action) => known.includes(action))) return known;
  return [...new Set([...known, ...more])].slice(0, maxReceives);
}

/** The first one itself where the other adds nothing. */
function merge(known: Digits, more: Digits): Digits {
  const receives = mergeReceives(known.receives, more.receives);
  const most = Math.max(known.most, more.most);
  const foreign = known.foreign || more.foreign;
  const unasked = known.unasked || more.unasked;
  const unknown = known.unknown || more.unknown;
  const copies = commonCopies(known.copies, more.copies);
  const same =
    receives === known.receives &&
    most === known.most &&
    foreign === known.foreign &&
    unasked === known.unasked &&
    unknown === known.unknown &&
    copies === known.copies;
  return same ? known : { receives, most, foreign, unasked, unknown, copies };
}
