import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  bareStop,
  beginsWithSuggestions,
  listTemplate,
  membersOnly,
  objectTemplate,
  openListTemplate,
  rawTemplate,
  renderTemplate,
  suggestedStop,
  type Template,
  textStop,
  valueAndMembers,
} from '../../../flow/template/template';
import { resolveSnippet } from '../../support/completions';

const render = (template: Template, { inline = false, snippets = true } = {}) =>
  renderTemplate(template, { unit: '  ', inline, snippets });

suite('template', () => {
  test('tab stops are numbered in the order of the text', () => {
    const template = objectTemplate([
      ['a', textStop('x')],
      ['b', listTemplate([bareStop(5), textStop()])],
    ]);
    assert.equal(render(template), '{\n  "a": "${1:x}",\n  "b": [\n    ${2:5},\n    "$3"\n  ]\n}');
    assert.equal(render(template, { inline: true }), '{ "a": "${1:x}", "b": [${2:5}, "$3"] }');
    assert.equal(render(template, { inline: true, snippets: false }), '{ "a": "x", "b": [5, ""] }');
  });

  test('choices begin with the first; one choice is none', () => {
    assert.equal(render(textStop('', ['a', 'b'])), '"${1|a,b|}"');
    assert.equal(render(textStop('', ['a'])), '"${1:a}"');
    assert.equal(render(textStop('', ['a', 'b']), { snippets: false }), '"a"');
  });

  test('what looks like the notation of snippets is text', () => {
    const odd = 'a${b} $1 \\ "q" }';
    for (const template of [
      textStop(odd),
      rawTemplate(odd),
      objectTemplate([[odd, rawTemplate(1)]]),
      textStop('', [`${odd},|`, 'b']),
    ]) {
      const text = render(template, { inline: true });
      assert.deepEqual(
        JSON.parse(resolveSnippet(text)),
        JSON.parse(render(template, { inline: true, snippets: false })),
      );
    }
  });

  test('members join those of an object, and follow a value', () => {
    const members = [
      ['a', rawTemplate(1)],
      ['b', objectTemplate([['c', rawTemplate(2)]])],
    ] as const;
    assert.equal(render(membersOnly(members)), '"a": 1,\n"b": {\n  "c": 2\n}');
    assert.equal(render(membersOnly(members), { inline: true }), '"a": 1, "b": { "c": 2 }');
    assert.equal(render(valueAndMembers(rawTemplate('x'), members)), '"x",\n"a": 1,\n"b": {\n  "c": 2\n}');
  });

  test('what is empty stays short, but for a list to go on in', () => {
    assert.equal(render(objectTemplate([])), '{}');
    assert.equal(render(listTemplate([])), '[]');
    assert.equal(render(objectTemplate([['a', openListTemplate]])), '{\n  "a": [\n    $1\n  ]\n}');
    assert.equal(render(openListTemplate, { inline: true }), '[$1]');
  });

  test('suggestions go on where the first thing to fill in is picked from them', () => {
    assert.equal(beginsWithSuggestions(objectTemplate([['a', suggestedStop()]])), true);
    assert.equal(beginsWithSuggestions(objectTemplate([['a', openListTemplate]])), true);
    assert.equal(
      beginsWithSuggestions(
        objectTemplate([
          ['a', textStop()],
          ['b', suggestedStop()],
        ]),
      ),
      false,
    );
    assert.equal(beginsWithSuggestions(rawTemplate('x')), false);
  });
});
