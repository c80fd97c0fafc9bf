import { givenId } from '../../flow';
import type { Identity } from '../core';

/** Whether a user may subscribe to a topic. Source: bin-api-manager/pkg/websockhandler/etc.go validateTopics. */
export function isAllowedTopic(topic: string, { customerId, agentId, isManager }: Identity): boolean {
  const [scope, text = ''] = topic.split(':');
  const id = givenId(text);
  if (id === undefined) return false;
  if (scope === 'customer_id') return isManager && id === customerId;
  return scope === 'agent_id' && id === agentId;
}
