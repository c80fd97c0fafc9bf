import { announce, type ResourceKind, update } from '../core';
import type { Row } from '../resources/row';
import { shown, shownAs } from '../resources/shown';
import type { Table } from '../store/table';
import type { ApiContext, App, Backend } from './environment';
import { rowOf } from './idOf';
import { listOf } from './paging';

/** The rows of one kind, and where the API has them. */
export interface Listed<T extends Row> {
  /** Such as `/messages`. */
  readonly path: string;
  readonly kind: ResourceKind;
  readonly table: Table<T>;
}

/** The list, and each row of it. */
export function addReads<T extends Row>(app: App, listed: Listed<T>): void {
  const { path, kind, table } = listed;
  app.get(`/v1.0${path}`, listOf(table, shownAs(kind)));
  app.get(`/v1.0${path}/:id`, (context) => showRow(context, listed, listedRow(context, listed)));
}

/** `DELETE` of a row: the answer is the row with the time of its end. `whenGone` is called with it. */
export function addRemoval<T extends Row>(
  app: App,
  { core }: Backend,
  listed: Listed<T>,
  whenGone: (row: T) => void = () => {},
): void {
  const { path, kind, table } = listed;
  app.delete(`/v1.0${path}/:id`, (context) => {
    const row = listedRow(context, listed);
    table.remove(row.id);
    row.tm_delete = core.stamp();
    update(core, kind, row, 'deleted');
    whenGone(row);
    return showRow(context, listed, row);
  });
}

/** The answer that shows a row. */
export const showRow = <T extends Row>(
  context: ApiContext,
  { kind }: Listed<T>,
  row: T,
  code: 200 | 201 = 200,
): Response => context.json(shown(kind, row), code);

/** A row that a request has made: it is listed, and those who listen are told. */
export function addRow<T extends Row>({ core }: Backend, { kind, table }: Listed<T>, row: T): T {
  announce(core, kind, table.add(row));
  return row;
}

/** The row with the id in the path. */
export function listedRow<T extends Row>(context: ApiContext, { kind, table }: Listed<T>): T {
  return rowOf(context, table, `${kind.toUpperCase()}_NOT_FOUND`);
}
