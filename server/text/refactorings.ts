import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import { type Offer, type Refactoring, refactorings, type Selection, selectionAt } from '../../flow';
import { type FixHost, toEdit } from './fixAll';
import { placeOf, type ReadDocument } from './rangeOf';
import { testedActions } from './testNamed';
import { toTextEdits } from './toTextEdits';

/** Which refactoring of which selection an action without an edit makes. */
export interface RefactoringData {
  readonly uri: string;
  readonly refactoring: string;
  readonly range: Range;
}

/** What refactorings need besides the document. */
export interface RefactoringHost extends FixHost {
  /** Makes files beside the document; without it none is made. */
  readonly newFile?: NewFile | undefined;
  /** The test files of the document. */
  readonly tests?: readonly ReadDocument[];
}

interface NewFile {
  /** The address of a flow file that is not there yet. */
  readonly uri: (words: readonly string[]) => string;
  /** Of the document, for an edit of several files. */
  readonly version: number | null;
}

/** The kind of a refactoring, as editors group them. */
export const refactoringKind = ({ kind }: Refactoring): string => `${CodeActionKind.Refactor}.${kind}`;

/** The changes that can be made of a selection; an editor that asks for the edit of what is chosen gets none before. */
export function listRefactorings(
  range: Range,
  isWanted: (kind: string) => boolean,
  host: RefactoringHost & { readonly resolves?: boolean; readonly showsDisabled?: boolean },
): CodeAction[] {
  const { document, resolves } = host;
  const selection = selectionOf(range, host);
  return refactorings.flatMap((refactoring): CodeAction[] => {
    const kind = refactoringKind(refactoring);
    if (!isWanted(kind)) return [];
    const offer = refactoring.offer(selection);
    const refused = offer || !host.showsDisabled ? undefined : refactoring.refuse?.(selection);
    if (refused) return [{ title: refused.title, kind, disabled: { reason: refused.reason } }];
    if (!offer || (offer.file && !host.newFile)) return [];
    const data: RefactoringData = { uri: document.uri, refactoring: refactoring.name, range };
    const title = offer.title + removalFromTests(offer, selection);
    return [{ title, kind, ...(resolves ? { data } : { edit: editOf(offer, host) }) }];
  });
}

/** What a title says of the test files that name actions which go. */
function removalFromTests({ removes = [] }: Offer, { tested }: Selection): string {
  const count = removes.filter((action) => tested?.has(action)).length;
  return count === 0 ? '' : ` (and remove ${removes.length === 1 ? 'it' : `${count} of them`} from tests)`;
}

/** A refactoring that was offered without an edit, with the edit for the document as it is now. */
export function resolveRefactoring(action: CodeAction, host: RefactoringHost): CodeAction {
  const { refactoring: name, range } = action.data as RefactoringData;
  const offer = refactorings.find((known) => known.name === name)?.offer(selectionOf(range, host));
  return offer ? { ...action, edit: editOf(offer, host) } : action;
}

function selectionOf(range: Range, { document, tests = [] }: RefactoringHost): Selection {
  const { model } = document;
  const { offset, end } = placeOf(document, range);
  return { ...selectionAt(model, offset, end), tested: testedActions(model, tests) };
}

/** The edit of the document; where a file is made, the two are one edit, which an editor makes and takes back as a whole. */
function editOf({ edits, file }: Offer, { document, newId, newFile }: RefactoringHost): WorkspaceEdit {
  const own = edits(newId);
  if (!file || !newFile) return toEdit(own, document);
  const { words, text } = file();
  const uri = newFile.uri(words);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
      { textDocument: { uri: document.uri, version: newFile.version }, edits: toTextEdits(own, document) },
    ],
  };
}
