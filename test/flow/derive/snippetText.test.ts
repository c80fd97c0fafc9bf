import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { snippetText, type Template } from '../../../flow/derive/snippetText';
import { expandSnippet } from '../../support/expandSnippet';

suite('snippetText', () => {
  test('numbers the stops in order and indents with tabs', () => {
    const template: Template = {
      kind: 'object',
      members: [
        ['type', { kind: 'value', value: 'talk' }],
        ['option', { kind: 'object', members: [['text', { kind: 'stop', value: 'Hello' }]] }],
        ['ids', { kind: 'list', items: [{ kind: 'stop', value: undefined }] }],
        ['none', { kind: 'list', items: [] }],
      ],
    };
    assert.equal(
      snippetText(template),
      '{\n\t"type": "talk",\n\t"option": {\n\t\t"text": "${1:Hello}"\n\t},\n\t"ids": [\n\t\t"$2"\n\t],\n\t"none": []\n}',
    );
  });

  test('offers choices with the value that stands there first', () => {
    assert.equal(snippetText({ kind: 'stop', value: 'b', choices: ['a', 'b', 'c,d'] }), '"${1|b,a,c\\,d|}"');
    assert.equal(snippetText({ kind: 'stop', value: false, choices: [true, false] }), '${1|false,true|}');
    assert.equal(snippetText({ kind: 'stop', value: 'wav', choices: ['wav'] }), '"${1:wav}"');
  });

  test('keeps variables of VoIPbin apart from those of snippets', () => {
    assert.equal(snippetText({ kind: 'stop', value: '${a.b}' }), '"${1:\\${a.b\\}}"');
  });

  test('any text comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, isStop) => {
        const snippet = snippetText({ kind: isStop ? 'stop' : 'value', value });
        assert.equal(JSON.parse(expandSnippet(snippet)), value);
      }),
    );
  });
});
