import { formatStamp } from '../../clock/stamps';
import type { Row } from '../../resources/row';
import { shown } from '../../resources/shown';
import type { Table } from '../../store/table';
import { invalid } from '../apiError';
import type { App, Backend } from '../environment';
import { pageSizeOf, pageTokenOf } from '../paging';
import { lastingRowOf, rowOf } from '../rowOf';

/** What happened to a resource, newest first. Source: bin-api-manager/server/timelines.go; pkg/servicehandler/timeline.go. */
export function addTimelines(app: App, { core }: Backend): void {
  const { calls, conferences, flows, activeflows } = core.store;
  const tables: Readonly<Record<string, Pick<Table<Row>, 'get' | 'wasRemoved'>>> = {
    calls,
    conferences,
    flows,
    activeflows,
  };
  app.get('/v1.0/timelines/:type/:id/events', (context) => {
    const types = context.req.param('type');
    const table = Object.hasOwn(tables, types) ? tables[types] : undefined;
    if (!table) throw invalid('INVALID_RESOURCE_TYPE', 'Only calls, conferences, flows and activeflows have events.');
    const kind = types.slice(0, -1);
    const { id } = (kind === 'call' ? lastingRowOf : rowOf)(context, table, `${kind.toUpperCase()}_NOT_FOUND`);
    const before = pageTokenOf(context) ?? Number.POSITIVE_INFINITY;
    const events = core.timeline.of(id).filter(({ at }) => at < before);
    const page = events.slice(-pageSizeOf(context, 1000, 100)).reverse();
    const last = page.at(-1);
    return context.json({
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
