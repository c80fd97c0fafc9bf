import type { Semantics } from '../../../../flow/catalog/semantics';
import type { JsonObject, JsonValue } from '../../../../flow/json/jsonValue';
import {
  type QuirkSwitches,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate,
  type WorldScript,
} from '../../../../flow/simulator';

export const A = 'a0000000-0000-4000-8000-00000000000a';
export const B = 'b0000000-0000-4000-8000-00000000000b';
export const C = 'c0000000-0000-4000-8000-00000000000c';
export const FLOW = 'f0000000-0000-4000-8000-00000000000f';
/** An id that no action has. */
export const NOWHERE = 'dead0000-0000-4000-8000-00000000dead';
export const START = '00000000-0000-0000-0000-000000000001';
export const FINISH = '00000000-0000-0000-0000-000000000002';

type More = { readonly [key: string]: JsonValue };

export const act = (type: string, option: JsonObject = {}, more: More = {}): JsonObject => ({ type, option, ...more });
export const say = (text: string, more: More = {}): JsonObject => act('talk', { text, language: 'en-US' }, more);
export const set = (key: string, value: JsonValue, more: More = {}): JsonObject =>
  act('variable_set', { key, value }, more);
export const tel = (target: string): JsonObject => ({ type: 'tel', target });

interface Setting extends Partial<Omit<RunInput, 'actions'>> {
  readonly world?: WorldScript;
  readonly semantics?: Semantics;
  readonly quirks?: Partial<QuirkSwitches>;
}

/** What a test looks at. */
export interface Ran {
  /** The places of the actions that became current, in order; `!` behind those that were skipped. */
  readonly path: string;
  /** The outcome, and behind it the error. */
  readonly end: string;
  readonly said: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly simulation: Simulation;
}

/** Runs actions on a call, unless `setting` says otherwise. */
export function run(actions: JsonValue, { world = {}, semantics = 'documented', quirks, ...input }: Setting = {}): Ran {
  return ranOf(simulate({ referenceType: 'call', actions, ...input }, scriptedWorld(world), { semantics, quirks }));
}

export function ranOf(simulation: Simulation): Ran {
  const { events, result } = simulation;
  const path = events.flatMap((event) =>
    event.type === 'action' ? [`${event.place?.index}${event.skipped ? '!' : ''}`] : [],
  );
  return {
    path: path.join(' '),
    end: result.error === null ? result.outcome : `${result.outcome}: ${result.error}`,
    said: events.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    variables: result.variables,
    simulation,
  };
}

/** Path and end, the two that most rules are about. */
export function way(actions: JsonValue, setting: Setting = {}): string {
  const { path, end } = run(actions, setting);
  return `${path} | ${end}`;
}

/** The options of the executed actions, substituted. */
export function optionsOf({ simulation }: Ran): JsonObject[] {
  return simulation.events.flatMap((event) => (event.type === 'action' ? [event.option] : []));
}

/** Why actions had no effect. */
export function failuresOf({ simulation }: Ran): string[] {
  return simulation.events.flatMap((event) =>
    event.type === 'action-end' && event.result !== 'done'
      ? [`${event.place?.index} ${event.reason ?? event.result}`]
      : [],
  );
}
