import { digitsVariable } from '../catalog/variables';
import { isList, isObject, type JsonValue } from '../json/jsonValue';
import { nameOf, type WaitQuestion } from '../simulator';
import { executionLimit, isBudgetSpent } from '../simulator/run/executionLimit';
import type { Run } from '../simulator/run/run';
import { timeText } from './tell';
import type { Thread } from './thread';

/** A value with a name, as an editor lists it. */
export interface Shown {
  readonly name: string;
  readonly value: string;
  /** What the debugger evaluates to it. */
  readonly expression?: string | undefined;
  /** It can be set. */
  readonly isVariable?: true | undefined;
  readonly children?: readonly Shown[] | undefined;
}

export interface ShownScope {
  readonly name: string;
  readonly shown: readonly Shown[];
}

/** What is known of a run at this moment, by subject; a subject of which nothing is known is left out. */
export function scopesOf(thread: Thread): readonly ShownScope[] {
  const { run } = thread;
  const variables = [...run.variables].sort(([a], [b]) => (a < b ? -1 : 1));
  const isBuiltIn = ([name]: readonly [string, string]) => name.startsWith('voipbin.');
  const scopes: readonly ShownScope[] = [
    { name: 'Variables', shown: variables.filter((name) => !isBuiltIn(name)).map(variable) },
    { name: run.input.referenceType === 'call' ? 'Call' : 'Run', shown: callOf(thread) },
    { name: 'VoIPbin Variables', shown: variables.filter(isBuiltIn).map(variable) },
    { name: 'Action', shown: Object.entries(run.option).map(([name, value]) => shownJson(name, value)) },
    { name: 'Executions', shown: budgetOf(run) },
  ];
  return scopes.filter(({ shown }) => shown.length > 0);
}

const variable = ([name, value]: readonly [string, string]): Shown => ({
  name,
  value: JSON.stringify(value),
  expression: `\${${name}}`,
  isVariable: true,
});

function shownJson(name: string, value: JsonValue): Shown {
  const entries = isList(value)
    ? value.map((item, position) => shownJson(String(position), item))
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => shownJson(key, item))
      : undefined;
  return { name, value: JSON.stringify(value), ...(entries && entries.length > 0 ? { children: entries } : {}) };
}

const plain = (name: string, value: string): Shown => ({ name, value });

function callOf({ run, asked, last }: Thread): readonly Shown[] {
  const { referenceType, direction = 'incoming' } = run.input;
  const party = (side: string) => run.variables.get(`voipbin.call.${side}.target`) ?? '';
  const isCall = referenceType === 'call';
  return [
    ...(isCall
      ? [
          plain('status', run.callStatus),
          plain('direction', direction),
          plain('source', party('source')),
          plain('destination', party('destination')),
          plain('digits', JSON.stringify(run.variables.get(digitsVariable) ?? '')),
        ]
      : [plain('reference type', referenceType || 'none')]),
    plain('time', timeText(last?.time ?? run.clock)),
    ...(asked?.question.kind === 'wait' ? [plain('awaited', awaited(asked.question))] : []),
    // The status of the party that the call itself dials is that of the call.
    ...run.legs
      .filter(({ id }) => id !== run.referenceId)
      .map(({ destination, status }) => plain(nameOf(destination), status)),
  ];
}

function budgetOf(run: Run): readonly Shown[] {
  const limit = executionLimit(run);
  return [
    plain('used', String(run.used)),
    ...(limit === undefined ? [] : [plain('left', String(limit - run.used)), plain('limit', String(limit))]),
    ...(isBudgetSpent(run) ? [plain('next', 'the flow is stopped')] : []),
  ];
}

/** What a wait waits for, and how long, in words. */
export function awaited({ for: reason, since, until, legs = [] }: WaitQuestion): string {
  return until === undefined ? what(reason, legs) : `${what(reason, legs)}, ${timeText(until - since)}`;
}

function what(reason: WaitQuestion['for'], legs: NonNullable<WaitQuestion['legs']>): string {
  const ringing = legs.find(({ status }) => status === 'ringing');
  const talking = legs.find(({ status }) => status === 'answered');
  if (reason === 'digits') return 'keys';
  if (reason === 'callee' && ringing) return `${nameOf(ringing.destination)} to answer`;
  return reason === 'bridge' && talking ? `the talk with ${nameOf(talking.destination)} to end` : reason;
}
