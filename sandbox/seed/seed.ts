import type { Row } from '../resources/row';
import type { Store } from '../store/store';
import type { Table } from '../store/table';
import { agents, extensions } from './agents';
import { flows } from './flows';
import { numbers } from './numbers';
import { ais, conferences, conversations, queues, recordings, teams } from './services';

/** Puts into an empty store what a new sandbox has: a few believable entries of every list. */
export function seed(store: Store): void {
  fill(store.agents, agents);
  fill(store.extensions, extensions);
  fill(store.flows, flows);
  fill(store.numbers, numbers);
  fill(store.queues, queues);
  fill(store.conferences, conferences);
  fill(store.ais, ais);
  fill(store.teams, teams);
  fill(store.conversations, conversations);
  fill(store.recordings, recordings);
}

/** The seeds are shared by every sandbox, so each gets copies. */
function fill<T extends Row>(table: Table<T>, rows: readonly T[]): void {
  for (const row of rows) table.add({ ...row });
}
