import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type FlowModel, readFlow } from '../../flow/model/flowModel';
import { isJsonc } from '../../flow/model/isJsonc';
import { withCursor } from './cursor';

export interface OpenFlow {
  readonly text: string;
  readonly model: FlowModel;
  readonly document: OpenDocument;
  /** The text in a range, between line and column in UTF-16 code units. */
  readonly at: (range: Range) => string;
}

/** A document with its text and its model, as features take it. */
export type OpenDocument = TextDocument & { readonly text: string; readonly model: FlowModel };

export function openDocument(uri: string, text: string, jsonc = isJsonc(uri)): OpenDocument {
  const model = readFlow(text, { jsonc });
  return Object.assign(TextDocument.create(uri, 'voipbin-flow', 1, text), { text, model });
}

/** A text as the server holds it open, with its model. */
export function openFlow(text: string, { jsonc = false } = {}): OpenFlow {
  const document = openDocument(`file:///flows/test.flow.json${jsonc ? 'c' : ''}`, text);
  return { text, model: document.model, document, at: (range) => document.getText(range) };
}

/** The same for a text with a `|` cursor. */
export function openAtCursor(
  marked: string,
  options: { readonly jsonc?: boolean } = {},
): OpenFlow & { offset: number } {
  const { text, offset } = withCursor(marked);
  return { ...openFlow(text, options), offset };
}
