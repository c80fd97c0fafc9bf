import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Edit, flowNamesFor, insertMember, member, prependMember, replaceValue, textOf } from '../../flow';
import { toTextEdits } from '../text/toTextEdits';
import { isSameFile, pathFrom, resolveUri } from '../workspace/pathFrom';
import type { WorkspaceDocument } from '../workspace/workspace';

/** A file or a folder that is to get another address. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * What changes in other files, and in those that are moved, so that test files find their flows: the path in `flow`, which is added where a test file
 * and its flow had names that belong together, and have so no more. Null where nothing changes.
 *
 * `flowOf` has the address of the flow that a test file finds by its name; it is asked for those that are touched only.
 */
export function renameFiles(
  moves: readonly Move[],
  tests: readonly WorkspaceDocument[],
  flowOf: (testUri: string) => string | undefined,
): WorkspaceEdit | null {
  const changes: Record<string, TextEdit[]> = {};
  for (const test of tests) {
    const edits = editsFor(test, moves, flowOf);
    if (edits.length > 0) changes[test.uri] = toTextEdits(edits, test);
  }
  return Object.keys(changes).length > 0 ? { changes } : null;
}

/** Whether moves can part a test file from the flow that it finds by its name. */
export function isTouched(uri: string, moves: readonly Move[]): boolean {
  return [uri, ...besides(uri)].some((path) => movedTo(path, moves) !== path);
}

function editsFor(
  { uri, model }: WorkspaceDocument,
  moves: readonly Move[],
  flowOf: (testUri: string) => string | undefined,
): Edit[] {
  const { root } = model;
  if (root?.type !== 'object') return [];
  const named = member(root, 'flow');
  const path = textOf(named);
  if (named && path === undefined) return [];
  if (path === undefined && !isTouched(uri, moves)) return [];
  const before = path === undefined ? flowOf(uri) : resolveUri(path, uri);
  if (before === undefined) return [];
  const after = movedTo(before, moves);
  const home = movedTo(uri, moves);
  const found = path === undefined ? besides(home) : [resolveUri(path, home) ?? ''];
  if (found.some((uri) => isSameFile(uri, after))) return [];
  const written = pathFrom(after, home);
  if (named && path !== undefined) return replaceValue(model, named, path.startsWith('./') ? dotted(written) : written);
  const schema = member(root, '$schema');
  return schema ? insertMember(model, root, 'flow', written, schema) : prependMember(model, root, 'flow', written);
}

/** The addresses that the flow of a test file can have without being named, the likeliest first. */
function besides(uri: string): string[] {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return flowNamesFor(uri.slice(folder.length)).map((name) => folder + name);
}

function movedTo(uri: string, moves: readonly Move[]): string {
  for (const { oldUri, newUri } of moves) {
    if (isSameFile(uri, oldUri)) return newUri;
    if (uri.startsWith(`${oldUri}/`)) return newUri + uri.slice(oldUri.length);
  }
  return uri;
}

const dotted = (path: string) => (path.startsWith('../') ? path : `./${path}`);
