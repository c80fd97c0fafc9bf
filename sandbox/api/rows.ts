import type { JsonObject } from '../../flow';
import { announce, type ResourceKind, update } from '../core';
import type { Row } from '../resources/row';
import { shown, shownAs } from '../resources/shown';
import type { Table } from '../store/table';
import { readBody } from './body';
import type { ApiContext, App, Backend } from './environment';
import { listOf } from './paging';
import { rowOf } from './rowOf';

/** Rows that are looked at, and where the API has them. */
interface Readable<T extends Row> {
  /** Such as `/messages`. */
  readonly path: string;
  readonly kind: string;
  readonly table: Pick<Table<T>, 'get' | 'page'>;
}

/** Rows that requests make, change and remove; those who listen to the event stream are told. */
export interface Listed<T extends Row> extends Readable<T> {
  readonly kind: ResourceKind;
  readonly table: Table<T>;
}

/** The list, and each row of it. */
export function addReads<T extends Row>(app: App, listed: Readable<T>): void {
  const { path, kind, table } = listed;
  app.get(`/v1.0${path}`, listOf(table, shownAs(kind)));
  app.get(`/v1.0${path}/:id`, (context) => showRow(context, listed, listedRow(context, listed)));
}

/** `POST` to the list: the answer is the row that was made of the body. */
export function addCreation<T extends Row>(
  app: App,
  { core }: Backend,
  { path, kind, table }: Listed<T>,
  make: (body: JsonObject) => T,
  code: 200 | 201 = 200,
): void {
  app.post(`/v1.0${path}`, async (context) => {
    const row = table.add(make(await readBody(context)));
    announce(core, kind, row);
    return context.json(shown(kind, row), code);
  });
}

/** `PUT` to a row, or to what is below it: the answer is the row with the members that were read of the body. */
export function addUpdate<T extends Row>(
  app: App,
  { core }: Backend,
  listed: Listed<T>,
  read: (body: JsonObject) => Partial<T>,
  below = '',
): void {
  app.put(`/v1.0${listed.path}/:id${below}`, async (context) => {
    const row = listedRow(context, listed);
    Object.assign(row, read(await readBody(context)));
    update(core, listed.kind, row);
    return showRow(context, listed, row);
  });
}

/** The list, each row of it, and `DELETE` of a row: the answer is the row with the time of its end. `whenGone` is called with it. */
export function addRows<T extends Row>(
  app: App,
  { core }: Backend,
  listed: Listed<T>,
  whenGone: (row: T) => void = () => {},
): Listed<T> {
  const { path, kind, table } = listed;
  addReads(app, listed);
  app.delete(`/v1.0${path}/:id`, (context) => {
    const row = listedRow(context, listed);
    table.remove(row.id);
    row.tm_delete = core.stamp();
    update(core, kind, row, 'deleted');
    whenGone(row);
    return showRow(context, listed, row);
  });
  return listed;
}

/** The answer that shows a row. */
export const showRow = <T extends Row>(
  context: ApiContext,
  { kind }: Readable<T>,
  row: T,
  code: 200 | 201 = 200,
): Response => context.json(shown(kind, row), code);

/** The row with the id in the path. */
export function listedRow<T extends Row>(context: ApiContext, { kind, table }: Readable<T>): T {
  return rowOf(context, table, `${kind.toUpperCase()}_NOT_FOUND`);
}
