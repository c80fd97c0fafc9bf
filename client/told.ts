/** Those who are told of something from when they are added; what adding returns ends that. */
export function createListeners<T>() {
  const all = new Set<(value: T) => void>();
  return {
    add(listener: (value: T) => void): () => void {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(value: T): void {
      // Who is told can end it for others.
      for (const listener of [...all]) listener(value);
    },
  };
}

/** What one part of the extension tells and another is told, whichever is loaded first. */
export interface Told<T> {
  /** What was told last. */
  readonly current: () => T;
  readonly tell: (value: T) => void;
  /** Calls with what is told from now on. */
  readonly onTold: (listener: (value: T) => void) => void;
}

export function createTold<T>(first: T): Told<T> {
  let current = first;
  const listeners = createListeners<T>();
  return {
    current: () => current,
    tell(value) {
      current = value;
      listeners.tell(value);
    },
    onTold: listeners.add,
  };
}
