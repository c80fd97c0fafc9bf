import {
  actionAtPath,
  canonicalUuid,
  type JsonNode,
  member,
  type Path,
  pathKey,
  pathOf,
  textOf,
  toValue,
} from '../../flow';
import type { AddressBody, CallBody } from '../api/bodies';
import { addressIn } from './callSubject';
import type { ShownRun } from './run';
import { runModel } from './runModel';

/** Calls that an executed action `call` has placed, as the file says them: by that they can be found in VoIPbin's list of calls. */
export interface WantedCalls {
  /** Stable for the step of the run. */
  readonly key: string;
  readonly body: CallBody;
  /** Ids of its own actions; the flow of a call that is meant has one of them. */
  readonly ids: ReadonlySet<string>;
  /** Milliseconds since 1970, by the clock here. */
  readonly since: number;
  readonly listPath: Path | undefined;
}

/**
 * The calls of executed actions `call` with actions of their own.
 *
 * Left out is what could be mistaken for another call of the account: addresses with variables, registered flows, actions without an id.
 */
export function wantedCalls({ trace, document, startedAt }: ShownRun): readonly WantedCalls[] {
  const model = runModel(document);
  return trace.steps.flatMap(({ type, path, at = 0, skipped }, position): readonly WantedCalls[] => {
    const action = actionAtPath(model, path);
    if (type !== 'call' || !path || !action || skipped !== undefined) return [];
    const option = member(action.node, 'option');
    const list = member(option, 'actions');
    const source = addressAt(member(option, 'source'));
    const destinations = member(option, 'destinations')?.children.flatMap((node) => addressAt(node) ?? []) ?? [];
    if (!list || !source || destinations.length === 0) return [];
    const listPath = pathOf(list);
    const ids = idsBelow(document.pathById, listPath);
    if (ids.size === 0 || canonicalUuid(textOf(member(option, 'flow_id')) ?? '') !== undefined) return [];
    const body = { source, destinations };
    return [{ key: `${position} ${pathKey(path)}`, body, ids, since: startedAt + at, listPath }];
  });
}

function addressAt(node: JsonNode | undefined): AddressBody | undefined {
  return node && !JSON.stringify(toValue(node)).includes('${') ? addressIn(node) : undefined;
}

/** Ids of the actions that stand in a list itself. */
function idsBelow(pathById: ReadonlyMap<string, Path>, listPath: Path): ReadonlySet<string> {
  const isIn = (path: Path) =>
    path.length === listPath.length + 1 && listPath.every((part, position) => path[position] === part);
  return new Set([...pathById].flatMap(([id, path]) => (isIn(path) ? [id] : [])));
}
