import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findAction } from '../../../flow/catalog';
import type { Field } from '../../../flow/catalog/field';
import { fieldTemplate } from '../../../flow/template/fieldTemplate';
import { renderTemplate } from '../../../flow/template/template';

const render = (field: Field, sample?: unknown) =>
  renderTemplate(fieldTemplate(field, [], sample), { unit: '  ', inline: true, snippets: false });

suite('fieldTemplate', () => {
  test('an object gets the members that are needed, and no others', () => {
    const action = findAction('call')?.field('actions')?.item;
    assert.ok(action);
    const needed = (action.fields ?? []).filter((field) => field.required === true).map(({ name }) => name);
    assert.deepEqual(needed, ['type']);
    const sample = { id: 'x', type: 'answer', option: {} };
    assert.deepEqual(JSON.parse(render(action, sample)), { type: 'answer' });
  });
});
