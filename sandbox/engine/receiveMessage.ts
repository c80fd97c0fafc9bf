import { addressKeys, nilUuid } from '../../flow';
import { announce, type Core } from '../core';
import type { Activeflow } from '../resources/activeflow';
import type { Address } from '../resources/address';
import { type Conversation, newConversation } from '../resources/conversation';
import type { Message } from '../resources/message';
import type { PhoneNumber } from '../resources/phoneNumber';
import { type GivenFlow, startSoon } from './activeflows';
import type { Engine } from './engine';
import { newRow } from './newRow';

/**
 * A text message to a number of the account: it is listed, and the flow runs on the conversation with the sender.
 *
 * Source: bin-conversation-manager/pkg/conversationhandler/message.go, variable.go.
 */
export function receiveMessage(
  engine: Engine,
  number: PhoneNumber,
  from: Address,
  text: string,
  flow: GivenFlow,
): Activeflow {
  const { core } = engine;
  const self: Address = { type: 'tel', target: number.number };
  const message = addMessage(core, from, self, text);
  const conversation = conversationOf(core, message, self, from);
  const input = {
    ...flow,
    referenceType: 'conversation',
    referenceId: conversation.id,
    variables: {
      ...partyVariables('self', conversation.self),
      ...partyVariables('peer', conversation.peer),
      'voipbin.conversation.id': conversation.id,
      'voipbin.conversation.owner_id': conversation.owner_id,
      'voipbin.conversation_message.id': message.id,
      'voipbin.conversation_message.text': text,
      'voipbin.conversation_message.direction': 'incoming',
    },
  };
  return startSoon(engine, input, 0);
}

function addMessage(core: Core, source: Address, destination: Address, text: string): Message {
  const row = newRow(core);
  const target = { destination, status: 'received', parts: 1, tm_update: row.tm_create } as const;
  const message: Message = { ...row, type: 'sms', source, targets: [target], text, direction: 'inbound' };
  announce(core, 'message', core.store.messages.add(message));
  return message;
}

/** The conversation of the two, or a new one. */
function conversationOf(core: Core, message: Message, self: Address, peer: Address): Conversation {
  const { conversations } = core.store;
  const found = conversations
    .all()
    .find(
      (conversation) =>
        isSame(conversation.self, self) && isSame(conversation.peer, peer) && conversation.owner_id === nilUuid,
    );
  if (found) return found;
  const row = { ...newRow(core), ...newConversation, dialog_id: message.id, self, peer };
  core.changed();
  return conversations.add(row);
}

const isSame = (address: Address, other: Address) => address.type === other.type && address.target === other.target;

const partyVariables = (side: 'self' | 'peer', address: Address) =>
  Object.fromEntries(addressKeys.map((key) => [`voipbin.conversation.${side}.${key}`, address[key] ?? '']));
