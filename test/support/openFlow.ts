import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import { withCursor } from './cursor';

export interface OpenFlow {
  readonly text: string;
  readonly model: FlowModel;
  readonly document: TextDocument;
  /** The text in a range, between line and column in UTF-16 code units. */
  readonly at: (range: Range) => string;
}

/** A text as the server holds it open, with its model. */
export function openFlow(text: string, { jsonc = false } = {}): OpenFlow {
  const document = TextDocument.create(`file:///flows/test.flow.json${jsonc ? 'c' : ''}`, 'voipbin-flow', 1, text);
  return { text, model: buildFlowModel(text, { jsonc }), document, at: (range) => document.getText(range) };
}

/** The same for a text with a `|` cursor. */
export function openAtCursor(
  marked: string,
  options: { readonly jsonc?: boolean } = {},
): OpenFlow & { offset: number } {
  const { text, offset } = withCursor(marked);
  return { ...openFlow(text, options), offset };
}
