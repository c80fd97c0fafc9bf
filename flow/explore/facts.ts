import type { WorldScript } from '../simulator';
import type { WorldMemory } from '../simulator/world/happenings';
import { mergeWorlds } from '../simulator/world/mergeWorlds';
import type { Span, TimeSample } from './times';

/** What a call has found the outside to be so far; it stays so for the rest of the call, as one world file has to say it. */
export interface Facts {
  readonly world: WorldScript;
  /** The decisions, as `subject what` with the value; the subject is what {@link decidersOf} calls it. */
  readonly decided: ReadonlyMap<string, string>;
  /** When the call can have begun, as far as conditions have told; undefined where none has. */
  readonly start: Span | undefined;
  /** What has happened of what the world has in store. */
  readonly memory: WorldMemory;
}

/** One thing that the outside decided: what a world says of it is added to the facts. */
export interface Fact {
  /** As in {@link Facts}. */
  readonly key: string;
  readonly value: string;
  readonly world: WorldScript;
}

/** The facts with more of them. Variables are in the run, and in the world of the whole call. */
export function decide(facts: Facts, ...more: readonly Fact[]): Facts {
  const decided = new Map(facts.decided);
  for (const { key, value } of more) decided.set(key, value);
  const said = more.filter(({ world }) => !world.variables);
  return { ...facts, world: said.length === 0 ? facts.world : worldWith(facts.world, said), decided };
}

/** A world that also says what was decided. */
export function worldWith(ground: WorldScript, facts: readonly Pick<Fact, 'world'>[]): WorldScript {
  const variables: [name: string, value: string][] = [];
  let world = ground;
  for (const { world: said } of facts) {
    // Variables come in great numbers.
    if (said.variables) variables.push(...Object.entries(said.variables));
    else world = mergeWorlds(world, said);
  }
  return variables.length === 0 ? world : mergeWorlds(world, { variables: Object.fromEntries(variables) });
}

/** The facts of a call that has a time, at a moment of its clock. */
export function beginAt(facts: Facts, { from, to, time }: TimeSample, clock: number): Facts {
  const now = new Date(time - clock).toISOString();
  return { ...facts, world: { ...facts.world, now }, start: { from: from - clock, to: to - clock } };
}

/** Those of the facts on which something can still depend, as a text. */
export function factsKey({ decided }: Facts, isLive: (subject: string) => boolean): string {
  let key = '';
  for (const [what, value] of decided) if (isLive(what.slice(0, what.indexOf(' ')))) key += `${what}=${value};`;
  return key;
}
