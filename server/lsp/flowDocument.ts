import type { Position, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FlowModel, isFlowFileName, isFlowText, isJsonc, readFlow } from '../../flow';
import { languageId } from '../protocol';
import type { Abilities } from './abilities';
import { rememberModel } from './rememberModel';
import { type Places, updateUtf8, utf8Places } from './utf8Places';

/** An open document; its model is built when first asked for and dropped by the next edit. Positions are counted as the client counts. */
export interface FlowDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly model: FlowModel;
  /** Builds models of what this text is changed into for a moment; remembers the last one beyond edits. */
  readonly build: typeof readFlow;
  /** The language or the file's name says that it is a flow. */
  readonly isNamedFlow: boolean;
  /** Its content is a flow, or was one when that was last asked: what is half typed need not look like one. */
  readonly looksLikeFlow: boolean;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** What the text-document manager needs to hold flow documents instead of bare texts. */
export function flowDocuments(encoding: () => Abilities['encoding']): TextDocumentsConfiguration<FlowDocument> {
  const places = (text: TextDocument) => (encoding() === 'utf-8' ? utf8Places(text) : text);
  return {
    create: (uri, language: unknown, version: unknown, content: unknown) =>
      wrap(
        TextDocument.create(uri, asText(language), asNumber(version), asText(content)),
        places,
        false,
        rememberModel(),
      ),
    update(document: FlowDocument, changes: TextDocumentContentChangeEvent[], version: number) {
      const { build, knownAsFlow, leaveSource } = document as Wrapped;
      const source = leaveSource();
      const next =
        encoding() === 'utf-8' ? updateUtf8(source, changes, version) : TextDocument.update(source, changes, version);
      return wrap(next, places, knownAsFlow(), build);
    },
  };
}

/** What a client leaves out when it opens a document is empty: the address says enough. */
const asText = (sent: unknown) => (typeof sent === 'string' ? sent : '');
const asNumber = (sent: unknown) => (typeof sent === 'number' ? sent : 0);

interface Wrapped extends FlowDocument {
  knownAsFlow(): boolean;
  /** Gives its source away, to be changed in place, and keeps its text: who waits for an answer asked about that. */
  leaveSource(): TextDocument;
}

function wrap(
  changing: TextDocument,
  placesOf: (text: TextDocument) => Places,
  wasFlow: boolean,
  build: typeof readFlow,
): Wrapped {
  const { uri, version, languageId: language } = changing;
  let source = changing;
  let places: Places | undefined;
  const atHand = () => {
    places ??= placesOf(source);
    return places;
  };
  let model: FlowModel | undefined;
  let isFlow = wasFlow ? true : undefined;
  return {
    build,
    knownAsFlow: () => isFlow === true,
    leaveSource() {
      const left = source;
      source = TextDocument.create(uri, language, version, left.getText());
      places = undefined;
      return left;
    },
    uri,
    version,
    isNamedFlow: language === languageId || isFlowFileName(uri),
    positionAt: (offset) => atHand().positionAt(offset),
    offsetAt: (position) => atHand().offsetAt(position),
    get text() {
      return source.getText();
    },
    get model() {
      model ??= readFlow(source.getText(), { jsonc: isForAuthors(source) });
      return model;
    },
    get looksLikeFlow() {
      isFlow ??= mayBeFlow(source.getText());
      return isFlow;
    },
  };
}

/** Larger JSON files are data, and reading them at each edit would be felt. In UTF-16 code units. */
const largest = 2_000_000;

function mayBeFlow(content: string): boolean {
  return content.length <= largest && isFlowText(content);
}

/** Comments, trailing commas and names belong to the file name or the language, since the API takes strict JSON and UUIDs only. */
function isForAuthors({ uri, languageId: language }: TextDocument): boolean {
  return isJsonc(uri) || language.toLowerCase() === 'jsonc';
}
