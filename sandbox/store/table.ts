import type { Row } from '../resources/row';

/** The rows of one resource, by id and in the order in which they were made. */
export interface Table<T extends Row> {
  get(id: string): T | undefined;
  add(row: T): T;
  remove(id: string): void;
  /** Whether a row with the id was removed since the start. */
  wasRemoved(id: string): boolean;
  clear(): void;
  /** Oldest first. */
  all(): readonly T[];
  /** Newest first, those made before a time only. */
  page(size: number, before: string | undefined): readonly T[];
}

/** How many rows that are over a table remembers. */
const remembered = 500;

/** `isForgettable` names the rows that may go when there are too many; without it none goes. */
export function createTable<T extends Row>(isForgettable?: (row: T) => boolean): Table<T> {
  const rows = new Map<string, T>();
  const removed = new Set<string>();

  const forget = () => {
    if (!isForgettable || rows.size <= remembered) return;
    for (const row of rows.values()) {
      if (rows.size <= remembered) return;
      if (isForgettable(row)) rows.delete(row.id);
    }
  };

  return {
    get: (id) => rows.get(id),
    add(row) {
      rows.set(row.id, row);
      forget();
      return row;
    },
    remove(id) {
      if (!rows.delete(id)) return;
      removed.add(id);
      if (removed.size > remembered) for (const oldest of [...removed].slice(0, 1)) removed.delete(oldest);
    },
    wasRemoved: (id) => removed.has(id),
    clear() {
      rows.clear();
      removed.clear();
    },
    all: () => [...rows.values()],
    page: (size, before) =>
      [...rows.values()]
        .reverse()
        .filter(({ tm_create }) => before === undefined || (tm_create ?? '') < before)
        .slice(0, size),
  };
}
