import { goTime } from '../clock/stamps';
import type { Action } from './action';
import type { Row } from './row';

const named = ['name', 'detail'];
const times = ['tm_create', 'tm_update', 'tm_delete'];

/**
 * The members that are left out of answers and events when they are empty: Go's `omitempty`. A UUID is never empty for Go.
 *
 * Source: the type `WebhookMessage` of each resource, such as bin-call-manager/models/call/webhook.go.
 */
const leftOut: Readonly<Record<string, ReadonlySet<string>>> = {
  call: new Set([
    'chained_call_ids',
    'recording_ids',
    'metadata',
    'mute_direction',
    'hangup_by',
    'hangup_reason',
    'tm_progressing',
    'tm_ringing',
    'tm_hangup',
    ...times,
  ]),
  groupcall: new Set(['call_ids', 'groupcall_ids', 'call_count', 'groupcall_count', 'dial_index', ...times]),
  activeflow: new Set(['webhook_uri', 'webhook_method', 'executed_actions']),
  recording: new Set(['format', 'tm_start', 'tm_end', ...times]),
  flow: new Set([...named, 'actions', 'direct_hash']),
  accesskey: new Set(named),
  agent: new Set(['direct_hash', ...times]),
  queue: new Set([
    ...named,
    'routing_method',
    'tag_ids',
    'direct_hash',
    'wait_timeout',
    'service_timeout',
    'wait_queuecall_ids',
    'service_queuecall_ids',
    'total_incoming_count',
    'total_serviced_count',
    'total_abandoned_count',
  ]),
  conference: new Set([
    ...named,
    'type',
    'data',
    'timeout',
    'conferencecall_ids',
    'recording_ids',
    'transcribe_ids',
    'direct_hash',
  ]),
  ai: new Set([
    ...named,
    'engine_model',
    'parameter',
    'engine_key',
    'init_prompt',
    'tts_type',
    'tts_voice_id',
    'stt_type',
    'stt_language',
    'vad_config',
    'smart_turn_enabled',
    'tool_names',
    'direct_hash',
  ]),
  contact: new Set(['addresses', 'tag_ids']),
  team: new Set([...named, 'members', 'direct_hash']),
  conversation: new Set([...named, 'type', 'dialog_id', ...times]),
  customer: new Set([...named, 'email', 'phone_number', 'address', 'webhook_method', 'webhook_uri']),
};

const none: ReadonlySet<string> = new Set();

/** A row as answers and events show it. Rows themselves are whole, with times of equal length that can be compared. */
export function shown(kind: string, row: object): object {
  const empties = leftOut[kind] ?? none;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => !empties.has(name) || !isEmpty(value))
      .map(([name, value]) => [name, shownMember(name, value)]),
  );
}

/** `shown` for rows of one kind. */
export const shownAs = (kind: string) => (row: Row) => shown(kind, row);

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return !value;
}

function shownMember(name: string, value: unknown): unknown {
  if (name.startsWith('tm_')) return typeof value === 'string' ? goTime(value) : value;
  if (name === 'action' || name === 'current_action') return shownAction(value as Action);
  if (name === 'actions' || name === 'executed_actions') return (value as readonly Action[]).map(shownAction);
  if (name === 'addresses' || name === 'targets') return (value as readonly object[]).map((inner) => shown('', inner));
  return value;
}

/** `tm_execute` has no `omitempty`. Source: bin-flow-manager/models/action/action.go Action. */
const shownAction = (action: Action): object => ({
  ...action,
  tm_execute: action.tm_execute === undefined ? null : goTime(action.tm_execute),
});
