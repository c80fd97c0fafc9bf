import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';

/** The issues of a text, each as "code on «text»". */
const issuesOf = (text: string, allowTrailingComma = false) =>
  parseJson(text, { allowTrailingComma }).issues.map(
    ({ code, offset, end }) => `${code} on ${text.slice(offset, end)}`,
  );
const contentOf = (text: string) => {
  const { root } = parseJson(text);
  return root && toValue(root);
};

suite('parseJson: the tree', () => {
  test('holds values, keys and their places', () => {
    const text = '{ "type": "talk", "option": [1, true, null] }';
    const { root, issues } = parseJson(text);
    assert.deepEqual(issues, []);
    assert.deepEqual([root?.type, root?.offset, root?.end, root?.index], ['object', 0, text.length, 0]);
    const [type, option] = root?.children ?? [];
    assert.equal(text.slice(type?.offset, type?.end), '"talk"');
    assert.equal(text.slice(type?.key?.offset, type?.key?.end), '"type"');
    assert.equal(text.slice(option?.offset, option?.end), '[1, true, null]');
    assert.deepEqual(
      option?.children.map((item) => [item.type, item.value, item.index, item.key]),
      [
        ['number', 1, 0, undefined],
        ['boolean', true, 1, undefined],
        ['null', null, 2, undefined],
      ],
    );
    assert.equal(option?.parent, root);
    assert.equal(option?.index, 1);
  });

  test('decodes escapes', () => {
    assert.equal(contentOf('"a\\n\\u00e9\\ud83d\\ude00\\\\"'), 'a\né😀\\');
  });

  test('keeps a key whose value is still to come', () => {
    for (const text of ['{ "type": }', '{ "type" }', '{ "type":', '{ "type": , "id": 1 }']) {
      const first = parseJson(text).root?.children[0];
      assert.equal(first?.type, 'missing', text);
      assert.equal(first?.key?.name, 'type', text);
      assert.equal(first?.offset, first?.key?.end, text);
    }
  });

  test('goes on behind an error', () => {
    assert.deepEqual(contentOf('{ "a": 1 "b": 2, "c": [1,, 2] }'), { a: 1, b: 2, c: [1, 2] });
    assert.deepEqual(contentOf('{ "a": <number>, "b": 2 }'), { b: 2 });
  });

  test('lets an unclosed container reach to the end of the text', () => {
    const text = '{ "actions": [ { "type": "talk" \n';
    const { root } = parseJson(text);
    assert.equal(root?.end, text.length);
    assert.equal(root?.children[0]?.end, text.length);
    assert.deepEqual(root && toValue(root), { actions: [{ type: 'talk' }] });
  });

  test('has no root when there is no value', () => {
    for (const text of ['', ' \n', '// nothing', 'hello', ',']) assert.equal(parseJson(text).root, undefined, text);
  });

  test('counts a byte order mark as one character', () => {
    const { root } = parseJson('\ufeff[1]');
    assert.equal(root?.offset, 1);
    assert.deepEqual(issuesOf('\ufeff[1]'), ['ByteOrderMark on \ufeff']);
  });
});

