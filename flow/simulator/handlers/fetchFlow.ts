import { nilUuid } from '../../model/uuid';
import { ask } from '../run/ask';
import { pushList } from '../run/pushList';
import { next, type Run, type Script, stop } from '../run/run';
import { storedList } from '../run/storedList';
import type { ActionList } from '../stack/actionList';
import { type Handler, idOf } from './handler';

/** Runs the actions of a stored flow before the flow continues. Source: actionhandle.go actionHandleFetchFlow. */
export const fetchFlow: Handler = function* (run, option) {
  const flowId = idOf(option, 'flow_id');
  const list = run.flows.get(flowId) ?? (yield* loadFlow(run, flowId));
  if (!list) return stop('flow not found', `There is no flow ${flowId}.`);
  yield* pushList(run, list, 'flow');
  return next;
};

/** The actions of a stored flow as it was saved: asked for once per run, so that its ids stay the same. */
function* loadFlow(run: Run, flowId: string): Script<ActionList | undefined> {
  if (flowId === nilUuid) return undefined;
  const answer = yield* ask(run, { kind: 'flow', flowId });
  if (answer.kind !== 'flow') return undefined;
  const list = storedList(run, flowId, answer);
  if (list) run.flows.set(flowId, list);
  return list;
}
