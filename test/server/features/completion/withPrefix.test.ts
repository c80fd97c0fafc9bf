import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../../flow/catalog';
import { completeAt } from '../../../support/completions';

/** What an editor compares with the word at the cursor, of all that is offered. */
const filters = (marked: string) => completeAt(marked).items.map(({ filterText = '' }) => filterText);

suite('completion: voipbin-', () => {
  test('finds every action type where an action can stand', () => {
    const found = filters('{ "actions": [voipbin-|] }');
    const types = actionDefinitions
      .map(({ type }) => type)
      .filter((type) => !found.some((text) => text.startsWith(`voipbin-${type} `)));
    const offered = new Set(completeAt('{ "actions": [|] }').labels);
    assert.deepEqual(
      types.filter((type) => offered.has(type)),
      [],
    );
    assert.ok(found.length > 30);
  });

  test('becomes the action, in place of all that was typed', () => {
    const text = completeAt('{ "actions": [voipbin-bee|] }').accept('beep');
    assert.deepEqual(JSON.parse(text), { actions: [{ type: 'beep' }] });
  });

  test('finds whole flows in an empty file', () => {
    const text = completeAt('voipbin-fl|').accept('flow');
    assert.ok(JSON.parse(text).actions.length > 0);
  });

  test('is behind the name until it is typed, for editors that compare the beginning', () => {
    assert.ok(
      filters('{ "actions": [t|] }').some((filter) => filter.startsWith('talk ') && filter.endsWith(' voipbin-talk')),
    );
  });

  test('is asked for again while it is only begun, so that what is typed behind it finds the best first', () => {
    const isAskedAgain = (marked: string) => completeAt(marked).isIncomplete;
    for (const typed of ['v', 'vo']) assert.ok(isAskedAgain(`{ "actions": [${typed}|] }`), typed);
    for (const typed of ['', 't', 'va', 'voi', 'voipbin-t'])
      assert.ok(!isAskedAgain(`{ "actions": [${typed}|] }`), typed);
    assert.ok(!isAskedAgain('[{ "type": "v|" }]'));
  });

  test('comes up in no text, value or key', () => {
    const talk = (text: string) => `[{ "type": "talk", "option": { "text": ${text} } }]`;
    for (const marked of [talk('"voip|"'), talk('"Hello v|"'), '[{ "type": "voip|" }]', '[{ "type": "talk", "v|" }]'])
      assert.deepEqual(
        filters(marked).filter((filter) => filter.includes('voipbin-')),
        [],
        marked,
      );
  });
});
