import type { JsonObject } from '../../flow/json/jsonValue';

/** Actions for fixtures, without ids. */

export const say = (text = 'Hello there') => ({ type: 'talk', option: { text, language: 'en-US' } });
export const askFor = (length = 1, key = '', duration = 3000) => ({
  type: 'digits_receive',
  option: { duration, length, key },
});
export const set = (key: string, value: string) => ({ type: 'variable_set', option: { key, value } });
export const branch = (targets: Readonly<Record<string, string>>, otherwise?: string, variable?: string) => ({
  type: 'branch',
  option: {
    target_ids: targets,
    ...(otherwise === undefined ? {} : { default_target_id: otherwise }),
    ...(variable === undefined ? {} : { variable }),
  },
});
/** Goes on where a text is equal to another one. */
export const ifEqual = (variable: string, value: string, otherwise: string, condition = '==') => ({
  type: 'condition_variable',
  option: { variable, condition, value_type: 'string', value_string: value, false_target_id: otherwise },
});
export const ifNumber = (variable: string, condition: string, value: number, otherwise: string) => ({
  type: 'condition_variable',
  option: { variable, condition, value_type: 'number', value_number: value, false_target_id: otherwise },
});
export const ifTime = (option: JsonObject, otherwise: string) => ({
  type: 'condition_datetime',
  option: { condition: '==', hour: -1, minute: -1, false_target_id: otherwise, ...option },
});
export const stop = { type: 'stop' };
export const hangup = { type: 'hangup' };
export const party = { type: 'tel', target: '+15550100002' };
export const connect = (count = 1, more: JsonObject = {}) => ({
  type: 'connect',
  option: { source: party, destinations: new Array<typeof party>(count).fill(party), ...more },
});
