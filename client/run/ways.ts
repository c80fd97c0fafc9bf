import { createListeners, exploringWays, type FlowModel, type RunInput, type Ways } from '../../flow';
import type { Clock } from '../api/clock';
import { inSlices, maxShownStates } from './inSlices';

/** A document as it was when it was explored. */
interface ExploredDocument {
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
  /** The document was changed since. */
  | { readonly kind: 'old'; readonly name: string; readonly uri: string };

/** One end of those that are shown: of the list of actions at a position among those that were explored. */
export interface ShownEnd {
  readonly list: number;
  readonly end: string;
}

/** The ways of the flow that was explored last. */
export interface ShownWays {
  state(): WaysState;
  onChange(listener: () => void): () => void;
  /** Explores a document in slices, in place of what was explored before; is over when it is done or something else took its place. */
  explore(document: ExploredDocument): Promise<void>;
  /** What is known of a document no longer holds. */
  forget(uri: string): void;
  /** A document was closed: nothing is shown of it. */
  close(uri: string): void;
}

/** `maxStates` is for each list and meaning. */
export function createWays(clock: Clock, maxStates = maxShownStates): ShownWays {
  const listeners = createListeners<void>();
  let state: WaysState = { kind: 'none' };
  const change = (next: WaysState) => {
    state = next;
    listeners.tell();
  };
  return {
    state: () => state,
    onChange: listeners.add,
    async explore(document) {
      const going = exploringWays(document.model, document.input, { semantics: 'observed', maxStates });
      change({ kind: 'exploring', document, states: 0 });
      const isWanted = () => state.kind === 'exploring' && state.document === document;
      const tell = (states: number) => change({ kind: 'exploring', document, states });
      const ways = await inSlices(going, clock, isWanted, tell);
      if (ways && isWanted()) change({ kind: 'found', document, ways });
    },
    forget(uri) {
      if (state.kind === 'exploring' || state.kind === 'found') {
        const { document } = state;
        if (document.uri === uri) change({ kind: 'old', uri, name: document.name });
      }
    },
    close(uri) {
      const shown = state.kind === 'none' ? undefined : state.kind === 'old' ? state.uri : state.document.uri;
      if (shown === uri) change({ kind: 'none' });
    },
  };
}
