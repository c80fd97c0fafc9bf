import { actionAtPath, nameOf, type Path, pathOf, type RunEvent } from '../../flow';
import { placesBy } from './placesBy';
import type { ShownRun } from './run';
import { runModel } from './runModel';

/** A call that an action `call` of a run has placed. */
export interface PlacedByFlow {
  /** Of the call, or of the group call that an agent or an extension makes. */
  readonly id: string;
  /** Who is called, as people say it; undefined where nothing tells it. */
  readonly destination: string | undefined;
  /** Where the list of its actions stands in the document; undefined where it runs a registered flow. */
  readonly listPath: Path | undefined;
}

/** The calls that a run has placed so far: all of them where the simulator tells, else those that VoIPbin hangs up together with it. */
export function placedCalls(run: Pick<ShownRun, 'events' | 'call' | 'document'>): readonly PlacedByFlow[] {
  const { events, call } = run;
  if (!events) {
    return (call?.chained_call_ids ?? []).map((id) => ({ id, destination: undefined, listPath: undefined }));
  }
  const listOf = nestedLists(run);
  const idByIndex = new Map<string, string>();
  return events.flatMap((event): readonly PlacedByFlow[] => {
    if (event.type === 'action' && event.place) idByIndex.set(event.place.index, event.id);
    if (event.type !== 'child' || event.child.cause !== 'call' || event.child.callId === undefined) return [];
    const { callId, destination } = event.child;
    return [{ id: callId, destination: destination && calledName(destination), listPath: listOf(event, idByIndex) }];
  });
}

/** A called party as people name it. */
export const calledName = (to: { readonly [key: string]: unknown }) =>
  (typeof to.name === 'string' && to.name) || nameOf(to);

function nestedLists({ document }: Pick<ShownRun, 'document'>) {
  const model = runModel(document);
  const pathOfPlace = placesBy(document);
  return ({ place }: RunEvent, idByIndex: ReadonlyMap<string, string>): Path | undefined => {
    const path = place && pathOfPlace(place, idByIndex.get(place.index));
    const action = actionAtPath(model, path);
    const scope = action && model.scopes.find(({ owner }) => owner === action);
    return scope && pathOf(scope.list);
  };
}
