import type { FlowModel } from '../../flow/model/flowModel';
import type { RunInput } from '../../flow/simulator';
import { exploringWays, type Ways } from '../../flow/ways';
import type { Clock } from '../api/clock';

/** A document as it was when it was explored. */
export interface ExploredDocument {
  readonly uri: string;
  /** Without its folders. */
  readonly name: string;
  readonly model: FlowModel;
  readonly input: RunInput;
}

export type WaysState =
  | { readonly kind: 'none' }
  | { readonly kind: 'exploring'; readonly document: ExploredDocument; readonly states: number }
  | { readonly kind: 'found'; readonly document: ExploredDocument; readonly ways: readonly Ways[] }
  /** The document was changed or closed since. */
  | { readonly kind: 'old'; readonly name: string; readonly uri: string };

/** The ways of the flow that was explored last. */
export interface ShownWays {
  state(): WaysState;
  onChange(listener: () => void): () => void;
  /** Explores a document in slices, in place of what was explored before; is over when it is done or something else took its place. */
  explore(document: ExploredDocument): Promise<void>;
  /** What is known of a document no longer holds. */
  forget(uri: string): void;
}

/** So long other work may have to wait, in ms. */
const slice = 20;
/** For each list and meaning: what an editor can explore while its user waits. */
const maxStates = 30_000;

export function createWays(clock: Clock): ShownWays {
  const listeners = new Set<() => void>();
  let state: WaysState = { kind: 'none' };
  const change = (next: WaysState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async explore(document) {
      const going = exploringWays(document.model, document.input, { semantics: 'observed', maxStates });
      change({ kind: 'exploring', document, states: 0 });
      const isWanted = () => state.kind === 'exploring' && state.document === document;
      while (isWanted()) {
        const end = clock.now() + slice;
        let step = going.next();
        while (!step.done && clock.now() < end) step = going.next();
        if (step.done) return change({ kind: 'found', document, ways: step.value });
        change({ kind: 'exploring', document, states: step.value });
        await new Promise<void>((resolve) => clock.after(0, resolve));
      }
    },
    forget(uri) {
      if (state.kind === 'exploring' || state.kind === 'found') {
        const { document } = state;
        if (document.uri === uri) change({ kind: 'old', uri, name: document.name });
      }
    },
  };
}
