import fc from 'fast-check';
import { flowDocument } from './flowDocument';
import { hostileText } from './hostileText';

/** A change of a text, as an editor sends it: `remove` characters go at `at`, taken modulo the length, and `insert` comes. */
export interface TextEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const tokens = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '\n',
  '  ',
  '\\',
  '//',
  '/*',
  '*/',
  'null',
  '1e400',
  '\t',
  '\r\n',
];
const pieces = [...tokens, '"id": ""', '"type": "goto"', '{ "type": "talk" },', '"${', '}"', '"next_id": "x",'];

export const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  at: fc.nat(20_000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(12) }, fc.nat(800)),
  insert: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('', ...pieces) }, { weight: 1, arbitrary: hostileText }),
});

export function applyTextEdit(text: string, edit: TextEdit): { text: string; offset: number; end: number } {
  const offset = edit.at % (text.length + 1);
  const end = Math.min(text.length, offset + edit.remove);
  return { text: text.slice(0, offset) + edit.insert + text.slice(end), offset, end };
}

/** Texts of flow documents in several layouts, whole or with a few edits in them. */
export const flowText: fc.Arbitrary<string> = fc
  .tuple(flowDocument, fc.constantFrom(0, 2, '\t'), fc.array(textEdit, { maxLength: 4 }))
  .map(([document, indent, edits]) =>
    edits.reduce((text, edit) => applyTextEdit(text, edit).text, JSON.stringify(document, null, indent) ?? 'null'),
  );
