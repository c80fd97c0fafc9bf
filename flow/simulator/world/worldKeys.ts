import { canonicalUuid } from '../../model/uuid';
import { closest } from '../../text/closest';
import type { RequestQuestion } from '../questions';

/** What VoIPbin can refuse, by the type of the action that asks for it. */
const refusable: Readonly<Record<RequestQuestion['service'] | 'call' | 'connect', true>> = {
  ai_summary: true,
  ai_talk: true,
  ai_task: true,
  call: true,
  case_create: true,
  connect: true,
  conversation_send: true,
  email_send: true,
  external_media_start: true,
  message_send: true,
  recording_start: true,
  transcribe_recording: true,
  transcribe_start: true,
  webhook_send: true,
};

/** Why a key of `refuses` refuses nothing, as the rest of a sentence behind it; undefined where VoIPbin can refuse that. */
export function refusalFault(type: string): string | undefined {
  if (Object.hasOwn(refusable, type)) return undefined;
  const meant = closest(type, Object.keys(refusable));
  return `is not an action that VoIPbin refuses, and changes nothing${meant === undefined ? '' : `; ${meant} is one`}`;
}

/** Why a key of `flows`, `queues` or `conferences` names none; undefined where it can. */
export function idFault(id: string): string | undefined {
  return canonicalUuid(id) === undefined ? 'is not a UUID, as ids are, and changes nothing' : undefined;
}
