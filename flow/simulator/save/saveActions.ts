import { findAction } from '../../catalog';
import { perObject } from '../../collections/perObject';
import { foldKey } from '../../json/foldKey';
import { isList, isObject, type JsonObject, type JsonValue } from '../../json/jsonValue';
import { canonicalUuid, nilUuid } from '../../model/uuid';
import { DecodeError, decodeOption } from '../go/decodeOption';
import { fitsFloat64 } from '../go/fitsFloat64';
import { isTooDeep } from '../go/isTooDeep';
import { mergeOptions } from '../go/mergeOptions';
import { membersOf } from '../go/repeatedKeys';
import { wellFormed, wellFormedObject } from '../go/wellFormed';
import type { IdSource } from '../ids';
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
      /** Positions of the actions whose `id` or `next_id` was dropped because it is not a UUID. */
      readonly dropped: readonly number[];
    }
  | ({ readonly ok: false } & SaveRefusal);

/**
 * What VoIPbin makes of a list of actions when it saves it, as `POST /flows` does and every request with inline actions.
 *
 * Ids become canonical; what is not a UUID is dropped, and an action without id gets one from `ids`. `option` is kept as it
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
  if (!isList(actions)) return unreadable('`actions` is not a list');
  const result = (options.keepTextIds ? readWithTextIds : readWithoutTextIds)(actions);
  return result.ok ? { ...result, actions: withIds(result.actions, ids) } : result;
}

/** What lists have been read as, but for the ids that they lack: a flow is run more often than it changes. */
const readWithTextIds = perObject((actions: readonly JsonValue[]) => readActions(actions, true));
const readWithoutTextIds = perObject((actions: readonly JsonValue[]) => readActions(actions, false));

function readActions(actions: readonly JsonValue[], keepTextIds: boolean): SaveResult {
  // They stand within the object that is the request's body.
  if (isTooDeep(actions, 1)) return unreadable('it is nested too deep');
  const converted: SavedAction[] = [];
  const dropped: number[] = [];
  for (const [position, value] of actions.entries()) {
    const item = convert(value, keepTextIds);
    if (typeof item === 'string') return { ...unreadable(item), position };
    converted.push(item.action);
    if (item.textIds) dropped.push(position);
  }
  return refusalOf(converted) ?? { ok: true, actions: converted, dropped };
}

/** The part of saving that a temporary flow of the engine itself goes through too: validation, then ids. */
export function finishActions(actions: readonly SavedAction[], ids: IdSource): SaveResult {
  return refusalOf(actions) ?? { ok: true, actions: withIds(actions, ids), dropped: [] };
}

/** The lists as the last run of each got them. */
const completed = new WeakMap<readonly SavedAction[], readonly SavedAction[]>();

/** The same list as for the last run where the ids are the same too: what is known of its actions then holds for this one. */
function withIds(actions: readonly SavedAction[], ids: IdSource): readonly SavedAction[] {
  const given = actions.map(({ id }) => (id === nilUuid ? ids() : id));
  const last = completed.get(actions);
  if (last?.every(({ id }, position) => id === given[position])) return last;
  const list = actions.map((action, position) => ({ ...action, id: given[position] ?? action.id }));
  completed.set(actions, list);
  return list;
}

function refusalOf(actions: readonly SavedAction[]): SaveResult | undefined {
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
  return undefined;
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

/**
 * One action, or the reason why the API cannot read it. Its keys are read in order of the text, those that repeat or differ in case one after another:
 * a later option adds to the earlier one, `null` empties the option and leaves texts alone.
 */
function convert(value: JsonValue, keepTextIds: boolean): { action: SavedAction; textIds: boolean } | string {
  if (value === null) return { action: { id: nilUuid, nextId: nilUuid, type: '', option: undefined }, textIds: false };
  if (!isObject(value)) return 'an action is not an object';
  const texts = new Map([
    ['id', ''],
    ['next_id', ''],
    ['type', ''],
    ['tm_execute', ''],
  ]);
  const options: JsonObject[] = [];
  for (const [key, inner] of membersOf(value)) {
    const name = foldKey(key);
    if (name === 'option') {
      const option = inner === null ? undefined : readOption(inner);
      if (typeof option === 'string') return option;
      if (option) options.push(option);
      else options.length = 0;
    } else if (inner !== null && texts.has(name)) {
      if (typeof inner !== 'string') return `\`${name}\` is not a text`;
      texts.set(name, wellFormed(inner));
    }
  }
  let textIds = false;
  const id = (text = '') => {
    const canonical = text === '' ? nilUuid : canonicalUuid(text);
    textIds ||= canonical === undefined;
    return canonical ?? (keepTextIds ? text : nilUuid);
  };
  const action = {
    id: id(texts.get('id')),
    nextId: id(texts.get('next_id')),
    type: texts.get('type') ?? '',
    option: mergeOptions(options),
  };
  return { action, textIds };
}

/** An option as it is stored, or the reason why the API cannot read it. */
function readOption(value: JsonValue): JsonObject | string {
  if (!isObject(value)) return '`option` is not an object';
  if (!fitsFloat64(value)) return '`option` holds a number that is too large';
  return wellFormedObject(value);
}

function unreadable(message: string) {
  return { ok: false, reason: 'INVALID_JSON_BODY', message } as const;
}
