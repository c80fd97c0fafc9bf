import { type ActionNode, buildFlowModel } from '../model/flowModel';
import { isJsonc } from '../model/isJsonc';
import { actionForLine, documentListing, type Listing } from './listing';

/** The document that is debugged: as it was when the session began, which is what runs, and as it is now, which is what the editor shows. */
export interface DebuggedDocument {
  readonly path: string;
  readonly name: string;
  readonly started: Listing;
  readonly hasChanged: boolean;
  /** Takes the text as it is now. */
  update(text: string): void;
  /** The action as the editor shows it; undefined where it is gone. */
  shown(action: ActionNode): { readonly listing: Listing; readonly action: ActionNode } | undefined;
  /** The action that runs, of those on a line of the text as the editor shows it. */
  runningAt(line: number, column?: number): ActionNode | undefined;
}

export function createDocument(path: string, text: string): DebuggedDocument {
  const name = path.split(/[\\/]/).at(-1) || path;
  const listingOf = (of: string) => documentListing(name, buildFlowModel(of, { jsonc: isJsonc(name) }));
  const started = listingOf(text);
  let now = started;
  return {
    path,
    name,
    started,
    get hasChanged() {
      return now !== started;
    },
    update(changed) {
      if (changed !== now.model.text) now = changed === text ? started : listingOf(changed);
    },
    shown(action) {
      const found = counterpart(action, started, now);
      return found && { listing: now, action: found };
    },
    runningAt(line, column) {
      const action = actionForLine(now, line, column);
      return action && counterpart(action, now, started);
    },
  };
}

/** The same action in another version of the text: the one with its id, else the one at its place, if it is of its type. */
function counterpart(action: ActionNode, from: Listing, to: Listing): ActionNode | undefined {
  if (from === to) return action;
  const { actions } = to.model;
  const { id, type } = action;
  const found =
    id === undefined
      ? actions.find((candidate) => to.keyOf(candidate) === from.keyOf(action))
      : actions.find((candidate) => candidate.id === id);
  return found?.type === type ? found : undefined;
}
