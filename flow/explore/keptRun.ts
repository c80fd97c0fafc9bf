import { addTo } from '../collections/addTo';
import type { Run } from '../simulator/run/run';
import type { Position, Stack } from '../simulator/stack/stackMap';
import type { Facts } from './facts';
import { type KeptMap, keepMap, mapOf } from './keptMap';

/** A run between two actions and what it has found the outside to be. */
export interface Situation {
  readonly run: Run;
  readonly facts: Facts;
}

/** A situation as it is kept. What is as it was in the one from which it came is shared with that: there are a hundred thousand of them. */
export interface Kept {
  /** What hardly an action changes. */
  readonly rest: Rest;
  readonly clock: number;
  readonly current: Position | undefined;
  readonly forward: Position | undefined;
  readonly variables: KeptMap<string>;
  readonly facts: Omit<Facts, 'decided'>;
  readonly decided: KeptMap<string>;
  /** About how many bytes it takes beyond what it shares. */
  readonly size: number;
}

type Rest = Omit<Run, 'clock' | 'current' | 'forward' | 'variables'>;

const bytes = { itself: 300, rest: 400, stack: 300, entry: 60, item: 16 };

/**
 * Keeps a situation, with its whole budget: how much was used decides nothing until nothing is left. `from` is the one from which it came, as it was
 * kept and as {@link situationOf} gave it.
 */
export function keep({ run, facts }: Situation, from?: { readonly kept: Kept; readonly live: Situation }): Kept {
  const before = from?.live;
  const { shared: stackOf, added } = sharedStacks(run, before?.run);
  const positionOf = (at: Position | undefined) => at && { stack: stackOf(at.stack), position: at.position };
  const { clock, current, forward, variables, ...own } = run;
  // The option is read from the action each time that one runs.
  const queue = run.queue && { ...run.queue, stack: stackOf(run.queue.stack) };
  const rest = sharedRest({ ...own, queue, option: none, used: 0, inCycle: 0, resumes: 0 }, from?.kept.rest);
  const keptVariables = keepMap(variables, from && { kept: from.kept.variables, map: from.live.run.variables });
  const decided = keepMap(facts.decided, from && { kept: from.kept.decided, map: from.live.facts.decided });
  const { decided: _, ...others } = facts;
  const keptFacts = sharedFacts(others, from?.kept.facts);
  return {
    rest,
    clock,
    current: positionOf(current),
    forward: positionOf(forward),
    variables: keptVariables,
    facts: keptFacts,
    decided,
    size:
      bytes.itself +
      bytes.stack * added +
      sizeOfRest(rest, from?.kept.rest) +
      sizeOfMap(keptVariables, from?.kept.variables) +
      sizeOfMap(decided, from?.kept.decided) +
      sizeOfWorld(keptFacts.world, from?.kept.facts.world),
  };
}

/** A situation that was kept. It shares what does not change, so that a run goes on from a copy only. */
export function situationOf({ rest, clock, current, forward, variables, facts, decided }: Kept): Situation {
  return {
    run: { ...rest, clock, current, forward, variables: mapOf(variables) },
    facts: { ...facts, decided: mapOf(decided) },
  };
}

const none = {};

/** The lists that a run is in, each as the run before has it if nothing was written in it. No two become one. */
function sharedStacks(run: Run, before: Run | undefined) {
  const free = new Map<unknown, Stack[]>();
  const chains = ({ current, forward, queue }: Run) => [current?.stack, forward?.stack, queue?.stack];
  const seen = new Set<Stack>();
  for (let stack of before ? chains(before) : []) {
    for (; stack && !seen.has(stack); stack = stack.caller?.stack) {
      seen.add(stack);
      addTo(free, stack.list, stack);
    }
  }
  const known = new Map<Stack, Stack>();
  let added = 0;
  const shared = (stack: Stack): Stack => {
    const found = known.get(stack);
    if (found) return found;
    const caller = stack.caller && { stack: shared(stack.caller.stack), position: stack.caller.position };
    const others = free.get(stack.list) ?? [];
    const at = others.findIndex(
      (other) =>
        other.caller?.stack === caller?.stack &&
        other.caller?.position === caller?.position &&
        isSame(other.written, stack.written),
    );
    const other = others[at];
    if (other) others.splice(at, 1);
    else added++;
    const own = other ?? { ...stack, caller };
    known.set(stack, own);
    return own;
  };
  for (const stack of chains(run)) if (stack) shared(stack);
  return { shared, added };
}

function sharedRest(rest: Rest, before: Rest | undefined): Rest {
  if (!before) return rest;
  const own = rest as unknown as Record<string, unknown>;
  const old = before as unknown as Readonly<Record<string, unknown>>;
  let isOld = true;
  for (const name in own) {
    if (own[name] === old[name]) continue;
    if (isSame(old[name], own[name])) own[name] = old[name];
    else isOld = false;
  }
  return isOld ? before : rest;
}

function sharedFacts(facts: Kept['facts'], before: Kept['facts'] | undefined): Kept['facts'] {
  if (!before) return facts;
  const { memory: own } = facts;
  const { memory: old } = before;
  const memory = own.nextKey === old.nextKey && isSame(own.queued, old.queued) ? old : own;
  return memory === old && facts.world === before.world && facts.start === before.start ? before : { ...facts, memory };
}

/** Whether two values hold the very same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => item === b[at]);
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((item) => b.has(item));
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function sizeOfMap(kept: KeptMap<string>, before: KeptMap<string> | undefined): number {
  if (kept === before) return 0;
  return kept.changes.reduce((sum, [, value]) => sum + bytes.entry + (value?.length ?? 0), bytes.entry);
}

function sizeOfRest(rest: Rest, before: Rest | undefined): number {
  if (rest === before) return 0;
  const old = before as unknown as Readonly<Record<string, unknown>> | undefined;
  return Object.entries(rest).reduce(
    (sum, [name, value]) => (value === old?.[name] ? sum : sum + sizeOf(value)),
    bytes.rest,
  );
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return bytes.item * value.length;
  return value instanceof Map || value instanceof Set ? bytes.entry * (1 + value.size) : 0;
}

/** A world holds what was decided by its subject. */
function sizeOfWorld(world: Facts['world'], before: Facts['world'] | undefined): number {
  if (world === before) return 0;
  return Object.values(world).reduce<number>(
    (sum, said) => sum + bytes.entry + (typeof said === 'object' ? bytes.item * Object.keys(said).length : 0),
    0,
  );
}
