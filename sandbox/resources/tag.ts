import type { Row } from './row';

/** A tag, by which queues choose agents. Source: bin-tag-manager/models/tag/webhook.go WebhookMessage. */
export interface Tag extends Row {
  name: string;
  detail: string;
}
