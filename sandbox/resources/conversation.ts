import { nilUuid } from '../../flow';
import type { Address } from './address';
import type { Owned, Row } from './row';

/** A conversation by messages. Source: bin-conversation-manager/models/conversation/webhook.go. */
export interface Conversation extends Row, Owned {
  readonly account_id: string;
  readonly name: string;
  readonly detail: string;
  readonly type: 'message';
  readonly dialog_id: string;
  /** The side of the account. */
  readonly self: Address;
  readonly peer: Address;
}

/** What a conversation has that has just begun. Source: bin-conversation-manager/pkg/conversationhandler/event.go eventSMS. */
export const newConversation = {
  owner_type: '',
  owner_id: nilUuid,
  account_id: nilUuid,
  name: 'conversation',
  detail: '',
  type: 'message',
} as const;
