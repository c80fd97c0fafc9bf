import type { Check, CheckContext, Finding, Fix } from '../../flow/checks/check';
import { checks } from '../../flow/checks/checks';
import type { Edit } from '../../flow/edit/edit';
import type { FlowModel } from '../../flow/model/flowModel';

/** The check that reports a code. */
export function findCheck(code: string): Check | undefined {
  return checks.find((check) => check.code === code);
}

/** What can be done about a finding, the best first. */
export function listFixes(model: FlowModel, finding: Finding, context: CheckContext): readonly Fix[] {
  return findCheck(finding.code)?.fixes?.(model, finding.problem, context) ?? [];
}

/**
 * The edits of several fixes, to be made at once. A fix that touches what an earlier one changes is left out whole.
 *
 * Insertions at one place count as touching too: each was worked out without the comma that the other brings.
 */
export function combineFixes(fixes: Iterable<Fix>): Edit[] {
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => touchesAny(edits, edit))) continue;
    for (const edit of fix.edits)
      edits.splice(
        firstIndex(edits, (other) => isBefore(edit, other)),
        0,
        edit,
      );
  }
  return edits;
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

/** The first index from which on something holds, which holds for all behind one for which it holds; the length when there is none. */
function firstIndex(edits: readonly Edit[], holds: (edit: Edit) => boolean): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edit = edits[middle];
    if (edit && holds(edit)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function touch(a: Edit, b: Edit): boolean {
  const inserts = a.offset === a.end || b.offset === b.end;
  return inserts ? a.offset <= b.end && b.offset <= a.end : a.offset < b.end && b.offset < a.end;
}
