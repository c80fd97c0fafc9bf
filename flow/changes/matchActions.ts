import { toValue } from '../json/node';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { inCommon } from './inCommon';
import { matchFlows } from './matchFlows';

/**
 * The actions of two versions that are the same, the earlier one by the present one: by id, then by what they say in order of their lists, then by
 * type. Lists of flows are compared as `flows` matches them, the list of a new call with the list of the same action.
 */
export function matchActions(
  before: FlowModel,
  after: FlowModel,
  flows: ReadonlyMap<Scope, Scope> = matchFlows(before, after),
): ReadonlyMap<ActionNode, ActionNode> {
  const matched = new Map<ActionNode, ActionNode>();
  const pairs = [...flows];
  const nested = (model: FlowModel) => new Map(model.scopes.map((scope) => [scope.owner, scope]));
  const nestedThen = nested(before);
  const nestedNow = nested(after);
  for (const [then, now] of pairs) {
    for (const [earlier, other] of matchLists(then.actions, now.actions)) {
      matched.set(other, earlier);
      const lists = [nestedThen.get(earlier), nestedNow.get(other)] as const;
      if (lists[0] && lists[1]) pairs.push([lists[0], lists[1]]);
    }
  }
  return matched;
}

type Pair = readonly [then: ActionNode, now: ActionNode];

function matchLists(then: readonly ActionNode[], now: readonly ActionNode[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const known = new Set<ActionNode>();
  const add = (pair: Pair) => {
    pairs.push(pair);
    for (const action of pair) known.add(action);
  };
  const byId = new Map([...then].reverse().map((action) => [action.id, action]));
  for (const action of now) {
    const old = action.id === undefined ? undefined : byId.get(action.id);
    if (old && !known.has(old)) add([old, action]);
  }
  for (const signature of [says, ({ type }: ActionNode) => type ?? '']) {
    const left = (list: readonly ActionNode[]) => list.filter((action) => !known.has(action));
    for (const pair of inCommon(left(then), left(now), signature)) add(pair);
  }
  return pairs;
}

/** Type and options; of two actions with ids the ids have been compared before. */
const says = ({ type, optionNode }: ActionNode) => JSON.stringify([type, optionNode && toValue(optionNode)]);
