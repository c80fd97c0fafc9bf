import { givenId } from '../../flow';
import type { Row } from '../resources/row';
import type { Table } from '../store/table';
import { invalid, notFound, stateInvalid } from './apiError';
import type { ApiContext } from './environment';

/** The id in the path, canonical. */
function idOf(context: ApiContext): string {
  const id = givenId(context.req.param('id'));
  if (id === undefined) throw invalid('INVALID_ID', 'The id in the path is not a UUID.');
  return id;
}

/** The row with the id in the path; `missing` is the reason of the 404. */
export function rowOf<T extends Row>(context: ApiContext, table: Pick<Table<T>, 'get'>, missing?: string): T {
  const row = table.get(idOf(context));
  if (!row) throw notFound(missing);
  return row;
}

/** The same for resources of which VoIPbin knows that they were deleted: they are no longer in a state to be asked for. Source: servicehandler/call.go:37. */
export function lastingRowOf<T extends Row>(
  context: ApiContext,
  table: Pick<Table<T>, 'get' | 'wasRemoved'>,
  missing: string,
): T {
  if (table.wasRemoved(idOf(context))) throw stateInvalid('It has been deleted.');
  return rowOf(context, table, missing);
}
