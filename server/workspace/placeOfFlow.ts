import type { Range } from 'vscode-languageserver-types';
import { member } from '../../flow';
import { contentOf, rangeOf } from '../text/rangeOf';
import type { WorkspaceDocument } from './workspace';

/** Where a file says which flow it is: its name, else its beginning. */
export function placeOfFlow(document: WorkspaceDocument): Range {
  const { model } = document;
  const name = member(model.body ?? model.root, 'name');
  const start = model.root?.offset ?? 0;
  return rangeOf(document, name ? contentOf(model.text, name) : { offset: start, end: start + (model.root ? 1 : 0) });
}
