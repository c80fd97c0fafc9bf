import type { Row } from '../resources/row';
import { createTable, type Table } from './table';
import { type Definition, tables } from './tables';

/** A sign-in that has not run out. */
export interface SignIn {
  readonly token: string;
  readonly agentId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export type TableName = keyof typeof tables;

type Tables = {
  readonly [N in TableName]: (typeof tables)[N] extends Definition<infer T> ? Table<T> : never;
};

/** Everything that the sandbox knows and a client can ask for. */
export interface Store extends Tables {
  readonly sessions: Map<string, SignIn>;
}

/** In the order in which they are saved. */
export const tableNames = Object.keys(tables) as readonly TableName[];

/** A table of the store for those who treat all alike. */
export const tableOf = (store: Store, name: TableName) => store[name] as unknown as Table<Row>;

const definitionOf = (name: TableName) => tables[name] as unknown as Definition<Row>;

export function createStore(): Store {
  const created = tableNames.map((name) => [name, createTable(definitionOf(name).isForgettable)]);
  return { ...(Object.fromEntries(created) as Tables), sessions: new Map() };
}

export function clearStore(store: Store): void {
  store.sessions.clear();
  for (const name of tableNames) store[name].clear();
}

/** Puts into an empty store what a new sandbox has: a few believable entries of every list. Tables of `except` stay as they are. */
export function seedStore(store: Store, except: ReadonlySet<string> = new Set()): void {
  for (const name of tableNames) {
    if (except.has(name)) continue;
    // The seeds are shared by every sandbox, so each gets copies.
    for (const row of definitionOf(name).seed ?? []) tableOf(store, name).add({ ...row });
  }
}
