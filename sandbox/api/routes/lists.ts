import type { Row } from '../../resources/row';
import type { TableName } from '../../store/store';
import type { Table } from '../../store/table';
import type { App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';

/** What is only looked at: by their ids flows name it. */
const lists = [
  'queues',
  'conferences',
  'ais',
  'teams',
  'agents',
  'extensions',
  'conversations',
  'recordings',
] as const satisfies readonly TableName[];

export function addLists(app: App, { core }: Backend): void {
  for (const name of lists) {
    const table: Pick<Table<Row>, 'get' | 'page'> = core.store[name];
    app.get(`/v1.0/${name}`, (ask) => ask.json(pageOf(ask, table)));
    app.get(`/v1.0/${name}/:id`, (ask) => ask.json(rowOf(ask, table)));
  }
}
