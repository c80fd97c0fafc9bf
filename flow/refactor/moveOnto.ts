import type { Edit } from '../edit/edit';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { type EditStep, inSteps, stepOn } from './inSteps';
import { moved, reorderSteps } from './moveAction';
import { nameStart } from './nameStart';
import { comesByOrder, goesOn, type Next, neighbourOf, nextOf } from './nextOf';
import { type EdgeName, setTarget } from './setTarget';

/** A way that an action can be moved onto: from the start of its list, or from another action by one of its edges. */
export interface EdgeOnto {
  readonly from: ActionNode | 'start';
  readonly name: EdgeName;
  readonly to: Next;
}

/**
 * The edits that move an action onto a way of its list: it runs there and goes on where the way led. Where it ran by the order of the list, the gap is
 * closed; what names it by its id comes to it still. Undefined where it stands on the way already, where the list could not begin with what is
 * behind it, and where nothing runs behind what leads there.
 */
export function moveOnto(
  model: FlowModel,
  action: ActionNode,
  { from, name, to }: EdgeOnto,
  newId: () => string,
): Edit[] | undefined {
  const { scope } = action;
  const { actions, list, fragment } = scope;
  if (fragment || action === from || action === to || (from !== 'start' && from.scope !== scope)) return undefined;
  const neighbour = neighbourOf(action);
  const own = goesOn(action) ? nextOf(model, action) : neighbour;
  const rest = own === undefined || own === action ? neighbour : own;
  // What the list begins with is decided by its order alone.
  if (action.order === 0 && (rest === 'end' || rest !== neighbour)) return undefined;
  const before = actions[action.order - 1];
  const cameByOrder = before && comesByOrder(model, action, before);
  const source = from === 'start' ? undefined : from;
  const isNext = !source || name === 'next';
  if (source && isNext && !goesOn(source)) return undefined;
  const next = (neighbour: ActionNode): Next | undefined => {
    if (neighbour === action) return to;
    if (isNext && neighbour === source) return action;
    return neighbour === before && cameByOrder ? rest : nextOf(model, neighbour);
  };
  const place = placeOf(action, source, isNext, to);
  const order = moved(list.children.length, action.node.index, place) ?? list.children.map(({ index }) => index);
  const at = model.scopes.indexOf(scope);
  const jump: EditStep[] = !source
    ? nameStart((later) => later.scopes[at], newId)
    : isNext
      ? []
      : [
          stepOn(model, action, (later, target) =>
            stepOn(model, source, (_, current) => setTarget(later, current, name, target, newId))(later),
          ),
        ];
  return inSteps(model, ...jump, ...reorderSteps(model, scope, order, next, newId));
}

/** Where the action stands afterwards, `from` the start where that is undefined, as an index of the list: behind what leads to it, or before what it leads to, or where it is. */
function placeOf(action: ActionNode, from: ActionNode | undefined, isNext: boolean, to: Next): number {
  const { actions } = action.scope;
  const { index } = action.node;
  /** The index before an item, once the action is gone from its place. */
  const before = (sibling: ActionNode) => sibling.node.index - (index < sibling.node.index ? 1 : 0);
  const [first] = actions;
  if (!from) return first ? before(first) : index;
  if (isNext || !goesOn(from)) return before(from) + 1;
  const above = to === 'end' ? undefined : actions[to.order - 1];
  return to !== 'end' && above && !goesOn(above) ? before(to) : index;
}
