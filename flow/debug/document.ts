import { sameActions } from '../changes/sameActions';
import { type ActionNode, readFlow } from '../model/flowModel';
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
  /** The action that runs, of those on a line of the text as the editor shows it; `new` for one that was added since. */
  runningAt(line: number, column?: number): ActionNode | 'new' | undefined;
}

type Pairs = ReadonlyMap<ActionNode, ActionNode>;

export function createDocument(path: string, text: string): DebuggedDocument {
  const name = path.split(/[\\/]/).at(-1) || path;
  const listingOf = (of: string) => documentListing(name, readFlow(of, { jsonc: isJsonc(name) }));
  const started = listingOf(text);
  let now = started;
  /** `shown`: the actions of the text of now by those that run. `running`: the other way round. */
  let pairs: { readonly shown: Pairs; readonly running: Pairs } | undefined;
  const pairsNow = () => {
    if (pairs) return pairs;
    const shown = sameActions(started.model, now.model);
    pairs = { shown, running: new Map([...shown].map(([running, action]) => [action, running])) };
    return pairs;
  };
  return {
    path,
    name,
    started,
    get hasChanged() {
      return now !== started;
    },
    update(changed) {
      if (changed === now.model.text) return;
      now = changed === text ? started : listingOf(changed);
      pairs = undefined;
    },
    shown(action) {
      const found = now === started ? action : pairsNow().shown.get(action);
      return found && { listing: now, action: found };
    },
    runningAt(line, column) {
      const action = actionForLine(now, line, column);
      return action && (now === started ? action : (pairsNow().running.get(action) ?? 'new'));
    },
  };
}
