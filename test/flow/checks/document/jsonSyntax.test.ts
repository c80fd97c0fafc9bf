import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../../flow/checks/checkFlow';
import { applyEdits } from '../../../../flow/edit/edit';
import { listNotUtf8 } from '../../../../flow/json/notUtf8';
import { readFlow } from '../../../../flow/model/flowModel';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['json-syntax'];
const jsonc = { jsonc: true };
const code = 'json-syntax';

/** The one syntax finding of a text, as "message on «text»". */
function said(text: string, options = {}): string {
  const [finding, ...more] = listFindings(text, { only, ...options });
  assert.ok(finding, `nothing is reported in ${text}`);
  assert.deepEqual(more, [], text);
  return `${finding.message} on ${text.slice(finding.offset, finding.end)}`;
}

/** A list of actions with the fix made; the result must be strict JSON. */
function fixed(before: string, after: string, title = ''): void {
  checkFix(before, code, after, title);
  assert.doesNotThrow(() => JSON.parse(after), after);
}

suite('json-syntax: what is reported', () => {
  test('nothing in JSON', () => {
    assert.deepEqual(findingsIn('[ { "type": "stop", "option": {} } ]', { only }), []);
  });

  test('an empty file: the API refuses it', () => {
    for (const text of ['', ' ', '\n\t\r\n'])
      assert.match(
        listFindings(text)[0]?.message ?? '',
        /^The file is empty\. The API refuses it\./,
        JSON.stringify(text),
      );
    assert.deepEqual(findingsIn('// soon\n', jsonc), ['json-syntax on ']);
  });

  test('bytes that are not UTF-8, where the caller would hear them', () => {
    const bytes = Buffer.from('[{"type":"talk","option":{"text":"Gr\u00fc\u00df Gott","language":"de-DE"}}]', 'latin1');
    const model = readFlow(bytes.toString('utf8'), { notUtf8: listNotUtf8(bytes) });
    const found = checkFlow(model);
    assert.deepEqual(
      found.map(({ code: found, offset, end }) => `${found} on ${model.text.slice(offset, end)} at ${offset}`),
      ['json-syntax on \ufffd at 36', 'json-syntax on \ufffd at 37'],
    );
    assert.match(found[0]?.message ?? '', /not UTF-8.*Save the file as UTF-8/);
  });

  test('a comma before a bracket', () => {
    checkFindings(
      `[
  { "type": "stop", }
  //              ^ json-syntax: comma before \`}\`
]`,
      { only, jsonc: false },
    );
  });

  test('a comma before a bracket and comments, in strict documents only', () => {
    const text = '[ { "type": "stop", }, /* last */ ]';
    assert.deepEqual(findingsIn(text, { only }), ['json-syntax on ,', 'json-syntax on ,', 'json-syntax on /* last */']);
    assert.deepEqual(findingsIn(text, { only, ...jsonc }), []);
  });

  test('a byte order mark, in both kinds of documents', () => {
    assert.deepEqual(findingsIn('\ufeff[]', { only }), ['json-syntax on \ufeff']);
    assert.deepEqual(findingsIn('\ufeff[]', { only, ...jsonc }), ['json-syntax on \ufeff']);
  });

  test('bytes that are no text, and text in another encoding, once for the whole file', () => {
    const message = (bytes: Buffer) => {
      const found = listFindings(bytes.toString('utf8'), {});
      assert.deepEqual(
        found.map(({ code, offset, end }) => [code, offset, end]),
        [['json-syntax', 0, 1]],
      );
      return found[0]?.message ?? '';
    };
    const flow = '[ { "type": "tallk" } ]';
    assert.match(
      message(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
      /not text in UTF-8, and/,
    );
    assert.match(message(Buffer.from(`\ufeff${flow}`, 'utf16le')), /in UTF-16, .+ Save it as UTF-8\./);
    assert.match(message(Buffer.from(flow, 'utf16le')), /in UTF-16/);
    assert.deepEqual(findingsIn('[ { "type": "\ufffd" } ]', { only }), []);
  });

  test('every kind of error in words', () => {
    const cases: Record<string, string> = {
      '[ { "type": "stop" "id": "x" } ]': 'A comma is missing before `"id"`. Add it. on "id"',
      '[ { "type": "stop" ]': 'A `}` is missing before this `]`. Add it. on ]',
      '{ "actions": [ }': 'A `]` is missing before this `}`. Add it. on }',
      '[ "type": "stop" ]':
        'An array has no keys. Put `{` and `}` around the key and its value, or remove the colon. on :',
      '[ { "type" } ]': 'The key `type` has no value. Write a colon and a value after it. on "type"',
      '[ { "type": } ]': 'The key `type` has no value. Write a colon and a value after it. on "type"',
      '[ { "type" "stop" } ]': 'The key `type` has no value. Write a colon and a value after it. on "type"',
      '[ { }, , { } ]': 'Nothing is before this comma. Remove it, or add the missing value. on ,',
      '[ { 5: 1 } ]': 'A key in double quotes and a colon are missing before `5`. on 5',
      '] ': '`]` is not a value. A flow begins with `{` or `[`. on ]',
      '[ { "type": "stop" }': 'This `[` is never closed: a `]` is missing. on [',
      '[ { "type": "stop" ': 'This `{` is never closed: a `}` is missing. on {',
      '{ "type": "stop" }, { "type": "stop" }':
        'A second object follows the document. Put `[` and `]` around several actions. on ,',
      '[] hello': '`hello` is not JSON. Put a text in double quotes, or remove it. on hello',
      '[] 5': 'The document ends before `5`. Remove what follows it. on 5',
      '[ /* ': 'The comment has no end: `*/` is missing. on /* ',
      '[ "stop ]':
        'A double quote (`"`) is missing after `stop`. Without it the rest of the line cannot be read. Add it. on "stop',
      '[ 1. ]': '`1.` is not a complete number. Write the digits that are missing. on 1.',
    };
    for (const [text, message] of Object.entries(cases)) assert.equal(said(text, jsonc), message, text);
  });

  test('an escape at its own place', () => {
    assert.equal(said('[ "that\\\'s it" ]'), "A single quote needs no backslash. Write `'` alone. on \\'");
    assert.equal(
      said(`[ "that'\\''s it" ]`),
      "`'\\''` is how a shell writes a single quote. In JSON write `'`. on '\\''",
    );
    assert.equal(said('[ "\\n \\" \\d \\w" ]'), 'JSON has no `\\d`. Write `\\\\d` for a backslash. on \\d');
    assert.match(said('[ "\\u12" ]'), /four hexadecimal digits.* on \\u$/);
    assert.equal(said('[ "a\tb" ]'), 'A tab within a text is written `\\t`. on \t');
    assert.equal(
      said('[ "a\u0007b" ]'),
      'The invisible character \\u0007 is not allowed in a text. Remove it. on \u0007',
    );
  });

  test('words that JSON does not know', () => {
    assert.equal(
      said("[ { 'type': 1 } ]"),
      "JSON allows only double quotes (`\"`). Replace those of `'type'`. on 'type'",
    );
    assert.equal(said('[ { type: 1 } ]'), 'The key `type` has no double quotes around it. on type');
    assert.equal(said('[ True ]'), '`True` is not JSON. Write `true`. on True');
    // A member of every object, and no word for anything.
    assert.match(said('[ constructor ]'), /^`constructor` is not JSON\. Put a text in double quotes/);
    assert.equal(said('[ ... ]'), '`...` means that something was left out. Write it, or remove the dots. on ...');
    assert.equal(
      said('{ "a": <number> }'),
      '`<number>` was left from a template. Replace it with a value. on <number>',
    );
    assert.match(said('[\u00a0 1 ]'), /^An invisible character \(U\+00A0\)/);
    assert.match(said('[ “stop” ]'), /^JSON allows only double quotes/);
  });

  test('wrong quotes once, and nothing that only follows from them', () => {
    assert.deepEqual(findingsIn("{'actions':[{'type':'ta'}]}", { only }), ["json-syntax on 'actions'"]);
    assert.equal(
      said("{'a': ['b', 'c'], 'd': 'it\\'s \"ok\"'}"),
      "JSON allows only double quotes (`\"`). Replace those of `'a'` and 4 other strings in this file. on 'a'",
    );
  });

  test('what is wrong beside wrong quotes, at its place', () =>
    assert.deepEqual(findingsIn("{'it\\'s': 1, 'b': 1 'c': ['say \"no\"',]}", { only }), [
      "json-syntax on 'it\\'s'",
      "json-syntax on 'c'",
      'json-syntax on ,',
    ]));

  test('text that is not JSON at all is reported once', () => {
    assert.equal(findingsIn('Once upon a time there was a flow.').length, 1);
    assert.equal(findingsIn('<html>\n<body>\n</body>\n</html>').length, 1);
  });

  test('what is not being typed is still checked', () => {
    assert.deepEqual(
      findingsIn('[ { "type": "tallk" }, { "type": "goto", "option": { "target_id": } } ]', {
        only: ['unknown-type', code],
      }),
      ['unknown-type on "tallk"', 'json-syntax on "target_id"'],
    );
  });

  test('a text that is not closed has thousands of blanks, and is read in time', () => {
    const blanks = ' '.repeat(4_000);
    for (const text of [`["a${blanks}b\n]`, `["a${blanks},${blanks}b\n]`])
      assert.deepEqual(fixTitles(text, code), ['Close the string']);
    checkFix('["a" , "b , \n]', code, '["a" , "b" , \n]', 'Close the string');
  });

  test('megabytes of anything are read in time', () => {
    for (const piece of [
      '[',
      '{"a":',
      '}',
      '"',
      '\\',
      '"\\x',
      '\u0000\u00ff',
      '\ud800',
      '/* ',
      'a:',
      '1 ',
      "'",
      'x\u00a0',
      '\u00a0',
    ]) {
      const text = piece.repeat(1_000_000 / piece.length);
      for (const options of [{}, jsonc]) {
        for (const { offset, end } of listFindings(text, options))
          assert.ok(offset <= end && end <= text.length, piece);
      }
    }
  });
});

suite('json-syntax: fixes', () => {
  test('removes a comma', () => {
    fixed('[ { "type": "stop", } ]', '[ { "type": "stop" } ]');
    fixed('[ {},\n  {},\n]', '[ {},\n  {}\n]');
    fixed('[ {}, , {} ]', '[ {},  {} ]');
  });

  test('removes a comment, with its line where it stands alone', () => {
    fixed('[\n  // one\n  {}\n]', '[\n  {}\n]');
    fixed('[\r\n  // one\r\n  {}\r\n]', '[\r\n  {}\r\n]');
    fixed('[\n  {} // one\n]', '[\n  {}\n]');
    fixed('[ {} /* one */, {} ]', '[ {}, {} ]');
    fixed('[\n  /* one */ {}\n]', '[\n  {}\n]');
    fixed('// one\n[]', '[]');
    fixed('[] // one', '[]');
    fixed('[\n  /* one\n     two */\n  {}\n]', '[\n  {}\n]');
  });

  test('removes a byte order mark', () => fixed('\ufeff[]', '[]'));

  test('adds a comma behind what stands before', () => {
    fixed('[\n  {}\n  {}\n]', '[\n  {},\n  {}\n]');
    fixed('[ { "a": 1 "b": 2 } ]', '[ { "a": 1, "b": 2 } ]');
    checkFix('[\n  {} // one\n  {}\n]', code, '[\n  {}, // one\n  {}\n]', '', jsonc);
  });

  test('closes a text', () => {
    fixed('[ { "a": "one,\n "b": 2 } ]', '[ { "a": "one",\n "b": 2 } ]');
    fixed('[ "one\n]', '[ "one"\n]');
    fixed('[ { "a": "one }\n]', '[ { "a": "one" }\n]', 'Add the double quote');
  });

  test('mends escapes, all of one text at once', () => {
    fixed('[ "it\\\'s, isn\\\'t it" ]', `[ "it's, isn't it" ]`);
    fixed(`[ "it'\\''s" ]`, `[ "it's" ]`);
    fixed('[ "\\\\ C:\\dir\\new" ]', '[ "\\\\ C:\\\\dir\\new" ]');
    fixed('[ "\\u12" ]', '[ "\\\\u12" ]');
    fixed('[ "a\tb\tc" ]', '[ "a\\tb\\tc" ]');
    fixed('[ "a\u0007b" ]', '[ "ab" ]');
  });

  test('puts keys and texts in double quotes', () => {
    fixed('[ { type: 1 } ]', '[ { "type": 1 } ]');
    fixed("[ { 'type': 1 } ]", '[ { "type": 1 } ]');
    fixed("[ 'stop' ]", '[ "stop" ]');
    fixed('[ “stop” ]', '[ "stop" ]');
    fixed("[ 'two words' ]", '[ "two words" ]');
    fixed('[ { \'text\': "a" } ]', '[ { "text": "a" } ]');
    fixed("[ 'it isn't, is it' ]", '[ "it isn\'t, is it" ]');
    assert.deepEqual(fixTitles("[ 'no end ]", code), []);
    fixed('[ \'a "b" c\' ]', '[ "a \\"b\\" c" ]');
  });

  test('puts a whole file in double quotes, whatever its texts hold', () => {
    fixed("{'actions':[{'type':'ta'}]}", '{"actions":[{"type":"ta"}]}');
    fixed(
      `['it\\'s "ok"', 'a\\nb\\x', 'it\\\\', "it's", 'x']`,
      `["it's \\"ok\\"", "a\\nb\\\\x", "it\\\\", "it's", "x"]`,
    );
    fixed('{“a”: ‘b’, `c`: 1} ', '{"a": "b", "c": 1} ');
    checkFix("// it's\n['a' /* 'b' */, 1]", code, "// it's\n[\"a\" /* 'b' */, 1]", '', jsonc);
  });

  test('takes the zeros before a number away, and puts no comma behind them', () => {
    fixed('[ 010 ]', '[ 10 ]');
    fixed('[ -007 ]', '[ -7 ]');
    fixed('[ 00.5 ]', '[ 0.5 ]');
  });

  test('writes the words of JSON', () => {
    fixed('[ True ]', '[ true ]');
    fixed('[ None ]', '[ null ]');
    fixed('[\u00a01 ]', '[ 1 ]');
  });

  test('mends a file by and by', () => {
    let text = '{ actions: [\n  { \'type\': \'stop\', }, // last\n  { "type": "hangup" "id": None, }\n] }';
    for (let round = 0; round < 20 && listFindings(text, { only }).length > 0; round++) {
      const before = text;
      let after = '';
      try {
        checkFix(text, code, '\u0000');
      } catch (error) {
        after = (error as { actual: string }).actual;
      }
      text = after;
      assert.notEqual(text, before);
    }
    assert.deepEqual(JSON.parse(text), { actions: [{ type: 'stop' }, { type: 'hangup', id: null }] });
    assert.equal(applyEdits(text, []), text);
  });
});

suite('json-syntax: a double quote that is missing within a line', () => {
  const line = (action: string) => `{\n  "actions": [\n    ${action}\n  ]\n}\n`;
  const whole = line('{ "type": "talk", "option": { "text": "Hi", "language": "en-US" } }');
  const rest = 'Without it the rest of the line cannot be read. Add it.';
  const cases: Readonly<Record<string, string>> = {
    '{ "type": "talk, "option": { "text": "Hi", "language": "en-US" } }': 'after `talk`',
    '{ "type: "talk", "option": { "text": "Hi", "language": "en-US" } }': 'after `type`',
    '{ type": "talk", "option": { "text": "Hi", "language": "en-US" } }': 'before `type`',
    '{ "type": "talk", "option": { "text": Hi", "language": "en-US" } }': 'before `Hi`',
    '{ "type": "talk", "option": { "text": "Hi", "language": "en-US } }': 'after `en-US`',
  };
  for (const [action, where] of Object.entries(cases))
    test(`is the one finding, and the fix adds it: ${where}`, () => {
      const found = listFindings(line(action));
      assert.deepEqual(
        found.map(({ code: own, message }) => `${own} ${message}`),
        [`json-syntax A double quote (\`"\`) is missing ${where}. ${rest}`],
      );
      checkFix(line(action), code, whole, 'Add the double quote');
    });

  test('in several lines each is told, and what else is wrong stays', () => {
    const text = '[\n  { "type": "talk, "id": 1 },\n  { type": "stop" }\n  { "type": "beep" }\n]';
    const said = listFindings(text, { only }).map(({ message }) => message);
    assert.deepEqual(
      said.map((message) => message.slice(0, 55)),
      [
        'A double quote (`"`) is missing after `talk`. Without i',
        'A double quote (`"`) is missing before `type`. Without ',
        'A comma is missing before `{`. Add it.',
      ],
    );
  });

  test('a text that goes on in the next line is told as such', () => {
    const said = listFindings('[ "one\n two" ]', { only }).map(({ message }) => message);
    assert.ok(said.some((message) => message.startsWith('This string has no closing')));
    assert.ok(said.every((message) => !message.includes('double quote (')));
  });
});

suite('json-syntax: quotes missing in many lines', () => {
  const text = (count: number) => `[\n${Array.from({ length: count }, () => '{ type": "answer" }').join(',\n')}\n]`;
  test('are a mistake each, up to a hundred', () => {
    for (const count of [1, 50, 99]) assert.equal(listFindings(text(count), { only: ['json-syntax'] }).length, count);
  });
  test('up to the first line that a quote does not mend', () => {
    const places = findingsIn(
      `[\n{ type": "answer" },\n{ type": "answer" },\n{ type": answer" },\n{ type": "answer" }\n]`,
      {
        only: ['json-syntax'],
      },
    );
    assert.deepEqual(places.slice(0, 2), ['json-syntax on type"', 'json-syntax on type"']);
    assert.ok(places.length > 2);
  });
});
