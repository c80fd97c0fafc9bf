import type { Fix } from '../../flow/checks/check';
import { composeEdits } from '../../flow/edit/composeEdits';
import { applyEdits, type Edit } from '../../flow/edit/edit';
import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import { combineFixes } from './fixes';

/** A fix, and the code of the finding that it mends. */
export interface WantedFix extends Fix {
  readonly code: string;
}

/** Who wants fixes. */
export interface RoundsHost {
  /** The fixes wanted of a text, the first `most` of them, and how many more there are. */
  readonly listWanted: (
    model: FlowModel,
    most: number,
  ) => { readonly fixes: readonly WantedFix[]; readonly more: number };
  /** How much may be done: characters that are read and checked, where a fix counts as many as `costOfFix`. */
  readonly maxWork: number;
}

export interface Rounds {
  /** As one change of the text. */
  readonly edits: Edit[];
  /** How many fixes are known to be left, since they would take too long. */
  readonly left: number;
}

/** What people write is mended in two or three rounds; what does not end by then does not end at all. */
const maxRounds = 20;
const maxPasses = 8;
const costOfFix = 100;

/**
 * The edits that make all fixes that are wanted of a text. With none left, none is wanted afterwards: to ask again changes nothing.
 *
 * Of fixes that touch each other one at a time can be made, as of two options that are missing in one object, and some mistakes hide others: what
 * is left is mended in the text that the others leave. A fix that goes on being wanted mends nothing, and is not made.
 */
export function fixInRounds(model: FlowModel, { listWanted, maxWork }: RoundsHost): Rounds {
  const refused = new Set<string>();
  let edits: Edit[] = [];
  let start = model;
  let work = 0;
  const list = (of: FlowModel) => {
    const { fixes, more } = listWanted(of, Math.max(1, Math.floor((maxWork - work) / costOfFix)));
    return { fixes: fixes.filter((fix) => !refused.has(keyOf(fix))), more };
  };
  for (let pass = 0; pass < maxPasses; pass++) {
    const done = runPass(start);
    if (done.stuck.length > 0) {
      // Once more without them, from where this pass began.
      for (const fix of done.stuck) refused.add(keyOf(fix));
      continue;
    }
    edits = pass === 0 ? done.edits : composeEdits(model.text.length, edits, done.edits);
    if (done.left > 0 || refused.size === 0 || done.edits.length === 0) return { edits, left: done.left };
    // What was refused may mend something now.
    refused.clear();
    start = done.model;
  }
  return { edits, left: 0 };

  function runPass(first: FlowModel) {
    let step: Edit[] = [];
    let at = first;
    let wanted = list(at);
    for (let round = 0; round < maxRounds && wanted.fixes.length > 0; round++) {
      const next = combineFixes(wanted.fixes);
      step = round === 0 ? next.edits : composeEdits(first.text.length, step, next.edits);
      work += at.text.length + wanted.fixes.length * costOfFix;
      const left = wanted.more + wanted.fixes.length - next.made;
      if (work + at.text.length > maxWork) return { edits: step, model: at, stuck: [], left };
      at = buildFlowModel(applyEdits(at.text, next.edits), { jsonc: model.jsonc });
      wanted = list(at);
    }
    return { edits: step, model: at, stuck: wanted.fixes, left: 0 };
  }
}

const keyOf = ({ code, title }: WantedFix) => `${code} ${title}`;
