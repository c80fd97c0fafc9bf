import type { HappeningAnswer, LegState } from '../questions';

export type LegHappening = Extract<HappeningAnswer, { kind: 'leg' }> & { readonly at: number };

interface Entry {
  readonly state: LegState;
  /** In the list of legs. */
  readonly position: number;
  readonly happening: LegHappening;
}

/**
 * Tells which leg of a wait changes first: of several at once the first in the list, and what is overdue happens now. `happeningOf` is what happens to a
 * leg next, whenever it is asked. Time: of a leg only the first question after it has changed costs more than a look.
 */
export function legSchedule(happeningOf: (leg: LegState) => LegHappening | undefined) {
  const known: LegState[] = [];
  const heap: Entry[] = [];
  return (legs: readonly LegState[], since: number): LegHappening | undefined => {
    known.length = Math.min(known.length, legs.length);
    for (let position = 0; position < legs.length; position++) {
      const state = legs[position];
      if (!state || known[position] === state) continue;
      known[position] = state;
      const happening = happeningOf(state);
      if (happening) push(heap, { state, position, happening });
    }
    let first = heap[0];
    for (; first && known[first.position] !== first.state; first = heap[0]) removeFirst(heap);
    if (!first) return undefined;
    if (first.happening.at >= since) return first.happening;
    for (const state of legs) {
      const happening = happeningOf(state);
      if (happening && happening.at <= since) return { ...happening, at: since };
    }
    return undefined;
  };
}

const isBefore = (a: Entry, b: Entry) =>
  a.happening.at < b.happening.at || (a.happening.at === b.happening.at && a.position < b.position);

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above];
    if (!other || !isBefore(entry, other)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = entry;
}

function removeFirst(heap: Entry[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const isRight = left !== undefined && right !== undefined && isBefore(right, left);
    const below = isRight ? right : left;
    if (!below || !isBefore(below, last)) break;
    heap[at] = below;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
}
