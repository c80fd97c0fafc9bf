import type { StoredFlow } from '../questions';
import { saveActions } from '../save/saveActions';
import { type ActionList, actionList } from '../stack/actionList';
import type { Run } from './run';

/** The list of a stored flow as VoIPbin keeps it; undefined when it would never have stored it. */
export function storedList(run: Run, flowId: string, { actions }: StoredFlow): ActionList | undefined {
  const isKept = typeof actions === 'object' && actions !== null;
  const kept = (isKept ? run.stored.get(actions) : undefined) ?? new Map<string, ActionList>();
  const list = kept.get(flowId) ?? makeList(run, flowId, actions);
  if (isKept && list) run.stored.set(actions, kept.set(flowId, list));
  return list;
}

function makeList(run: Run, flowId: string, actions: StoredFlow['actions']): ActionList | undefined {
  const saved = saveActions(actions, run.ids, { keepTextIds: !run.quirks['text-id-dropped'] });
  return saved.ok ? actionList(saved.actions, `flows/${flowId}/`) : undefined;
}
