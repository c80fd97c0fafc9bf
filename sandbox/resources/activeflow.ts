import { nilUuid } from '../../flow';
import { type Action, startAction } from './action';
import type { Row } from './row';

/** A flow that runs or ran. Source: bin-flow-manager/models/activeflow/webhook.go. */
export interface Activeflow extends Row {
  readonly flow_id: string;
  status: 'running' | 'ended';
  readonly reference_type: string;
  readonly reference_id: string;
  readonly reference_activeflow_id: string;
  readonly on_complete_flow_id: string;
  readonly webhook_uri: string;
  readonly webhook_method: string;
  current_action: Action;
  readonly forward_action_id: string;
  executed_actions: readonly Action[];
}

/** An activeflow that has not begun. */
export function newActiveflow(
  row: Row,
  rest: Pick<Activeflow, 'flow_id' | 'reference_type' | 'reference_id'> & Partial<Activeflow>,
): Activeflow {
  return {
    ...row,
    status: 'running',
    reference_activeflow_id: nilUuid,
    on_complete_flow_id: nilUuid,
    webhook_uri: '',
    webhook_method: '',
    current_action: startAction,
    forward_action_id: nilUuid,
    executed_actions: [],
    ...rest,
  };
}

/**
 * The cursor moves on to another action.
 *
 * The list of executed actions gets the one that was current: the last one of a flow is therefore not in it, and its first entry is the place
 * before the first action. Source: bin-flow-manager/pkg/activeflowhandler/db.go updateCurrentAction.
 */
export function moveTo(activeflow: Activeflow, next: Action): void {
  activeflow.executed_actions = [...activeflow.executed_actions, activeflow.current_action];
  activeflow.current_action = next;
}
