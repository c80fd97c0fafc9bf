import { type ResourceKind, update } from '../core';
import type { Row } from '../resources/row';
import type { Table } from '../store/table';
import type { App, Backend } from './environment';
import { rowOf } from './idOf';
import { pageOf } from './paging';

/** The list at a path such as `/messages`, and each row of it; `missing` is the reason of the 404. */
export function addReads<T extends Row>(
  app: App,
  path: string,
  table: Table<T>,
  missing: string,
  show: (row: T) => object = (row) => row,
): void {
  app.get(`/v1.0${path}`, (ask) => ask.json(pageOf(ask, table, show)));
  app.get(`/v1.0${path}/:id`, (ask) => ask.json(show(rowOf(ask, table, missing))));
}

/** `DELETE` of a row: the answer is the row with the time of its end. */
export function addRemoval<T extends Row>(
  app: App,
  { core }: Backend,
  path: string,
  { kind, table, missing, show = (row) => row }: Removal<T>,
): void {
  app.delete(`/v1.0${path}/:id`, (ask) => {
    const row = rowOf(ask, table, missing);
    table.remove(row.id);
    row.tm_delete = core.stamp();
    update(core, kind, row);
    return ask.json(show(row));
  });
}

interface Removal<T extends Row> {
  readonly kind: ResourceKind;
  readonly table: Table<T>;
  readonly missing: string;
  readonly show?: (row: T) => object;
}
