import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { FlowModel, TestName } from '../../../flow';
import { findNamed, type Named } from '../../text/named';
import { listOccurrences } from '../../text/occurrences';
import { contentRange, type ReadDocument } from '../../text/rangeOf';
import { findRenaming, isRefusal, type RenameRefusal, type Renaming } from '../../text/renaming';
import { namedByTest, namesInTest, testNameAt } from '../../text/testNamed';
import { renameEverywhere } from '../../workspace/renameEverywhere';
import { noWorkspace, type Workspace } from '../../workspace/workspace';

/** The edits of test files that give an action or a variable of their flow another name, as it is written between quotes; by the address of the file. */
function editsOfTests(
  named: Named,
  flow: FlowModel,
  newText: string,
  tests: readonly ReadDocument[],
): Readonly<Record<string, TextEdit[]>> {
  const edits = tests.map((test): [string, TextEdit[]] => {
    const names = namesInTest(test.model, flow, named);
    return [test.uri, names.map((name) => ({ range: contentRange(test, name), newText }))];
  });
  return Object.fromEntries(edits.filter(([, list]) => list.length > 0));
}

/** What a test file names at an offset and what can be given another name; the reason why it must stay, or null if it names no action and no variable. */
export function prepareTestRename(
  test: ReadDocument,
  offset: number,
  flow: ReadDocument,
): { readonly range: Range; readonly placeholder: string } | RenameRefusal | null {
  const found = findInFlow(test, offset, flow);
  if (!found || isRefusal(found)) return found ?? null;
  return { range: contentRange(test, found.name), placeholder: found.name.text };
}

/** The edit that gives what a test file names at an offset another name: in the flow, and in all of its test files. */
export function testRename(
  test: ReadDocument,
  offset: number,
  newName: string,
  flow: ReadDocument,
  tests: readonly ReadDocument[],
  workspace: Workspace = noWorkspace,
): WorkspaceEdit | RenameRefusal | null {
  const found = findInFlow(test, offset, flow);
  if (!found || isRefusal(found)) return found ?? null;
  const edit = renameEverywhere(flow, found.renaming, newName, workspace);
  return isRefusal(edit) ? edit : withTests(edit, flow, found.named, tests);
}

/** The edit of a rename of what a flow names, with those of its test files. */
export function withTests(
  edit: WorkspaceEdit,
  flow: ReadDocument,
  named: Named | undefined,
  tests: readonly ReadDocument[],
): WorkspaceEdit {
  const newText = edit.changes?.[flow.uri]?.[0]?.newText;
  if (!named || newText === undefined) return edit;
  return { changes: { ...edit.changes, ...editsOfTests(named, flow.model, newText, tests) } };
}

interface Found {
  readonly name: TestName;
  readonly named: Named;
  readonly renaming: Renaming;
}

/** The declaration is in the flow: from there it is renamed like a name of the flow. */
function findInFlow(test: ReadDocument, offset: number, { model }: ReadDocument): Found | RenameRefusal | undefined {
  const name = testNameAt(test.model, offset);
  const named = name && namedByTest(name, model);
  if (!name || !named) return undefined;
  const isSame = (candidate: Named | undefined) =>
    candidate?.kind === named.kind &&
    (candidate.kind === 'variable' ? candidate.name === name.text : candidate.id === (named as typeof candidate).id);
  const at = listOccurrences(model, named).find(({ place }) => isSame(findNamed(model, place.offset)))?.place.offset;
  if (at === undefined)
    return { refusal: `The flow does not name ${JSON.stringify(name.text)} itself. Rename it by hand.` };
  const renaming = findRenaming(model, at);
  if (!renaming || isRefusal(renaming)) return renaming;
  return { name, named, renaming };
}
