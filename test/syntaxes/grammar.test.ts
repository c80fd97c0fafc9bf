import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { actionDefinitions } from '../../flow/catalog';

const root = join(__dirname, '../..');
const path = join(root, 'syntaxes/voipbin-flow.tmLanguage.json');
let loaded: Promise<IGrammar> | undefined;

function loadGrammar(): Promise<IGrammar> {
  loaded ??= (async () => {
    await loadWASM(readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')).buffer as ArrayBuffer);
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
    });
    const grammar = await registry.loadGrammar('source.json.voipbin-flow');
    assert.ok(grammar);
    return grammar;
  })();
  return loaded;
}

/**
 * Asserts scopes drawn under the lines of a text: a line `~ ^^^^ scope` marks a place in the line above, columns counted as they stand; every
 * token there has the scope, or one below it. `!scope` asserts that none has it.
 */
async function checkScopes(...drawn: readonly string[]): Promise<void> {
  const grammar = await loadGrammar();
  let state = INITIAL;
  let line = '';
  let tokens: ReturnType<IGrammar['tokenizeLine']>['tokens'] = [];
  let marks = 0;
  for (const next of drawn.flatMap((part) => part.split('\n'))) {
    const mark = /^~\s*(\^+) (!?)(\S+)$/.exec(next);
    if (!mark?.[1] || !mark[3]) {
      line = next;
      const result = grammar.tokenizeLine(line, state);
      tokens = result.tokens;
      state = result.ruleStack;
      continue;
    }
    marks++;
    const start = next.indexOf('^');
    const end = start + mark[1].length;
    const covered = tokens.filter((token) => token.startIndex < end && token.endIndex > start);
    assert.ok(covered.length > 0, `nothing stands at ${next}`);
    for (const { scopes, startIndex, endIndex } of covered) {
      const has = scopes.some((names) =>
        names.split(' ').some((name) => name === mark[3] || name.startsWith(`${mark[3]}.`)),
      );
      assert.equal(has, mark[2] === '', `"${line.slice(startIndex, endIndex)}" in ${line} is ${scopes.join(' > ')}`);
    }
  }
  assert.ok(marks > 0, 'nothing is marked');
}

suite('grammar: JSON', () => {
  test('tells keys from values', () =>
    checkScopes(
      '{ "type": "answer", "n": -1.5e3, "b": true, "x": null }',
      '~ ^^^^^^ support.type.property-name.json',
      '~         ^^^^^^^^ string.quoted.double.json',
      '~         ^^^^^^^^ !support.type.property-name.json',
      '~                        ^^^^^^ constant.numeric.json',
      '~                                     ^^^^ constant.language.json',
      '~                                                ^^^^ constant.language.json',
    ));
  test('colors comments of both kinds', () =>
    checkScopes(
      ' // menu',
      '~^^^^^^^ comment.line.double-slash.json',
      '[ /* one */ 1, // two',
      '~ ^^^^^^^^^ comment.block.json',
      '~           ^ constant.numeric.json',
      '~              ^^^^^^ comment.line.double-slash.json',
      ' /* three',
      '~^^^^^^^^ comment.block.json',
      ' four */ 2]',
      '~^^^^^^^ comment.block.json',
      '~        ^ constant.numeric.json',
    ));
  test('tells known escapes from others', () =>
    checkScopes(
      String.raw`
["a\n\u00e4\q"]
~  ^^^^^^^^ constant.character.escape.json
~          ^^ invalid.illegal.unrecognized-string-escape.json`,
    ));
  test('goes on in the line behind a text or key that is not closed', () =>
    checkScopes(
      '{ "type": "answer',
      '  "id": "x",',
      '~ ^^^^ support.type.property-name.json',
      '~       ^^^ string.quoted.double.json',
      '  "next',
      '  "option": {}',
      '~ ^^^^^^^^ support.type.property-name.json',
    ));
  test('colors a key as one though the comma before it is missing', () =>
    checkScopes(
      '{ "type": "answer" "id": "x" }',
      '~         ^^^^^^^^ !support.type.property-name.json',
      '~                  ^^^^ support.type.property-name.json',
    ));
  test('marks what JSON has no place for', () =>
    checkScopes(
      '{ type: 1 }',
      '~ ^^^^ invalid.illegal.expected-dictionary-separator.json',
      "[ 'a' ]",
      '~ ^ invalid.illegal.expected-array-separator.json',
    ));
});

