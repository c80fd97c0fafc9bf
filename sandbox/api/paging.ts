import { limits } from '../../flow/catalog';
import { formatStamp, parseStamp } from '../clock/stamps';
import type { Row } from '../resources/row';
import type { Table } from '../store/table';
import { internal } from './apiError';
import type { Ask } from './environment';

/** A page of a list: newest first; the token of the next one is when its last entry was made. Source: bin-api-manager/server/calls.go GetCalls. */
export function pageOf<T extends Row>(
  ask: Ask,
  table: Pick<Table<T>, 'page'>,
  show: (row: T) => object = (row) => row,
): object {
  const wished = Number(ask.req.query('page_size') ?? '');
  const most = limits.pageSize.value;
  const size = Number.isInteger(wished) && wished > 0 && wished <= most ? wished : most;
  const rows = table.page(size, beforeOf(ask.req.query('page_token')));
  return { result: rows.map(show), next_page_token: rows.at(-1)?.tm_create ?? '' };
}

function beforeOf(token: string | undefined): string | undefined {
  if (!token) return undefined;
  const micros = parseStamp(token);
  // The database refuses what is no time, and the API has no type for that.
  if (micros === undefined) throw internal();
  return formatStamp(micros);
}
