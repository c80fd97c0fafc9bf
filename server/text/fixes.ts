import {
  type Check,
  checks,
  type Edit,
  type Finding,
  type Fix,
  type FixContext,
  type FlowModel,
  firstIndex,
  perModel,
  unclosedLine,
} from '../../flow';

/** The check that reports a code. */
export function findCheck(code: string): Check | undefined {
  return checks.find((check) => check.code === code);
}

/**
 * What can be done about a finding, the best first.
 *
 * In the line of a text that is not closed, and behind it, no fix is sure: what looks like JSON there may belong to the text.
 */
export function listFixes(model: FlowModel, finding: Finding, context: FixContext): readonly Fix[] {
  const fixes = finding.fixes(context);
  if (model.issues.length === 0) return fixes;
  const { start } = unsureFrom(model);
  return fixes.map((fix) =>
    fix.preferred && fix.edits.some(({ offset, end }) => offset >= start || end > start)
      ? { ...fix, preferred: false }
      : fix,
  );
}

const unsureFrom = perModel(({ text }) => ({ start: unclosedLine(text) ?? Number.POSITIVE_INFINITY }));

/** The fix of a finding that is made when all are; undefined where there is none. */
export function bestFix(model: FlowModel, finding: Finding, context: FixContext): Fix | undefined {
  const fixes = listFixes(model, finding, context);
  return fixes.find((fix) => fix.preferred) ?? fixes[0];
}

/**
 * The edits of several fixes, to be made at once, and the fixes whose edits they are. A fix that touches what an earlier one changes is left out whole.
 *
 * Insertions at one place count as touching too: each was worked out without the comma that the other brings. Different items and members, each with
 * its comma, can follow one another, though: hundreds of actions that a list lacks are added at once.
 */
export function combineFixes<F extends Fix>(fixes: Iterable<F>): { readonly edits: Edit[]; readonly made: F[] } {
  const edits: Edit[] = [];
  const made: F[] = [];
  /** What begins at a place: members by their keys, items by their texts, and anything else as "". */
  const begun = new Map<number, Set<string>>();
  for (const fix of fixes) {
    if (fix.edits.some((edit) => !canFollow(begun.get(edit.offset), edit) && touchesAny(edits, edit))) continue;
    made.push(fix);
    for (const edit of fix.edits) {
      edits.splice(
        firstIndex(edits, (other) => isBefore(edit, other)),
        0,
        edit,
      );
      begun.set(edit.offset, (begun.get(edit.offset) ?? new Set()).add(addedBy(edit)));
    }
  }
  return { edits, made };
}

/** Whether an edit adds a sibling to what others add at its place. */
function canFollow(others: ReadonlySet<string> | undefined, edit: Edit): boolean {
  const [first] = others ?? [];
  const added = addedBy(edit);
  return first !== undefined && added !== '' && first[0] === added[0] && !others?.has('') && !others?.has(added);
}

/** The key of a member or the whole item that an edit adds behind another one; empty for every other edit. */
function addedBy({ offset, end, text }: Edit): string {
  if (offset !== end) return '';
  return /^,\s*("[^"\\]*")(?=:)/.exec(text)?.[1] ?? /^,\s*(\{.*)/s.exec(text)?.[1] ?? '';
}

/** Whether an edit touches one of others that are in order of the text and do not overlap. */
function touchesAny(edits: readonly Edit[], edit: Edit): boolean {
  for (let at = firstIndex(edits, (other) => other.end >= edit.offset); at < edits.length; at++) {
    const other = edits[at];
    if (!other || other.offset > edit.end) return false;
    if (touch(edit, other)) return true;
  }
  return false;
}

const isBefore = (a: Edit, b: Edit) => a.offset < b.offset || (a.offset === b.offset && a.end < b.end);

function touch(a: Edit, b: Edit): boolean {
  const inserts = a.offset === a.end || b.offset === b.end;
  return inserts ? a.offset <= b.end && b.offset <= a.end : a.offset < b.end && b.offset < a.end;
}
