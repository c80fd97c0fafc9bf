import { announce, type Core } from '../core';
import type { Address } from '../resources/address';
import { type Email, emailSource } from '../resources/email';
import type { Message } from '../resources/message';
import { newRow } from './newRow';

/** Why nothing is sent. */
export type SendRefusal = 'identity' | 'balance' | 'destination';

export const sendRefusalTexts: Readonly<Record<SendRefusal, string>> = {
  identity: 'the identity of the customer is not verified',
  balance: 'the balance is too low',
  destination: 'a destination is not an e-mail address',
};

/** A message that VoIPbin accepts: it is listed and not sent. Source: bin-message-manager/pkg/messagehandler/send.go Send. */
export function sendMessage(
  core: Core,
  { source, destinations, text }: { source: Address | null; destinations: readonly Address[]; text: string },
): Message | SendRefusal {
  const refusal = refusalOf(core);
  if (refusal) return refusal;
  const targets = destinations.map(
    (destination) => ({ destination, status: 'queued', parts: 0, tm_update: null }) as const,
  );
  const message: Message = { ...newRow(core), type: 'sms', source, targets, text, direction: 'outbound' };
  announce(core, 'message', core.store.messages.add(message));
  return message;
}

/** An e-mail that VoIPbin accepts: it is listed and not sent. Source: bin-email-manager/pkg/emailhandler/email.go Create. */
export function sendEmail(
  core: Core,
  content: Pick<Email, 'destinations' | 'subject' | 'content' | 'attachments'>,
): Email | SendRefusal {
  if (!content.destinations.every(isMailAddress)) return 'destination';
  const refusal = refusalOf(core);
  if (refusal) return refusal;
  const email: Email = { ...newRow(core), source: emailSource, status: 'initiated', ...content };
  announce(core, 'email', core.store.emails.add(email));
  return email;
}

function refusalOf({ account }: Core): SendRefusal | undefined {
  if (!account.identityVerified) return 'identity';
  return account.balance <= 0 ? 'balance' : undefined;
}

/** With or without a name before it. Source: bin-email-manager/pkg/emailhandler/validate.go validateEmailAddress. */
const isMailAddress = ({ type, target = '' }: Address): boolean =>
  type === 'email' && /^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(target);
