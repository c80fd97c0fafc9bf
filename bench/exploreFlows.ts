import type { JsonValue } from '../flow/json/jsonValue';
import type { RunInput } from '../flow/simulator';

const idAt = (position: number) => `20000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
const talk = (text: string, id?: string, next?: string) => ({
  type: 'talk',
  option: { text, language: 'en-US' },
  ...(id === undefined ? {} : { id }),
  ...(next === undefined ? {} : { next_id: next }),
});
const keys = '1234567890';

export const runOf = (actions: JsonValue): RunInput => ({ actions, referenceType: 'call', direction: 'incoming' });

/**
 * So many menus of ten keys, one behind the other, of 30 actions each. Every key has its own text and goes on to the next menu; any other goes
 * back to the same.
 */
export function menusInRow(count: number): JsonValue {
  const menus = Array.from({ length: count }, (_, menu) => {
    const start = idAt(100 * menu);
    const next = idAt(100 * (menu + 1));
    const keyAt = (key: number) => idAt(100 * menu + 1 + key);
    const targets = Object.fromEntries([...keys].map((key, at) => [key, keyAt(at)]));
    return [
      talk(`Menu ${menu}.`, start),
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'branch', option: { default_target_id: idAt(100 * menu + 50), target_ids: targets } },
      ...[...keys].flatMap((key, at) => [talk(`You pressed ${key}.`, keyAt(at)), talk('One moment.', undefined, next)]),
      talk('This is not a choice.', idAt(100 * menu + 50)),
      ...new Array<object>(5).fill({ type: 'answer' }),
      { type: 'goto', option: { target_id: start, loop_count: 2 } },
    ];
  });
  return JSON.parse(JSON.stringify([...menus.flat(), { id: idAt(100 * count), type: 'hangup' }]));
}

/** A loop that keeps four answers of ten until a test at its end: more states than an exploration looks at. */
export function keptAnswers(): JsonValue {
  const names = ['a', 'b', 'c', 'd'];
  const actions = [
    talk('Four questions.', idAt(0)),
    ...names.flatMap((name) => [
      { type: 'variable_set', option: { key: 'voipbin.call.digits', value: '' } },
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'variable_set', option: { key: name, value: '${voipbin.call.digits}' } },
    ]),
    ...names.map((name) => ({
      type: 'branch',
      option: {
        variable: name,
        default_target_id: idAt(0),
        target_ids: Object.fromEntries([...keys].map((key) => [key, idAt(key === '1' ? 1 : 0)])),
      },
    })),
    { id: idAt(1), type: 'hangup' },
  ];
  return JSON.parse(JSON.stringify(actions));
}

/** Each of so many variables from outside is compared with one text, then each with another: every combination of three values is a state. */
export function variablesFromOutside(count: number): JsonValue {
  const at = (round: number, nth: number) => idAt(1000 * round + nth);
  const actions = [1, 2].flatMap((round) =>
    Array.from({ length: count }, (_, nth) => [
      {
        type: 'condition_variable',
        option: {
          variable: `\${v${nth}}`,
          value_type: 'string',
          condition: '==',
          value_string: String(round),
          false_target_id: at(round, nth),
        },
      },
      talk(`Round ${round}.`),
      { id: at(round, nth), type: 'answer' },
    ]).flat(),
  );
  return JSON.parse(JSON.stringify([...actions, { type: 'hangup' }]));
}
