import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import {
  type ActionNode,
  applyEdits,
  type FlowModel,
  forgetActions,
  listsMeant,
  rangeAfter,
  readFlow,
  type TestName,
} from '../../../flow';
import { contentOf, contentRange, placeOf, type ReadDocument } from '../../text/rangeOf';
import { actionMeant, namesOfTest, testedActions } from '../../text/testNamed';
import { toTextEdits } from '../../text/toTextEdits';

/**
 * The edit of a flow, with those of its test files: where an action gets another id, they name it by that one, and of an action that goes they no longer
 * expect anything. The name of an action that moves to another file stays.
 */
export function carryTests(edit: WorkspaceEdit, flow: ReadDocument, tests: readonly ReadDocument[]): WorkspaceEdit {
  const own = edit.changes?.[flow.uri] ?? [];
  if (own.length === 0 || testedActions(flow.model, tests).size === 0) return edit;
  const { newIds, after } = readAfter(flow, own);
  const changes = tests.map((test): [string, TextEdit[]] => {
    const renamed: TextEdit[] = [];
    const gone: TestName[] = [];
    for (const name of namesOfTest(test.model)) {
      const action = actionMeant(name, flow.model);
      const newText = action && newIds.get(action.node.offset);
      if (newText !== undefined) renamed.push({ range: contentRange(test, name), newText });
      else if (action && isGone(name, action, flow.model, after)) gone.push(name);
    }
    return [test.uri, [...renamed, ...toTextEdits(forgetActions(test.model.text, gone), test)]];
  });
  const carried = Object.fromEntries(changes.filter(([, edits]) => edits.length > 0));
  return { ...edit, changes: { ...edit.changes, ...carried } };
}

/** Whether the action of a name no longer exists: no action has its id now, or only those of other lists that had it before. */
function isGone(name: TestName, { id }: ActionNode, before: FlowModel, after: FlowModel): boolean {
  const now = actionMeant(name, after);
  if (!now) return true;
  const lists = listsMeant(name.node, after);
  const withId = ({ actions }: FlowModel) => actions.filter((action) => action.id === id).length;
  return lists.length > 0 && !lists.includes(now.scope) && withId(after) < withId(before);
}

/** How many calls are around an action: it runs in a call that is placed by a call … */
function depthOf({ scope: { owner } }: ActionNode): number {
  return owner ? depthOf(owner) + 1 : 0;
}

/** A flow behind edits, and the ids that its actions have then and did not have before, as they are written between quotes; by where the action began. */
function readAfter(flow: ReadDocument, edits: readonly TextEdit[]) {
  const { model } = flow;
  const own = edits.map(({ range, newText }) => ({ ...placeOf(flow, range), text: newText }));
  const after = readFlow(applyEdits(model.text, own), { jsonc: model.jsonc });
  const writtenAfter = writtenIds(after);
  const keyOf = ({ action, written }: WrittenId) => `${depthOf(action)} ${written}`;
  const kept = new Set([...writtenAfter.values()].map(keyOf));
  const newIds = new Map<number, string>();
  for (const [offset, before] of writtenIds(model)) {
    // Another action may begin at its place now, such as a copy.
    if (kept.has(keyOf(before))) continue;
    // What begins within an edit was taken out, or moved as a whole.
    if (own.some((edit) => edit.offset <= offset && offset < edit.end)) continue;
    const range = rangeAfter({ offset, end: offset }, own);
    const now = range && writtenAfter.get(range.offset);
    if (now && now.written !== before.written) newIds.set(offset, now.written);
  }
  return { newIds, after };
}

interface WrittenId {
  readonly action: ActionNode;
  readonly written: string;
}

/** The ids of actions as they are written between quotes, by where the action begins. */
function writtenIds({ text, actions }: FlowModel): ReadonlyMap<number, WrittenId> {
  return new Map(
    actions.flatMap((action) => {
      const { node, id, idNode } = action;
      if (id === undefined || !idNode) return [];
      const { offset, end } = contentOf(text, idNode);
      return [[node.offset, { action, written: text.slice(offset, end) }] as const];
    }),
  );
}
