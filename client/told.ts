import { createListeners } from '../flow';

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
