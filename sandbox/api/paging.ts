import { limits } from '../../flow';
import { formatStamp, parseStamp } from '../clock/stamps';
import { rememberOfRows } from '../resources/remember';
import type { Row } from '../resources/row';
import type { Table } from '../store/table';
import { internal, invalid } from './apiError';
import type { ApiContext } from './environment';

/** Answers with a page of a list: newest first; the token of the next one is when its last entry was made. Source: bin-api-manager/server/calls.go GetCalls. */
export function listOf<T extends Row>(
  table: Pick<Table<T>, 'page'>,
  show: (row: T) => object,
): (context: ApiContext) => Response {
  // Clients poll lists, and most rows have not changed since the last time.
  const jsonOf = rememberOfRows((row: T) => JSON.stringify(show(row)));
  return (context) => {
    const rows = table.page(pageSizeOf(context, limits.pageSize.value), beforeOf(context));
    const token = JSON.stringify(rows.at(-1)?.tm_create ?? '');
    return context.body(`{"result":[${rows.map(jsonOf).join()}],"next_page_token":${token}}`, 200, {
      'content-type': 'application/json',
    });
  };
}

/** How many entries the request wants, at most `most`; `usual` when it does not say, or says what it cannot have. */
export function pageSizeOf(context: ApiContext, max: number, usual = max): number {
  const text = context.req.query('page_size');
  if (text === undefined) return usual;
  // Source: bin-api-manager/server/error.go:85.
  if (!/^[+-]?\d+$/.test(text)) throw invalid('INVALID_REQUEST_PARAMETER', '`page_size` is not an integer.');
  const wanted = Number(text);
  return wanted > 0 && wanted <= max ? wanted : usual;
}

function beforeOf(context: ApiContext): string | undefined {
  const micros = pageTokenOf(context);
  return micros === undefined ? undefined : formatStamp(micros);
}

/** The time before which the page begins, in microseconds; undefined when it is the first page. */
export function pageTokenOf(context: ApiContext): number | undefined {
  const token = context.req.query('page_token');
  if (!token) return undefined;
  const micros = parseStamp(token);
  // The database refuses what is not a time, and the API has no type for that.
  if (micros === undefined) throw internal();
  return micros;
}
