import { applyEdits, composeEdits, type Edit, type Fix, type FlowModel, placesBefore, readFlow } from '../../flow';
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

export interface FixRounds {
  /** As one change of the text. */
  readonly edits: Edit[];
  /** How many fixes are known to be left, since they would take too long. */
  readonly left: number;
}

/** What people write is mended in two or three rounds. After as many as these, a fix that comes back where it was made does not end at all. */
const maxRounds = 20;
const maxPasses = 8;
const costOfFix = 100;

/** More than a document that is read lists of the mistakes in its JSON: all of them are to be mended, in few rounds. */
const maxIssues = 5000;

/**
 * The edits that make all fixes that are wanted of a text. With none left, none is wanted afterwards: to ask again changes nothing.
 *
 * Of fixes that touch each other one at a time can be made, as of two options that are missing in one object, and some mistakes hide others: what
 * is left is mended in the text that the others leave. A fix that goes on being wanted at one place mends nothing, and is not made there.
 */
export function fixInRounds(model: FlowModel, { listWanted, maxWork }: RoundsHost): FixRounds {
  const refused = new Set<string>();
  let edits: Edit[] = [];
  let start = model;
  let work = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    const done = runPass(start);
    if (done.stuck.length > 0) {
      // Once more without them, from where this pass began.
      for (const key of done.stuck) refused.add(key);
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
    const before = new Set<string>();
    for (let round = 0; ; round++) {
      const back = placesBefore(step);
      const keyOf = (fix: WantedFix) => keyAt(fix, back);
      const wanted = listWanted(at, Math.max(1, Math.floor((maxWork - work) / costOfFix)));
      const fixes = refused.size === 0 ? wanted.fixes : wanted.fixes.filter((fix) => !refused.has(keyOf(fix)));
      if (fixes.length === 0) return { edits: step, model: at, stuck: [], left: 0 };
      const stuck = round < maxRounds ? [] : fixes.map(keyOf).filter((key) => before.has(key));
      if (stuck.length > 0) return { edits: step, model: at, stuck, left: 0 };
      const next = combineFixes(fixes);
      for (const fix of next.made) before.add(keyOf(fix));
      step = round === 0 ? next.edits : composeEdits(first.text.length, step, next.edits);
      work += at.text.length + fixes.length * costOfFix;
      const left = wanted.more + fixes.length - next.made.length;
      if (work + at.text.length > maxWork) return { edits: step, model: at, stuck: [], left };
      at = readFlow(applyEdits(at.text, next.edits), { jsonc: model.jsonc, maxIssues });
    }
  }
}

/** A fix, and where it stands in the text before the pass. */
function keyAt({ code, title, edits }: WantedFix, back: ReturnType<typeof placesBefore>): string {
  const [first] = edits;
  return `${code} ${first ? back(first).offset : ''} ${title}`;
}
