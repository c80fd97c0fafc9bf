import type { Row } from '../resources/row';

/** What once happened to a resource. */
interface TimelineEvent {
  /** Microseconds since 1970, of which no other event of the sandbox has the same. */
  readonly at: number;
  /** As VoIPbin calls it, such as `call_hangup`. */
  readonly type: string;
  /** The resource as it was then. */
  readonly row: Row;
}

/** Everything that happened since the start, as far as it is remembered. It is not part of the saved state. */
export interface Timeline {
  /** `event` is what happened, such as `hangup` in `call_hangup`. */
  add(kind: string, row: Row, event: string): void;
  /** Of one resource, oldest first. */
  of(id: string): readonly TimelineEvent[];
  clear(): void;
}

/** How many events are remembered: with more, those of the resource that was heard of first go. */
const remembered = 20_000;

/** `now` in milliseconds since 1970. */
export function createTimeline(now: () => number): Timeline {
  const resources = new Map<string, TimelineEvent[]>();
  let count = 0;
  let latest = 0;
  return {
    add(kind, row, event) {
      const events = resources.get(row.id) ?? [];
      latest = Math.max(latest + 1, Math.floor(now() * 1000));
      // Rows go on changing; what they hold is replaced and never changed.
      events.push({ at: latest, type: `${kind}_${event}`, row: { ...row } });
      resources.set(row.id, events);
      count++;
      for (const [id, { length }] of resources) {
        if (count <= remembered) return;
        resources.delete(id);
        count -= length;
      }
    },
    of: (id) => resources.get(id) ?? [],
    clear() {
      resources.clear();
      count = 0;
    },
  };
}
