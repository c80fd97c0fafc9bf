import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildFlowModel, type FlowModel } from '../../flow/model/flowModel';

/** An open document; its model is built when first asked for and dropped by the next edit. */
export interface FlowDocument extends TextDocument {
  readonly model: FlowModel;
}

/** What the text-document manager needs to hold flow documents instead of bare texts. */
export const flowDocuments = {
  create(uri: string, languageId: string, version: number, content: string): FlowDocument {
    return wrap(TextDocument.create(uri, languageId, version, content));
  },
  update(document: FlowDocument, changes: TextDocumentContentChangeEvent[], version: number): FlowDocument {
    const { text } = document as Wrapped;
    return wrap(TextDocument.update(text, changes, version));
  },
};

interface Wrapped extends FlowDocument {
  readonly text: TextDocument;
}

function wrap(text: TextDocument): Wrapped {
  let model: FlowModel | undefined;
  return {
    text,
    uri: text.uri,
    languageId: text.languageId,
    version: text.version,
    lineCount: text.lineCount,
    getText: (range?: Range) => text.getText(range),
    positionAt: (offset) => text.positionAt(offset),
    offsetAt: (position) => text.offsetAt(position),
    getLineRange: (line) => text.getLineRange(line),
    getEOLCharacters: (line) => text.getEOLCharacters(line),
    get model() {
      model ??= buildFlowModel(text.getText(), { jsonc: allowsComments(text.uri) });
      return model;
    },
  };
}

/** Comments and trailing commas belong to the file name, since the API takes strict JSON only. */
function allowsComments(uri: string): boolean {
  return /\.jsonc$/i.test(uri);
}
