import { formatStamp, parseStamp } from '../../clock/stamps';
import type { Row } from '../../resources/row';
import { shown } from '../../resources/shown';
import type { Table } from '../../store/table';
import { internal, invalid } from '../apiError';
import type { App, Ask, Backend } from '../environment';
import { lastingRowOf, rowOf } from '../idOf';

/** What happened to a resource, newest first. Source: bin-api-manager/server/timelines.go; pkg/servicehandler/timeline.go. */
export function addTimelines(app: App, { core }: Backend): void {
  const { calls, conferences, flows, activeflows } = core.store;
  const tables: Readonly<Record<string, Pick<Table<Row>, 'get' | 'wasRemoved'>>> = {
    calls,
    conferences,
    flows,
    activeflows,
  };
  app.get('/v1.0/timelines/:type/:id/events', (ask) => {
    const types = ask.req.param('type');
    const table = Object.hasOwn(tables, types) ? tables[types] : undefined;
    if (!table) throw invalid('INVALID_RESOURCE_TYPE', 'Only calls, conferences, flows and activeflows have events.');
    const kind = types.slice(0, -1);
    const { id } = (kind === 'call' ? lastingRowOf : rowOf)(ask, table, `${kind.toUpperCase()}_NOT_FOUND`);
    const before = beforeOf(ask.req.query('page_token'));
    const size = sizeOf(ask);
    const events = core.timeline.of(id).filter(({ at }) => at < before);
    const page = events.slice(-size).reverse();
    const last = page.at(-1);
    return ask.json({
      result: page.map(({ at, type, row }) => ({
        timestamp: toMilliseconds(at),
        event_type: type,
        data: shown(kind, row),
      })),
      // It is left out at the end. VoIPbin's has milliseconds, by which events of the same one are lost between two pages.
      ...(last && events.length > page.length ? { next_page_token: formatStamp(last.at) } : {}),
    });
  });
}

const toMilliseconds = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();

function sizeOf(ask: Ask): number {
  const text = ask.req.query('page_size');
  if (text === undefined) return 100;
  if (!/^[+-]?\d+$/.test(text)) throw invalid('INVALID_REQUEST_PARAMETER', '`page_size` is not an integer.');
  const size = Number(text);
  return size > 0 && size <= 1000 ? size : 100;
}

function beforeOf(token: string | undefined): number {
  if (!token) return Number.POSITIVE_INFINITY;
  const micros = parseStamp(token);
  // The database refuses what is not a time.
  if (micros === undefined) throw internal();
  return micros;
}
