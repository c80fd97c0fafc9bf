import { jumpName } from '../explore';
import { documentPlace } from '../explore/trial';
import type { ActionPlace, RunEvent } from '../simulator';
import type { TakenEdge } from '../ways/edgeKeys';

/** The ways that a run took, one after another. */
export function* takenEdges(events: readonly RunEvent[]): Generator<TakenEdge, void> {
  let from: ActionPlace | undefined;
  for (const event of events) {
    if (event.type === 'jump') {
      const here = documentPlace(event);
      if (here?.path && event.to.path) yield { from: here, to: event.to, name: jumpName(event) };
      from = undefined;
    } else if (event.type === 'action' && event.place?.path) {
      if (from) yield { from, to: event.place, name: 'next' };
      from = event.place;
    } else if (event.type === 'end' && event.outcome === 'finished' && from) {
      yield { from, to: undefined, name: 'end' };
    }
  }
}
