import { limits } from '../../flow/catalog';
import { formatStamp, parseStamp } from '../clock/stamps';
import type { Row } from '../resources/row';
import { shownAs } from '../resources/shown';
import type { Table } from '../store/table';
import { internal, invalid } from './apiError';
import type { Ask } from './environment';

/** A page of a list: newest first; the token of the next one is when its last entry was made. Source: bin-api-manager/server/calls.go GetCalls. */
export function pageOf<T extends Row>(
  ask: Ask,
  table: Pick<Table<T>, 'page'>,
  show: (row: T) => object = shownAs(''),
): object {
  const rows = table.page(pageSizeOf(ask, limits.pageSize.value), beforeOf(ask));
  return { result: rows.map(show), next_page_token: rows.at(-1)?.tm_create ?? '' };
}

/** How many entries the request wants, at most `most`; `usual` when it does not say, or says what it cannot have. */
export function pageSizeOf(ask: Ask, most: number, usual = most): number {
  const text = ask.req.query('page_size');
  if (text === undefined) return usual;
  // Source: bin-api-manager/server/error.go:85.
  if (!/^[+-]?\d+$/.test(text)) throw invalid('INVALID_REQUEST_PARAMETER', '`page_size` is not an integer.');
  const wished = Number(text);
  return wished > 0 && wished <= most ? wished : usual;
}

function beforeOf(ask: Ask): string | undefined {
  const micros = pageTokenOf(ask);
  return micros === undefined ? undefined : formatStamp(micros);
}

/** The time before which the page begins, in microseconds; undefined when it is the first page. */
export function pageTokenOf(ask: Ask): number | undefined {
  const token = ask.req.query('page_token');
  if (!token) return undefined;
  const micros = parseStamp(token);
  // The database refuses what is no time, and the API has no type for that.
  if (micros === undefined) throw internal();
  return micros;
}
