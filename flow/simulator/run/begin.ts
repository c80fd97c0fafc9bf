import { limits } from '../../catalog/limits';
import { digitsVariable } from '../../catalog/variables';
import { perObject } from '../../collections/perObject';
import type { Path } from '../../json/node';
import { nilUuid } from '../../model/uuid';
import type { RunError } from '../errors';
import type { RunEnd } from '../events';
import { wellFormed } from '../go/wellFormed';
import { type SaveRefusal, saveActions } from '../save/saveActions';
import { type ActionList, actionList, type SavedAction } from '../stack/actionList';
import { pushStack } from '../stack/stackMap';
import { ask } from './ask';
import { dialFirst } from './dialFirst';
import { endOf } from './endOf';
import { event, isCall, meet, type Run, type Script } from './run';
import { storedList } from './storedList';

/** Everything before the first action: the flow is saved or fetched, the variables are set, the call is dialled. An end ends the run. */
export function* begin(run: Run): Script<RunEnd | undefined> {
  const { input } = run;
  setStartVariables(run);
  const isOver = (input.completeCount ?? 0) >= limits.onCompleteChain.value;
  if (isOver) yield meet(run, 'on-complete-chain-endless');
  const overEnd = () => endOf(run, { outcome: 'stopped', error: 'complete count', detail: limits.onCompleteChain.doc });
  if (isOver && !run.quirks['on-complete-chain-endless']) return overEnd();
  const list = yield* findList(run);
  if ('outcome' in list) return list;
  if (isOver) {
    // The run exists without variables, and when it stops the next one starts.
    run.variables.clear();
    return overEnd();
  }
  run.current = { stack: pushStack(list), position: -1 };
  yield event(run, {
    type: 'start',
    input,
    actions: list.actions.length,
    variables: Object.fromEntries(run.variables),
  });
  const ended = input.dials ? yield* dialFirst(run, input.dials) : undefined;
  if (ended) return ended;
  if (list.actions.length > 0) return undefined;
  // Reaching the end of an empty list is an execution too.
  run.used = 1;
  return endOf(run, { outcome: 'finished', error: null, detail: 'The flow has no actions.' });
}

function* findList(run: Run): Script<ActionList | RunEnd> {
  const { saved, actions, flowId, path = ['actions'], isOneAction } = run.input;
  if (saved) return saved;
  const keepTextIds = !run.quirks['text-id-dropped'];
  if (actions === undefined && flowId !== undefined) {
    const answer = flowId === nilUuid ? undefined : yield* ask(run, { kind: 'flow', flowId });
    const list = answer?.kind === 'flow' ? storedList(run, flowId, answer) : undefined;
    if (answer?.kind !== 'flow' || !list) {
      return endOf(run, { outcome: 'stopped', error: 'flow not found', detail: `There is no flow ${flowId}.` });
    }
    run.onCompleteFlowId = answer.onCompleteFlowId ?? run.onCompleteFlowId;
    return list;
  }
  const result = saveActions(actions, run.ids, { keepTextIds });
  if (!result.ok) return endOf(run, { outcome: 'refused', error: errorOf[result.reason], detail: refusalText(result) });
  if (result.dropped.length > 0) yield meet(run, 'text-id-dropped');
  return listOf(result.actions, path, isOneAction);
}

/** Lists of flows that were run before, by where they stand in their document: what a run finds out about actions holds for the next one. */
const lists = perObject((_: readonly SavedAction[]) => new Map<string, ActionList>());

function listOf(actions: readonly SavedAction[], path: Path, isOneAction?: boolean): ActionList {
  const known = lists(actions);
  const at = JSON.stringify([path, isOneAction]);
  const list = known.get(at) ?? actionList(actions, '', path, isOneAction);
  known.set(at, list);
  return list;
}

const errorOf: Readonly<Record<SaveRefusal['reason'], RunError>> = {
  INVALID_JSON_BODY: 'invalid json body',
  INVALID_ACTION_TYPE: 'invalid action type',
  INVALID_ANONYMOUS_VALUE: 'invalid anonymous value',
};

function refusalText({ reason, message, position }: SaveRefusal): string {
  const where = position === undefined ? '' : ` (action ${position + 1})`;
  return `VoIPbin refuses to save the flow with 400 ${reason}: ${message}${where}.`;
}

/** Source: bin-flow-manager/pkg/activeflowhandler/variable.go variableCreate; bin-call-manager/pkg/callhandler/variable.go. */
function setStartVariables(run: Run): void {
  const { input, variables } = run;
  if (isCall(run)) variables.set(digitsVariable, '');
  for (const [name, value] of Object.entries(input.variables ?? {})) variables.set(wellFormed(name), wellFormed(value));
  variables.set('voipbin.activeflow.id', run.id);
  variables.set('voipbin.activeflow.reference_type', input.referenceType);
  variables.set('voipbin.activeflow.reference_id', run.referenceId);
  variables.set('voipbin.activeflow.reference_activeflow_id', input.referenceActiveflowId ?? nilUuid);
  variables.set('voipbin.activeflow.flow_id', input.flowId ?? run.ids());
  variables.set('voipbin.activeflow.complete_count', String(input.completeCount ?? 0));
}
