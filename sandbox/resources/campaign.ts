import type { Action } from './action';
import type { Row } from './row';

/** A campaign, which calls one target after another. Source: bin-campaign-manager/models/campaign/webhook.go WebhookMessage. */
export interface Campaign extends Row {
  type: string;
  name: string;
  detail: string;
  /** Nothing runs campaigns in the sandbox. */
  readonly status: 'stop';
  service_level: number;
  end_handle: string;
  readonly actions: readonly Action[];
  readonly outplan_id: string;
  readonly outdial_id: string;
  readonly queue_id: string;
  readonly next_campaign_id: string;
}
