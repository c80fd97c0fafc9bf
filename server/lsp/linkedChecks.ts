import type { LinkedVariables, Timers } from '../../flow';
import { linkedVariables } from '../workspace/linkedVariables';
import type { Workspace } from '../workspace/workspace';

/** What findings know of other flows, and when that has become different from what they were made with. */
export interface LinkedChecks {
  /** What is known of the flows that share their variables with a file. */
  of(uri: string): LinkedVariables | undefined;
  /** Findings of a file were made with this. */
  made(uri: string, linked: LinkedVariables | undefined): void;
  /** Nothing is shown of a file any more. */
  drop(uri: string): void;
  /** A file or a link has changed: the findings for which that makes a difference are soon made anew. */
  look(): void;
}

/** In ms: files come in crowds, and a variable is typed letter by letter. */
const quiet = 100;

/** `again` is told of files whose findings are to be made anew, `onChange` when what is shown of links between files may be different. */
export function createLinkedChecks(
  timers: Timers,
  workspace: Workspace,
  again: (uris: readonly string[]) => void,
  onChange: () => void,
): LinkedChecks {
  const madeWith = new Map<string, string>();
  /** What all files had when it was last looked. */
  let seen = '';
  let madeOtherwise = false;
  const stateOf = () =>
    workspace
      .files()
      .map(({ uri, ids, facts }) => `${uri} ${ids.join()} ${facts.name} ${[...facts.leadsTo].join()} ${facts.shared}`)
      .join('\n\n');
  let looksSoon = false;
  return {
    of: (uri) => linkedVariables(workspace)(uri),
    made(uri, linked) {
      madeWith.set(uri, keyOf(linked));
      madeOtherwise ||= stateOf() !== seen;
    },
    drop: (uri) => void madeWith.delete(uri),
    look() {
      if (looksSoon) return;
      looksSoon = true;
      timers.after(quiet, () => {
        looksSoon = false;
        const state = stateOf();
        // Mostly something was typed that other flows do not see.
        if (state === seen && !madeOtherwise) return;
        if (state !== seen) onChange();
        seen = state;
        madeOtherwise = false;
        const now = linkedVariables(workspace);
        const outdated = [...madeWith].filter(([uri, key]) => keyOf(now(uri)) !== key).map(([uri]) => uri);
        if (outdated.length > 0) again(outdated);
      });
    },
  };
}

const keyOf = (linked: LinkedVariables | undefined) =>
  linked ? `${linked.any} ${linked.isLedTo} ${linked.names.join('\n')}` : '';
