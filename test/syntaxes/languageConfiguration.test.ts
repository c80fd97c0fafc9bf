import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { withCursor } from '../support/cursor';

interface Configuration {
  readonly autoClosingPairs: readonly { readonly open: string; readonly notIn: readonly string[] }[];
  readonly wordPattern: string;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly afterText: string }[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const path = join(__dirname, '../../language-configuration.json');
const configuration = JSON.parse(readFileSync(path, 'utf8')) as Configuration;

/** Asserts the word at the cursor, as an editor finds it; undefined where there is none. */
function checkWord(marked: string, expected: string | undefined): void {
  const { text, offset } = withCursor(marked);
  const words = [...text.matchAll(new RegExp(configuration.wordPattern, 'g'))];
  const found = words.find(({ index, 0: word }) => index <= offset && offset <= index + word.length);
  assert.equal(found?.[0], expected);
}

suite('language configuration: words', () => {
  test('an id is one word', () =>
    checkWord('"target_id": "5e9d3b17-20c4-4a6f-|8d51-b7f0e2c94a68"', '5e9d3b17-20c4-4a6f-8d51-b7f0e2c94a68'));
  test('a variable is one word with its braces', () => checkWord('"Hello ${order.nu|mber}, bye"', '${order.number}'));
  test('a variable that is not closed ends with its string', () => checkWord('"${order|", 1', '${order'));
  test('a name with dots is one word', () => checkWord('"voipbin.call|.digits"', 'voipbin.call.digits'));
  test('a language tag is one word', () => checkWord('"en|-US"', 'en-US'));
  test('a full stop is no part of a word', () => checkWord('"Good day|."', 'day'));
  test('letters of any language make words', () => checkWord('"Grüße an 東|京!"', '東京'));
  test('between brackets there is none', () => checkWord('[ | ]', undefined));
});

suite('language configuration: indentation', () => {
  const increases = (line: string) => new RegExp(configuration.indentationRules.increaseIndentPattern).test(line);
  const decreases = (line: string) => new RegExp(configuration.indentationRules.decreaseIndentPattern).test(line);
  test('grows behind a bracket that the line leaves open', () => {
    for (const line of ['{', '  "actions": [', '{ "type": "talk",', '{ "text": "a } b",', '[ 1,']) {
      assert.ok(increases(line), line);
    }
  });
  test('stays behind closed brackets and brackets in texts', () => {
    for (const line of ['"type": "talk",', '{ "type": "talk" },', '"text": "a { b",', '"text": "\\" {",', ']']) {
      assert.ok(!increases(line), line);
    }
  });
  test('shrinks at a closing bracket', () => {
    assert.ok(decreases('  }'));
    assert.ok(decreases('],'));
    assert.ok(!decreases('"a": {}'));
  });
  test('is decided at once on the longest line', () => {
    const line = '{"a": "[{'.repeat(20_000);
    assert.equal(typeof increases(line), 'boolean');
    assert.equal([...line.matchAll(new RegExp(configuration.wordPattern, 'g'))].length > 0, true);
  });
});

suite('language configuration: typing', () => {
  test('a line break in a comment continues with the comment, one in an address does not', () => {
    const before = new RegExp(configuration.onEnterRules[0]?.beforeText ?? '$^');
    const after = new RegExp(configuration.onEnterRules[0]?.afterText ?? '$^');
    assert.ok(before.test('  // the menu'));
    assert.ok(!before.test('"event_url": "https://example.com/'));
    assert.ok(after.test(' of the day'));
    assert.ok(!after.test('  '));
  });
  test('quotes are not doubled in texts', () => {
    for (const { open, notIn } of configuration.autoClosingPairs) assert.ok(notIn.includes('string'), open);
  });
  test('regions fold', () => {
    assert.ok(new RegExp(configuration.folding.markers.start).test('  // #region night'));
    assert.ok(new RegExp(configuration.folding.markers.end).test('//#endregion'));
  });
});