suite('grammar: flows', () => {
  test('finds nothing wrong in the examples of the catalog', async () => {
    const grammar = await loadGrammar();
    const wrong: string[] = [];
    let state = INITIAL;
    for (const line of JSON.stringify(
      actionDefinitions.map(({ example }) => example),
      null,
      2,
    ).split('\n')) {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      if (result.tokens.some(({ scopes }) => scopes.some((name) => name.startsWith('invalid')))) wrong.push(line);
    }
    assert.deepEqual(wrong, []);
    assert.ok(actionDefinitions.length > 0);
  });
});

suite('grammar: variables', () => {
  test('stand out from their text', () =>
    checkScopes(
      '["Hi ${name}, you pressed ${voipbin.call.digits}."]',
      '~    ^^^^^^^ meta.template.expression.voipbin-flow',
      '~    ^^ punctuation.definition.template-expression.begin',
      '~      ^^^^ variable.other.readwrite',
      '~          ^ punctuation.definition.template-expression.end',
      '~           ^^^ !meta.template.expression',
      '~                         ^^ punctuation.definition.template-expression.begin',
      '~                           ^^^^^^^^^^^^^^^^^^^ variable.language',
    ));
  test('end with their first brace', () =>
    checkScopes(
      '["${a{b}c}"]',
      '~ ^^^^^^^^ string.quoted.double.json',
      '~   ^^^ variable.other.readwrite',
      '~       ^^ !meta.template.expression',
    ));
  test('that are not closed are text', () =>
    checkScopes('["${name", 1]', '~ ^^^^^^ !meta.template.expression', '~          ^ constant.numeric.json'));
  test('are none in keys', () =>
    checkScopes('{"${name}": 1}', '~^^^^^^^^^ support.type.property-name.json', '~ ^^^^^^^ !meta.template.expression'));
});

suite('grammar: speech', () => {
  test('shows elements', () =>
    checkScopes(
      '["<speak>Wait</speak>"]',
      '~ ^ punctuation.definition.tag.begin.ssml',
      '~  ^^^^^ entity.name.tag.ssml',
      '~       ^ punctuation.definition.tag.end.ssml',
      '~        ^^^^ !meta.tag',
      '~            ^^ punctuation.definition.tag.begin.ssml',
      '~              ^^^^^ entity.name.tag.ssml',
    ));
  test('shows attributes and what they hold', () =>
    checkScopes(
      String.raw`
["<break time=\"500ms\"/> <amazon:effect name='x'>"]
~  ^^^^^ entity.name.tag.ssml
~        ^^^^ entity.other.attribute-name.ssml
~            ^ punctuation.separator.key-value.ssml
~             ^^^^^^^^^ string.quoted.double.ssml
~                      ^^ punctuation.definition.tag.end.ssml
~                          ^^^^^^^^^^^^^ entity.name.tag.ssml
~                                             ^^^ string.quoted.single.ssml`,
    ));
  test('shows variables in elements and around them', () =>
    checkScopes(
      '["<p>${a}<break time=\'${pause}\'/></p>"]',
      '~    ^^^^ meta.template.expression',
      '~                     ^^^^^^^^ meta.template.expression',
    ));
  test('shows entities', () =>
    checkScopes(
      '["you &amp; me &#39; &x3; &nothing;"]',
      '~     ^^^^^ constant.character.entity.ssml',
      '~              ^^^^^ constant.character.entity.ssml',
      '~                    ^^^^ !constant.character.entity',
      '~                         ^^^^^^^^^ !constant.character.entity',
    ));
  test('takes other angle brackets for text', () =>
    checkScopes('["<your-number> a < b <spoken>"]', '~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ !meta.tag'));
  test('ends an element that is not closed with its text', () =>
    checkScopes(
      String.raw`
["<break time=\"1s", "next"]
~                  ^ !meta.tag
~                    ^^^^^^ !meta.tag
~                    ^^^^^^ string.quoted.double.json`,
    ));
});
