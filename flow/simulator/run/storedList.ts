import type { StoredFlow } from '../questions';
import { saveActions } from '../save/saveActions';
import { type ActionList, actionList } from '../stack/actionList';
import type { Run } from './run';

/** What runs of one simulation have in common: a stored flow was saved once, so that its ids are the same in each of them. */
export type StoredLists = WeakMap<object, ActionList>;

/** The list of a stored flow as VoIPbin keeps it; undefined when it would never have stored it. */
export function storedList(run: Run, flowId: string, { actions }: StoredFlow): ActionList | undefined {
  const isKept = typeof actions === 'object' && actions !== null;
  const kept = isKept ? run.stored.get(actions) : undefined;
  if (kept?.key === keyOf(flowId)) return kept;
  const saved = saveActions(actions, run.ids, { keepTextIds: !run.quirks['text-id-dropped'] });
  if (!saved.ok) return undefined;
  const list = actionList(saved.actions, keyOf(flowId));
  if (isKept) run.stored.set(actions, list);
  return list;
}

const keyOf = (flowId: string) => `flows/${flowId}/`;
