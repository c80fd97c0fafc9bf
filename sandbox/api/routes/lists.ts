import type { Row } from '../../resources/row';
import type { TableName } from '../../store/store';
import type { Table } from '../../store/table';
import type { App, Backend } from '../environment';
import { addReads } from '../rows';

/** What is only looked at, with its name in the singular: by their ids flows name it. */
const lists = {
  queues: 'queue',
  teams: 'team',
  agents: 'agent',
  conversations: 'conversation',
  recordings: 'recording',
} as const satisfies Partial<Record<TableName, string>>;

export function addLists(app: App, { core }: Backend): void {
  for (const [name, kind] of Object.entries(lists)) {
    const table: Pick<Table<Row>, 'get' | 'page'> = core.store[name as keyof typeof lists];
    addReads(app, { path: `/${name}`, kind, table });
  }
}
