import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../../server/features/semanticTokens';
import { A, NOWHERE } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** The tokens of a text, as "text: type modifiers". */
function tokensIn(text: string): string[] {
  const { document, at } = openFlow(text);
  const { data } = semanticTokens(document);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const words = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => bits & (1 << bit))];
    const range = { start: { line, character }, end: { line, character: character + length } };
    found.push(`${at(range)}: ${words.join(' ')}`);
  }
  return found;
}

suite('semanticTokens', () => {
  test('tell your own variables from those of VoIPbin, in texts and bare', () =>
    assert.deepEqual(
      tokensIn(
        '[{"type": "variable_set", "option": {"key": "order",\n"value": "${voipbin.call.digits} 1"}}, {"type": "branch", "option": {"variable": "order"}}, {"type": "talk", "option": {"text": "a ${order} b ${", "language": "${x}"}}]',
      ),
      [
        'order: variable declaration',
        'voipbin.call.digits: variable defaultLibrary',
        'order: variable',
        'order: variable',
        'x: variable',
      ],
    ));
  test('mark ids, and the targets that find one', () =>
    assert.deepEqual(
      tokensIn(`[{"id": "${A}", "type": "answer", "next_id": "${A}"}, {"type": "beep", "next_id": "${NOWHERE}"}]`),
      [`${A}: label declaration`, `${A}: label`],
    ));
  test('strike out types that are deprecated', () =>
    assert.deepEqual(tokensIn('[{"type": "condition_call_digits"}, {"type": "talk"}]'), [
      'condition_call_digits: type deprecated',
    ]));
});
