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
    if (fix.edits.every((edit) => edits.every((other) => !touch(edit, other)))) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.offset - b.offset || a.end - b.end);
}

function touch(a: Edit, b: Edit): boolean {
  const inserts = a.offset === a.end || b.offset === b.end;
  return inserts ? a.offset <= b.end && b.offset <= a.end : a.offset < b.end && b.offset < a.end;
}
