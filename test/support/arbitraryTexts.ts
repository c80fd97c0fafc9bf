import fc from 'fast-check';
import { A, B, NOWHERE } from './ids';

/** Texts with a mistake for many a fix, comments where edits are made, and everything that a formatter has to leave alone. */
const samples: readonly string[] = [
  `{\n  "name": "menu", "name": "twice", // a remark\n  "actions": [\n    { "id": "menu", "type": "talk", "text": "Press 1 & wait", "option": { "language": "english" } },\n\n\n    { "id": "${A}", "type": "digitsReceive", "option": { "duration": "5000", "length": 1, }, },\n    { "id": "${B}", "type": "goto", "option": { "target_id": "menu" } }, /* again */ { "type": "hangup" }\n  ]\n}\n`,
  `[{"type": "talk", "option": {"text": "It's \\"ok\\"", "language": "en-US"}, "next_id": "${NOWHERE}"}, {"type": "hangup"},]`,
  `{'actions': [{'type': 'talk', 'option': {'text': 'it\\'s "ok"', 'language': 'en-US'}}]}`,
  `\ufeff// who\r\n{\r\n\t"source": {"type": "tel", "target": "0155 123"},\r\n\t"actions": [{"type": "call", "option": {"actions": [{"type": "stop", "type": "hangup"}]}}], /* what */\r\n}   \r\n\r\n`,
  `{"actions": [{"type": "sleep", "option": {"duration": 007, "note": True}}, {type: "hangup"}]}`,
  `[\n  {"type": "webhook_send", "option": {"data": "{\\"a\\": [1, 2]}", "uri": "https://example.com/\${x}"}}\n]`,
  '[]',
  '{"a": b",',
];

const pieces = ['"', "'", '\\', '{', '}', '[', ']', ',', ':', '//', '/*', '*/', '\n', '\r\n', '  ', '\t', '1', 'true'];
const more = [
  '"a"',
  '"b": 1',
  'None',
  '${',
  '}}',
  '\u201c',
  '\u00a0',
  '\ud800',
  '\0',
  '-',
  '1.',
  '{"type": "stop"}',
  '\n\n\n',
];

const piece = fc.constantFrom(...pieces, ...more);

/** A sample with a few places cut out or filled in. */
const edited = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.option(piece, { nil: '' })), { maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [where, length, inserted]) => {
      const at = where % (before.length + 1);
      return before.slice(0, at) + inserted + before.slice(at + length);
    }, text),
  );

/** Texts that people, editors and copying could leave: samples, edits of them, JSON of any kind, heaps of pieces, and any characters. */
export const arbitraryTexts = fc.oneof(
  { weight: 6, arbitrary: edited },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
