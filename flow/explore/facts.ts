import type { WorldScript } from '../simulator';

/** What a call has found the outside to be so far; it stays so for the rest of the call, as one world file has to say it. */
export interface Facts {
  readonly world: WorldScript;
  /** The decisions, as `subject what` with the value; the subject is what {@link decidersOf} calls it. */
  readonly decided: ReadonlyMap<string, string>;
}

export const noFacts: Facts = { world: {}, decided: new Map() };

/** One thing that the outside decided: what a world says of it is added to the facts. */
export interface Fact {
  /** As in {@link Facts}. */
  readonly key: string;
  readonly value: string;
  readonly world: WorldScript;
}

/** The facts with one more. */
export function decide(facts: Facts, { key, value, world }: Fact): Facts {
  return { world: mergeWorlds(facts.world, world), decided: new Map([...facts.decided, [key, value]]) };
}

/** A world that says what both say; what is said by name (URLs, flows, queues, variables) is put together. */
export function mergeWorlds(first: WorldScript, second: WorldScript): WorldScript {
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const known = merged[key];
    const both = isRecord(known) && isRecord(value);
    merged[key] = both ? { ...known, ...value } : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Those of the facts on which something can still depend, as a text. */
export function factsKey({ decided }: Facts, isLive: (subject: string) => boolean): string {
  let key = '';
  for (const [what, value] of decided) if (isLive(what.slice(0, what.indexOf(' ')))) key += `${what}=${value};`;
  return key;
}
