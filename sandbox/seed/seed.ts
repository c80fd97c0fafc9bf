import type { Row } from '../resources/row';
import type { Store, TableName } from '../store/store';
import type { Table } from '../store/table';
import { agents, extensions } from './agents';
import { flows } from './flows';
import { emails, messages } from './messaging';
import { numbers } from './numbers';
import { outboundConfigs } from './outboundConfig';
import { billingAccounts, contacts, tags } from './people';
import { ais, conferences, conversations, queues, recordings, teams } from './services';

const seeds = {
  agents,
  extensions,
  flows,
  numbers,
  queues,
  conferences,
  ais,
  teams,
  conversations,
  recordings,
  outboundConfigs,
  messages,
  emails,
  tags,
  contacts,
  billingAccounts,
} satisfies Partial<Record<TableName, readonly Row[]>>;

/** Puts into an empty store what a new sandbox has: a few believable entries of every list. Tables of `except` stay as they are. */
export function seed(store: Store, except: ReadonlySet<string> = new Set()): void {
  for (const [name, rows] of Object.entries(seeds)) {
    if (except.has(name)) continue;
    const table = store[name as keyof typeof seeds] as unknown as Table<Row>;
    // The seeds are shared by every sandbox, so each gets copies.
    for (const row of rows) table.add({ ...row });
  }
}
