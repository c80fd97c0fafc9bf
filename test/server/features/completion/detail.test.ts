import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { completeAt } from '../../../support/completions';

const plain = (markdown: string) => markdown.replace(/[*`]/g, '').replace(/\s+/g, ' ');

suite('the detail of a suggestion', () => {
  const places: Readonly<Record<string, string>> = {
    types: '[{ "type": "|" }]',
    options: '[{ "type": "talk", "option": { | } }]',
    'options of a queue': '[{ "type": "queue_join", "option": { | } }]',
    values: '[{ "type": "amd", "option": { "machine_handle": "|" } }]',
    booleans: '[{ "type": "amd", "option": { "async": | } }]',
    addresses: '[{ "type": "connect", "option": { "source": { "type": "|" } } }]',
    variables: '[{ "type": "talk", "option": { "text": "${|}" } }]',
    documents: '|',
    targets: '[{ "type": "answer" }, { "type": "goto", "option": { "target_id": "|" } }]',
  };
  for (const [what, text] of Object.entries(places))
    test(`of ${what} says something else than their documentation begins with`, () => {
      const { items } = completeAt(text);
      assert.ok(items.length > 0);
      for (const { label, detail = '', documentation = '' } of items) {
        const told = plain(typeof documentation === 'string' ? documentation : documentation.value);
        const start = detail.replace(/…$/, '');
        assert.ok(start === '' || !told.startsWith(start), `${label}: ${detail}`);
      }
    });

  test('of an option is its type in JSON’s words, with the unit, and whether it is required', () => {
    const { find } = completeAt('[{ "type": "sleep", "option": { | } }]');
    assert.equal(find('duration').detail, 'integer, milliseconds (ms), required');
  });
});
