import { digitsVariable } from '../catalog/variables';
import type { WorldScript } from '../simulator';
import type { Run } from '../simulator/run/run';
import type { Constants } from './constants';
import type { Facts } from './facts';
import { anyTexts } from './textsApart';

/** The variables that come from outside, as far as nothing has decided their values. */
export interface OpenVariables {
  /** The values of one that make a difference; undefined where it is not open. */
  valuesOf(name: string, run: Run, facts: Facts): readonly string[] | undefined;
  /** The same of one that was copied while it was open. */
  copiedValuesOf(name: string, run: Run): readonly string[] | undefined;
  /** Those that are open. */
  namesIn(run: Run, facts: Facts): readonly string[];
  /** Whether any variable of the flow can be open. */
  any(run: Run): boolean;
}

export function openVariables(constantsFor: (run: Run) => Constants, given: WorldScript): OpenVariables {
  // The variables of the input are the same in every call of one flow.
  const candidates = new WeakMap<Constants, ReadonlyMap<string, readonly string[]>>();
  const candidatesOf = (run: Run) => {
    const constants = constantsFor(run);
    const known = candidates.get(constants) ?? findCandidates(constants, run, given);
    candidates.set(constants, known);
    return known;
  };
  const isOpen = (name: string, { variables }: Run, { decided }: Facts) =>
    !decided.has(decisionOf(name)) && (isKnownAtStart(name) || !variables.has(name));
  return {
    valuesOf: (name, run, facts) => {
      const values = candidatesOf(run).get(name);
      return values && isOpen(name, run, facts) ? values : undefined;
    },
    copiedValuesOf: (name, run) => candidatesOf(run).get(name),
    namesIn: (run, facts) => {
      const all = candidatesOf(run);
      return all.size === 0 ? none : [...all.keys()].filter((name) => isOpen(name, run, facts));
    },
    any: (run) => candidatesOf(run).size > 0,
  };
}

/** What a decision about a variable is called among the facts. */
export const decisionOf = (name: string) => `variable ${name}`;

/** Who calls, who is called and what was written: set in every run, but not always to the same. */
export const isKnownAtStart = (name: string) =>
  /^voipbin\.(call\.(source|destination)|conversation_message)\./.test(name);

const none: readonly string[] = [];

function findCandidates(
  constants: Constants,
  { input }: Run,
  given: WorldScript,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, tested] of constants) {
    const isSetByPlatform = name.startsWith('voipbin.') || Object.hasOwn(input.variables ?? {}, name);
    if (name === '' || name === digitsVariable || Object.hasOwn(given.variables ?? {}, name)) continue;
    if (isSetByPlatform && (!isKnownAtStart(name) || input.fixed?.includes(name))) continue;
    // What it is in the call at hand is the most ordinary.
    const own = Object.hasOwn(input.variables ?? {}, name) ? input.variables?.[name] : undefined;
    found.set(name, anyTexts(tested, own ? [own] : []).texts);
  }
  return found;
}
