import type { Action } from './action';
import type { Row } from './row';

/** A stored flow. Source: bin-flow-manager/models/flow/webhook.go. */
export interface Flow extends Row {
  readonly type: 'flow';
  name: string;
  detail: string;
  actions: readonly Action[];
  direct_hash: string;
  on_complete_flow_id: string;
}
