import { addTo } from '../collections/addTo';
import type { JsonNode } from '../json/node';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { inCommon } from './inCommon';
import { matchFlows } from './matchFlows';
import { meaningOf } from './meaningOf';

/**
 * The actions of two versions that are the same, the earlier one by the present one: by id, then by what they say in order of their lists, with where they
 * lead and without, then by type between those. Lists of flows are compared as `flows` matches them, the list of a new call with the list of the same action.
 * `known` are earlier ones of which the present one is known already.
 */
export function matchActions(
  before: FlowModel,
  after: FlowModel,
  flows: ReadonlyMap<Scope, Scope> = matchFlows(before, after),
  known: ReadonlyMap<ActionNode, ActionNode> = new Map(),
): ReadonlyMap<ActionNode, ActionNode> {
  const matched = new Map<ActionNode, ActionNode>();
  const pairs = [...flows];
  const nested = (model: FlowModel) => new Map(model.scopes.map((scope) => [scope.owner, scope]));
  const [elseThen, elseNow] = [besideTargets(before), besideTargets(after)];
  const saysElse = (action: ActionNode) => elseThen(action) ?? elseNow(action) ?? '';
  const nestedThen = nested(before);
  const nestedNow = nested(after);
  for (const [then, now] of pairs) {
    for (const [earlier, other] of matchLists(then.actions, now.actions, known, saysElse)) {
      matched.set(other, earlier);
      const lists = [nestedThen.get(earlier), nestedNow.get(other)] as const;
      if (lists[0] && lists[1]) pairs.push([lists[0], lists[1]]);
    }
  }
  return matched;
}

type Pair = readonly [then: ActionNode, now: ActionNode];

function matchLists(
  then: readonly ActionNode[],
  now: readonly ActionNode[],
  kept: ReadonlyMap<ActionNode, ActionNode>,
  saysElse: (action: ActionNode) => string,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const known = new Set<ActionNode>();
  const add = (pair: Pair) => {
    pairs.push(pair);
    for (const action of pair) known.add(action);
  };
  const here = new Set(now);
  for (const action of then) {
    const same = kept.get(action);
    if (same && here.has(same)) add([action, same]);
  }
  const byId = new Map([...then].reverse().map((action) => [action.id, action]));
  for (const action of now) {
    const old = action.id === undefined ? undefined : byId.get(action.id);
    if (old && !known.has(old) && !known.has(action)) add([old, action]);
  }
  const left = (list: readonly ActionNode[]) => list.filter((action) => !known.has(action));
  for (const signature of [says, saysElse]) for (const pair of inCommon(left(then), left(now), signature)) add(pair);
  // An edited action is still between the same neighbors. Elsewhere, a new action of its type would be taken for it.
  for (const [before, after] of betweenPairs(then, now, pairs))
    for (const pair of inCommon(left(before), left(after), ({ type }) => type ?? '')) add(pair);
  return pairs;
}

/** The parts of two lists before, between and after their pairs, without those that moved over others. */
function betweenPairs(
  then: readonly ActionNode[],
  now: readonly ActionNode[],
  pairs: readonly Pair[],
): readonly (readonly [ActionNode[], ActionNode[]])[] {
  const numbers = new Map(pairs.flatMap((pair, at) => pair.map((action) => [action, String(at)] as const)));
  const paired = (list: readonly ActionNode[]) => list.filter((action) => numbers.has(action));
  const fixed = inCommon(paired(then), paired(now), (action) => numbers.get(action) ?? '');
  let [from, to] = [0, 0];
  const parts = fixed.map(([earlier, other]) => {
    const part = [then.slice(from, earlier.order), now.slice(to, other.order)] as const;
    [from, to] = [earlier.order + 1, other.order + 1];
    return part;
  });
  return [...parts, [then.slice(from), now.slice(to)]];
}

/** What the actions of a model say, but for where they lead: what moves leads elsewhere. Undefined for others. */
function besideTargets({ text, references, actions }: FlowModel): (action: ActionNode) => string | undefined {
  const targets = new Map<ActionNode, JsonNode[]>();
  for (const { from, node } of references) addTo(targets, from, node);
  const own = new Set(actions);
  return (action) => {
    if (!own.has(action)) return undefined;
    const { optionNode, type } = action;
    let [said, at] = [`${type} `, optionNode?.offset ?? 0];
    for (const { offset, end } of targets.get(action) ?? []) {
      if (!optionNode || offset < at || end > optionNode.end) continue;
      said += text.slice(at, offset);
      at = end;
    }
    return said + text.slice(at, optionNode?.end ?? at);
  };
}

/** Type and options; of two actions with ids the ids have been compared before. */
const says = ({ type, optionNode }: ActionNode) => JSON.stringify([type, optionNode && meaningOf(optionNode)]);
