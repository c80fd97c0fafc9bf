import { type Coverage, createListeners } from '../../flow';

/** What the last run with coverage took of a flow. */
export interface ShownCoverage {
  readonly coverage: Coverage;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What tests cover, by address of the flow, for who shows it besides VS Code. */
export interface Coverages {
  of(uri: string): ShownCoverage | undefined;
  /** Takes the place of what was known of the flow. */
  set(uri: string, coverage: ShownCoverage): void;
  forget(uri: string): void;
  /** Is told the flow; what it returns ends that. */
  onChange(listener: (uri: string) => void): () => void;
}

export function createCoverages(): Coverages {
  const known = new Map<string, ShownCoverage>();
  const { add: onChange, tell } = createListeners<string>();
  return {
    of: (uri) => known.get(uri),
    set(uri, coverage) {
      known.set(uri, coverage);
      tell(uri);
    },
    forget(uri) {
      if (known.delete(uri)) tell(uri);
    },
    onChange,
  };
}
