import type * as z from 'zod';
import type { AccountState } from '../resources/accountState';
import type { Row } from '../resources/row';
import { stateSchema } from './stateSchema';
import { type SignIn, type Store, type TableName, tableNames, tableOf } from './store';

/** All that the sandbox remembers, as JSON. It holds secrets: tokens and access keys. */
export interface SandboxState {
  readonly version: 1;
  readonly account: Readonly<AccountState>;
  readonly sessions: readonly SignIn[];
  readonly tables: Readonly<Partial<Record<TableName, readonly Row[] | undefined>>>;
}

export type StateResult =
  | { readonly ok: true; readonly state: SandboxState }
  /** What is wrong, as a phrase that begins in lower case. */
  | { readonly ok: false; readonly fault: string };

/** Reads what `saveState` gave, after JSON. */
export function readState(value: unknown): StateResult {
  const result = stateSchema.safeParse(value);
  if (result.success) return { ok: true, state: result.data };
  const [issue] = result.error.issues;
  return { ok: false, fault: issue ? describeIssue(issue) : 'it is not the state of a sandbox' };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? 'the file' : path.join('.')} does not have the expected form (${message})`;
}

export function saveState(store: Store, account: AccountState): SandboxState {
  return {
    version: 1,
    account: { ...account },
    sessions: [...store.sessions.values()],
    tables: Object.fromEntries(tableNames.map((name) => [name, store[name].all()])),
  };
}

/** Puts a state into an empty store. */
export function loadState({ sessions, tables }: SandboxState, store: Store): void {
  for (const session of sessions) store.sessions.set(session.token, session);
  // The schema has looked at every member that is read.
  for (const name of tableNames) for (const row of tables[name] ?? []) tableOf(store, name).add({ ...row });
}
