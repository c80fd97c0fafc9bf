import { findAction } from '../../catalog';
import { canonicalUuid } from '../../model/uuid';
import { DecodeError, decodeOption } from '../go/decodeOption';
import { fold } from '../go/fold';
import { type IdSource, nilId } from '../ids';
import { isList, isObject, isTooDeep, type JsonObject, type JsonValue } from '../jsonValue';
import type { SavedAction } from '../stack/actionList';

/** Why saving refuses a list of actions: the reason of the API's answer 400, in its own words. */
export interface SaveRefusal {
  readonly reason: 'INVALID_JSON_BODY' | 'INVALID_ACTION_TYPE' | 'INVALID_ANONYMOUS_VALUE';
  readonly message: string;
  /** Position in the list; undefined when it is not one action. VoIPbin's answer does not tell it. */
  readonly position?: number;
}

export type SaveResult =
  | {
      readonly ok: true;
      readonly actions: readonly SavedAction[];
      /** Positions of the actions whose `id` or `next_id` was dropped because it is no UUID. */
      readonly dropped: readonly number[];
    }
  | ({ readonly ok: false } & SaveRefusal);

/**
 * What VoIPbin makes of a list of actions when it saves it, as `POST /flows` does and every request with inline actions.
 *
 * Ids become canonical; what is no UUID is dropped, and an action without id gets one from `ids`. `option` is kept as it
 * is, nested actions included; every other key is dropped. Looked at are the type and `anonymous` of `call` and `connect`,
 * nothing else. An absent list is an empty one.
 * Source: bin-api-manager/server/main.go ConvertFlowManagerAction; bin-flow-manager/pkg/actionhandler/action.go ValidateActions; generate.go.
 */
export function saveActions(
  actions: JsonValue | undefined,
  ids: IdSource,
  options: { readonly keepTextIds?: boolean } = {},
): SaveResult {
  if (actions === undefined || actions === null) return { ok: true, actions: [], dropped: [] };
  if (!isList(actions)) return unreadable('`actions` is no list');
  if (isTooDeep(actions)) return unreadable('it is nested too deep');
  const converted: SavedAction[] = [];
  const dropped: number[] = [];
  for (const [position, value] of actions.entries()) {
    const one = convert(value, options.keepTextIds ?? false);
    if (typeof one === 'string') return { ...unreadable(one), position };
    converted.push(one.action);
    if (one.textIds) dropped.push(position);
  }
  const finished = finishActions(converted, ids);
  return finished.ok ? { ...finished, dropped } : finished;
}

/** The part of saving that a temporary flow of the engine itself goes through too: validation, then ids. */
export function finishActions(actions: readonly SavedAction[], ids: IdSource): SaveResult {
  for (const [position, { type, option }] of actions.entries()) {
    if (!findAction(type)) {
      return { ok: false, reason: 'INVALID_ACTION_TYPE', message: `not supported action type: ${type}`, position };
    }
    if (type !== 'call' && type !== 'connect') continue;
    const anonymous = anonymousOf(type, option);
    if (!['', 'yes', 'no', 'auto'].includes(anonymous)) {
      return {
        ok: false,
        reason: 'INVALID_ANONYMOUS_VALUE',
        message: `invalid anonymous value: ${anonymous}`,
        position,
      };
    }
  }
  return { ok: true, actions: actions.map((one) => (one.id === nilId ? { ...one, id: ids() } : one)), dropped: [] };
}

/** An option that cannot be decoded is not looked at: it fails when the action runs. */
function anonymousOf(type: string, option: JsonObject | undefined): string {
  try {
    const { anonymous } = decodeOption(type, option);
    return typeof anonymous === 'string' ? anonymous : '';
  } catch (error) {
    if (error instanceof DecodeError) return '';
    throw error;
  }
}

/** One action, or the reason why the API cannot read it. */
function convert(value: JsonValue, keepTextIds: boolean): { action: SavedAction; textIds: boolean } | string {
  if (value === null) return { action: { id: nilId, nextId: nilId, type: '', option: undefined }, textIds: false };
  if (!isObject(value)) return 'an action is no object';
  const texts = { id: '', next_id: '', type: '', tm_execute: '' };
  let option: JsonObject | undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null) continue;
    const name = fold(key);
    if (name === 'option') {
      if (!isObject(inner)) return '`option` is no object';
      if (!fitsFloat64(inner)) return '`option` holds a number that is too large';
      option = { ...option, ...inner };
    } else if (name in texts) {
      if (typeof inner !== 'string') return `\`${name}\` is no text`;
      texts[name as keyof typeof texts] = inner;
    }
  }
  let textIds = false;
  const id = (text: string) => {
    const canonical = text === '' ? nilId : canonicalUuid(text);
    textIds ||= canonical === undefined;
    return canonical ?? (keepTextIds ? text : nilId);
  };
  return { action: { id: id(texts.id), nextId: id(texts.next_id), type: texts.type, option }, textIds };
}

/** Whether every number fits a float64, beyond which Go refuses the document and JavaScript reads infinity. */
function fitsFloat64(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isList(value)) return value.every(fitsFloat64);
  return !isObject(value) || Object.values(value).every(fitsFloat64);
}

function unreadable(message: string) {
  return { ok: false, reason: 'INVALID_JSON_BODY', message } as const;
}
