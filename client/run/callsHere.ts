import {
  callTo,
  type ExploredCall,
  type FlowModel,
  type Location,
  locate,
  type RunInput,
  wayAt,
  whenItRuns,
} from '../../flow';
import type { ListExplorer } from './exploreList';

/** What calls come to a place in a flow. */
export interface CallsHere {
  readonly input: RunInput;
  /** Markdown. */
  readonly paragraphs: readonly string[];
  /** The shortest of them; undefined where none was found. */
  readonly call: ExploredCall | undefined;
}

/**
 * On the type or the id of an action: when it runs, how often, by which ways. On a target or a case: whether a call takes that way. Undefined
 * elsewhere, and where the flow was changed meanwhile. `offset` in UTF-16 code units.
 */
export async function callsHere(
  model: FlowModel,
  offset: number,
  explorer: ListExplorer,
): Promise<CallsHere | undefined> {
  const at = locate(model, offset);
  const { action, node } = at;
  const isAction = isOfAction(at);
  if (!action || (!isAction && !model.references.some((reference) => reference.node === node))) return undefined;
  const list = await explorer.of(action.scope);
  if (!list) return undefined;
  const { found, input } = list;
  if (!isAction) {
    const way = wayAt(model, offset, found, input);
    if (!way) return undefined;
    const none = found.complete ? 'No call takes this way.' : 'No call was found that takes this way.';
    return { input, paragraphs: way.call ? [] : [`**${none}**`], call: way.call };
  }
  const most = await explorer.maxRuns(action.scope, String(action.order));
  return { input, paragraphs: whenItRuns(model, action, found, most), call: callTo(found, action) };
}

/** On the type or the id of an action, or on one of these keys. */
function isOfAction({ at, node, key, container, action }: Location): boolean {
  if (!action) return false;
  if (at === 'value') return node !== undefined && (node === action.typeNode || node === action.idNode);
  return at === 'key' && container === action.node && (key?.name === 'type' || key?.name === 'id');
}
