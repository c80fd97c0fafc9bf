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