suite('parseJson: issues', () => {
  test('a correct text has none', () => {
    assert.deepEqual(issuesOf('{ "a": [1, -2.5e3, "x"], "b": {} }'), []);
  });

  test('a trailing comma is named at the comma, also across lines and comments', () => {
    assert.deepEqual(issuesOf('[1, ]'), ['TrailingComma on ,']);
    assert.deepEqual(issuesOf('{ "a": 1,\n}'), ['TrailingComma on ,']);
    assert.deepEqual(issuesOf('[1, // one\n]'), ['TrailingComma on ,', 'Comment on // one']);
    // With the bracket of another container the comma is not the mistake, and what follows is not read.
    for (const allowed of [false, true]) assert.deepEqual(issuesOf('[{},} {}]', allowed), ['ValueExpected on }']);
    const { issues } = parseJson('[1,\n\n]');
    assert.equal(issues[0]?.offset, 2);
  });

  test('a trailing comma is no issue where it is allowed', () => {
    assert.deepEqual(issuesOf('[1, { "a": 1, }, ]', true), []);
    assert.deepEqual(issuesOf('[1,, ]', true), ['ValueExpected on ,']);
  });

  test('comments are listed in both forms', () => {
    assert.deepEqual(issuesOf('[1, /* two */ 2] // end'), ['Comment on /* two */', 'Comment on // end']);
  });

  test('a comment that is not closed stays within the text', () => {
    for (const text of ['/*', '[1] /*', '[1] /* a', '[1] /* a *']) {
      const { issues } = parseJson(text);
      assert.deepEqual(
        issues.map(({ code, end }) => [code, end]),
        [['UnexpectedEndOfComment', text.length]],
        text,
      );
    }
  });

  test('every kind of error has its name', () => {
    const cases: Record<string, string[]> = {
      '{ "a": 1 "b": 2 }': ['CommaExpected on "b"'],
      '[1 2 3]': ['CommaExpected on 2', 'CommaExpected on 3'],
      '{ "a" 1 }': ['ColonExpected on 1'],
      '{ "a": }': ['ValueExpected on }'],
      '[1,,2]': ['ValueExpected on ,'],
      '{ 5: 1 }': ['PropertyNameExpected on 5'],
      '[1': ['CloseBracketExpected on '],
      '{ "a": 1': ['CloseBraceExpected on '],
      '[1] [2]': ['EndOfFileExpected on ['],
      '["a]': ['UnexpectedEndOfString on "a]'],
      '["a\\xb"]': ['InvalidEscapeCharacter on "a\\xb"'],
      '["a\\u12g4"]': ['InvalidUnicode on "a\\u12g4"'],
      '["a\tb"]': ['InvalidCharacter on "a\tb"'],
      '[1.]': ['UnexpectedEndOfNumber on 1.'],
      '[True]': ['InvalidSymbol on True'],
    };
    for (const [text, expected] of Object.entries(cases)) assert.deepEqual(issuesOf(text), expected, text);
  });

  test('what only follows from an error is not named again', () => {
    assert.deepEqual(issuesOf('{ type: "talk", "id": 1 }'), ['InvalidSymbol on type']);
    assert.deepEqual(issuesOf('{ "a": 1 <- see the note here\n}'), ['InvalidSymbol on <-']);
    assert.deepEqual(issuesOf('{ "a": "one,\n "b": 2 }'), ['UnexpectedEndOfString on "one,']);
    assert.deepEqual(issuesOf('once upon a time'), ['InvalidSymbol on once']);
    assert.deepEqual(issuesOf('[{ "a": [1, 2'), ['CloseBracketExpected on ']);
  });

  test('an error behind one that was overcome is named', () => {
    assert.deepEqual(issuesOf('{ type: 1, option: 2 }'), ['InvalidSymbol on type', 'InvalidSymbol on option']);
    assert.deepEqual(issuesOf('{ "a": "one,\n "b": 2 "c": 3 }'), [
      'UnexpectedEndOfString on "one,',
      'CommaExpected on "c"',
    ]);
  });

  test('many comments leave room for errors', () => {
    const text = `[\n${'// note\n'.repeat(150)} 1 2]`;
    const { issues } = parseJson(text);
    assert.equal(issues.filter((issue) => issue.code === 'Comment').length, 100);
    assert.deepEqual(issues.at(-1)?.code, 'CommaExpected');
  });

  test('there are at most 100 errors', () => {
    assert.equal(parseJson('[1 '.repeat(50) + '1 '.repeat(500)).issues.length, 100);
  });
});

suite('parseJson: texts that are no documents', () => {
  test('nesting beyond all measure ends the reading', () => {
    for (const text of ['['.repeat(5_000_000), '{"a":'.repeat(1_000_000)]) {
      const { root, issues } = parseJson(text);
      assert.deepEqual(
        issues.map(({ code }) => code),
        ['TooDeep'],
      );
      assert.equal(root?.end, text.length);
    }
    assert.deepEqual(issuesOf('['.repeat(256) + ']'.repeat(256)), []);
  });

  test('megabytes of anything are read', () => {
    for (const piece of [']', '}', ',', '"', '\\', '< ', '\u0000\u00ff', '"\ud800"', '1 ', '/*', ':']) {
      const text = piece.repeat(1_000_000);
      for (const { offset, end } of parseJson(text).issues) assert.ok(offset <= end && end <= text.length, piece);
    }
  });

  test('every prefix of a document gives a tree and issues within the text', () => {
    const text = '\ufeff{ "a": [ { "type": "t\\u00e9", /* c */ "n": -1.5e3, }, null ], // x\n "b": {} }';
    for (let length = 0; length <= text.length; length++) {
      const prefix = text.slice(0, length);
      for (const { offset, end } of parseJson(prefix).issues) assert.ok(offset <= end && end <= length, prefix);
    }
  });
});
