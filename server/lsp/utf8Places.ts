import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The two ways between offsets and positions. Offsets count UTF-16 code units. */
export interface Places {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Places of a text for a client that counts columns in bytes of UTF-8. A column within a character stands for the character's beginning. */
export function utf8Places(text: TextDocument): Places {
  const whole = text.getText();
  // In texts of one byte for each character, which most flows are, both count alike.
  if (!/[^\0-\x7f]/.test(whole)) return text;
  let counted: Uint32Array | undefined;
  return {
    positionAt(offset) {
      const { line, character } = text.positionAt(offset);
      const end = text.offsetAt({ line, character });
      // Answers hold thousands of positions, sometimes all in one line.
      counted ??= countBytes(whole);
      return { line, character: (counted[end] ?? 0) - (counted[end - character] ?? 0) };
    },
    offsetAt: (position) => offsetIn(text, position),
  };
}

function offsetIn(text: TextDocument, { line, character }: Position): number {
  const start = { line, character: 0 };
  // The last column that there is stands for the end of the line, as the document sees it.
  const content = text.getText({ start, end: { line, character: Number.MAX_SAFE_INTEGER } });
  let offset = text.offsetAt(start);
  let bytes = 0;
  for (const name of content) {
    bytes += bytesOf(name.codePointAt(0) ?? 0);
    if (bytes > character) break;
    offset += name.length;
  }
  return offset;
}

/** The bytes of UTF-8 before each offset; the second half of a surrogate pair adds none, so that no offset lies between the two. */
function countBytes(text: string): Uint32Array {
  const counted = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    counted[at] = bytes;
    const code = text.codePointAt(at) ?? 0;
    bytes += bytesOf(code);
    if (code >= 0x10000) counted[++at] = bytes;
  }
  counted[text.length] = bytes;
  return counted;
}

const bytesOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** The text after changes whose columns count bytes of UTF-8, each in the text that the changes before it left. */
export function updateUtf8(
  text: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  let current = text;
  for (const change of changes) {
    current = TextDocument.update(current, ['range' in change ? toUtf16(current, change) : change], version);
  }
  return current;
}

function toUtf16(
  text: TextDocument,
  { range, text: newText }: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
): TextDocumentContentChangeEvent {
  const at = (position: Position) => text.positionAt(offsetIn(text, position));
  return { range: { start: at(range.start), end: at(range.end) }, text: newText };
}
