import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../flow/edit/edit';
import { buildFlowModel, type FlowModel } from '../../../flow/model/flowModel';
import { namedAction } from '../../../flow/tests/actionNames';
import { contentOf, placeOf, rangeOf } from '../../text/rangeOf';
import { namesOfTest, type ReadText, testedActions } from '../../text/testNamed';

/** The edit of a flow, with those of its test files: where an action gets another id, they name it by that one. */
export function carryTests(edit: WorkspaceEdit, flow: ReadText, tests: readonly ReadText[]): WorkspaceEdit {
  const own = edit.changes?.[flow.document.uri] ?? [];
  if (own.length === 0 || testedActions(flow.model, tests).size === 0) return edit;
  const newIds = changedIds(flow, own);
  const changes = tests.map(({ model, document }): [string, TextEdit[]] => {
    const edits = namesOfTest(model).flatMap((name): TextEdit[] => {
      const action = name.role === 'action' ? namedAction(name.text, flow.model) : undefined;
      const newText = action && newIds.get(action.node.offset);
      return newText === undefined ? [] : [{ range: rangeOf(document, contentOf(model.text, name)), newText }];
    });
    return [document.uri, edits];
  });
  const carried = Object.fromEntries(changes.filter(([, edits]) => edits.length > 0));
  return { ...edit, changes: { ...edit.changes, ...carried } };
}

/** The ids that actions have behind edits and did not have before, as they are written between quotes; by where the action began. */
function changedIds({ model, document }: ReadText, edits: readonly TextEdit[]): ReadonlyMap<number, string> {
  const own = edits.map(({ range, newText }) => ({ ...placeOf(document, range), text: newText }));
  const after = buildFlowModel(applyEdits(model.text, own), { jsonc: model.jsonc });
  const writtenAfter = writtenIds(after);
  const kept = new Set(writtenAfter.values());
  const changed = new Map<number, string>();
  for (const [offset, before] of writtenIds(model)) {
    // Another action may begin at its place now, such as a copy.
    if (kept.has(before)) continue;
    // What begins within an edit was taken out, or moved as a whole.
    if (own.some((edit) => edit.offset <= offset && offset < edit.end)) continue;
    const added = own.filter(({ end }) => end <= offset).map((edit) => edit.text.length - (edit.end - edit.offset));
    const now = writtenAfter.get(added.reduce((sum, by) => sum + by, offset));
    if (now !== undefined && now !== before) changed.set(offset, now);
  }
  return changed;
}

/** The ids of actions as they are written between quotes, by where the action begins. */
function writtenIds({ text, actions }: FlowModel): ReadonlyMap<number, string> {
  return new Map(
    actions.flatMap(({ node, id, idNode }) => {
      if (id === undefined || !idNode) return [];
      const { offset, end } = contentOf(text, idNode);
      return [[node.offset, text.slice(offset, end)] as const];
    }),
  );
}
