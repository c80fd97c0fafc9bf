import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Places, utf8Places } from '../../server/lsp/utf8Places';
import { everyCapability } from './clientCapabilities';
import { NOWHERE } from './ids';
import { connectPlainClient, type PlainClient } from './plainClient';

/** A text that is open in two editors: one counts columns in bytes of UTF-8, the other in UTF-16 code units. */
export interface BothEncodings {
  readonly utf8: PlainClient;
  readonly utf16: PlainClient;
  /** The text as the second editor has it. */
  readonly document: TextDocument;
  /** The places of the text as the first editor counts. */
  readonly places: Places;
  /** Asserts that two answers mean the same: that of the first editor, and that of the second. */
  check(what: string, ours: unknown, theirs: unknown): void;
  /** Asks the same of both at an offset, and asserts that the answers, or the words of a refusal, mean the same; gives that of the second. */
  ask<T>(method: string, offset: number): Promise<T | string>;
}

export async function openInBothEncodings(uri: string, text: string): Promise<BothEncodings> {
  const connect = async (encoding: string) => {
    const client = await connectPlainClient({
      capabilities: { ...everyCapability, general: { positionEncodings: [encoding] } },
    });
    await client.open(uri, text);
    return client;
  };
  const [utf8, utf16] = await Promise.all([connect('utf-8'), connect('utf-16')]);
  const document = TextDocument.create(uri, 'json', 1, text);
  const places = utf8Places(document);
  // In one long line, each place is counted from its beginning.
  const known = new Map<string, Position>();
  const placeOf = (position: Position) => {
    const key = `${position.line},${position.character}`;
    const found = known.get(key) ?? document.positionAt(places.offsetAt(position));
    known.set(key, found);
    return found;
  };
  const asUtf16 = (answer: unknown): unknown => {
    if (Array.isArray(answer)) return answer.map(asUtf16);
    if (typeof answer !== 'object' || answer === null) return answer;
    if ('line' in answer && 'character' in answer) return placeOf(answer as Position);
    return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, asUtf16(value)]));
  };
  // Links in Markdown are for an editor that counts in UTF-16.
  const plain = (answer: unknown) => JSON.parse(JSON.stringify(answer ?? null).replace(/#L\d+,\d+/g, ''));
  const check = (what: string, ours: unknown, theirs: unknown) =>
    assert.deepEqual(plain(asUtf16(ours)), plain(theirs), what);
  const send = (client: PlainClient, method: string, at: Position) =>
    client
      .request(`textDocument/${method}`, {
        textDocument: { uri },
        position: at,
        positions: [at],
        range: { start: at, end: at },
        newName: NOWHERE,
        ch: '}',
        context: { diagnostics: [], includeDeclaration: true },
        options: { tabSize: 2, insertSpaces: true },
      })
      .catch((error: unknown) => {
        // Any other error than a refusal is a fault of the server.
        if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) return error.message;
        throw error;
      });
  return {
    utf8,
    utf16,
    document,
    places,
    check,
    async ask<T>(method: string, offset: number) {
      const ours = await send(utf8, method, places.positionAt(offset));
      const theirs = await send(utf16, method, document.positionAt(offset));
      check(`${method} at ${offset}`, ours, theirs);
      return theirs as T | string;
    },
  };
}

/** The positions anywhere in an answer that are not places of a text: behind its end or the end of a line, or within a character. */
export function wrongPositions(answer: unknown, { document }: Pick<BothEncodings, 'document'>): Position[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if (!('line' in answer && 'character' in answer))
    return Object.values(answer).flatMap((value) => wrongPositions(value, { document }));
  const at = answer as Position;
  return isDeepStrictEqual(document.positionAt(document.offsetAt(at)), at) ? [] : [at];
}
