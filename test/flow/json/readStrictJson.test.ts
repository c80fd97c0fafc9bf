import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { type JsonNode, toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';
import { readStrictJson } from '../../../flow/json/readStrictJson';

/** A tree as plain data, without the ways back up. */
const plain = ({ type, offset, end, key, index, value, children }: JsonNode): unknown => ({
  type,
  offset,
  end,
  key,
  index,
  value,
  children: children.map(plain),
});

/** The tree that the forgiving reader makes of the same text: a comment behind it sends the text there, and moves nothing. */
function forgiving(text: string): JsonNode | undefined {
  const { root, issues } = parseJson(`${text}//`);
  assert.deepEqual(
    issues.map((issue) => issue.code),
    ['Comment'],
  );
  return root;
}

const blank = fc.stringMatching(/^[ \t\r\n]{0,3}$/);

/** JSON texts in every layout: blanks anywhere, characters escaped or not, numbers in all spellings, keys twice. */
const { json } = fc.letrec<{ json: string; value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '""', '0', '-0', '1e5', '1E-2', '-1.50', '12.5e+3', '1e400', '{}', '[]'),
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
    fc.stringMatching(/^"(\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}|[ !#-[\]-~äß€]){0,8}"$/),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
    tie('list'),
    tie('object'),
  ),
  json: fc.tuple(blank, tie('value'), blank).map((parts) => parts.join('')),
  list: fc.array(tie('json')).map((items) => `[${items.join(',')}]`),
  object: fc
    .array(fc.tuple(blank, fc.constantFrom('"a"', '"b"', '"\\u0061"', '"__proto__"', '""'), blank, tie('json')))
    .map(
      (members) => `{${members.map(([before, key, after, value]) => `${before}${key}${after}:${value}`).join(',')}}`,
    ),
}));

suite('readStrictJson', () => {
  test('reads any JSON into the tree of the forgiving reader', () => {
    fc.assert(
      fc.property(json, (text) => {
        const strict = readStrictJson(text, 256);
        assert.ok(strict, text);
        const other = forgiving(text);
        assert.ok(other);
        assert.deepEqual(plain(strict), plain(other));
        assert.deepEqual(toValue(strict), JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a node knows the one around it', () => {
    const root = readStrictJson('{ "a": [1] }', 256);
    assert.equal(root?.children[0]?.children[0]?.parent, root?.children[0]);
    assert.equal(root?.children[0]?.parent, root);
    assert.equal(root?.parent, undefined);
  });

  test('leaves to the other reader exactly what JSON.parse refuses', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    // A whole text with a change somewhere is nearer to JSON than a random one.
    const changed = fc
      .tuple(
        json,
        fc.nat(),
        fc.nat(2),
        fc.constantFrom('', ',', '"', '}', '\\', '0', '.', '-', ' ', '\u0000', '\ufeff', '/'),
      )
      .map(([text, at, length, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + length);
      });
    fc.assert(
      fc.property(fc.oneof(changed, fc.string({ unit: 'binary' })), (text) => {
        assert.equal(readStrictJson(text, 256) !== undefined, isJson(text), JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });

  for (const text of [
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "['a']",
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    'NaN',
    'tru',
    '"\\x"',
    '"\\u12"',
    '"',
    '"\n"',
    '// x\n1',
    '1 2',
    '\ufeff1',
    '\u00a01',
  ])
    test(`is not JSON: ${JSON.stringify(text)}`, () => {
      assert.equal(readStrictJson(text, 256), undefined);
    });

  test('counts containers and gives up below the depth', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(readStrictJson(nested(3), 3));
    assert.equal(readStrictJson(nested(4), 3), undefined);
    assert.equal(readStrictJson('['.repeat(1_000_000), 256), undefined);
  });
});
