import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ActionDefinition } from '../../../flow/catalog/action';
import { checks } from '../../../flow/checks/checks';
import { listSubjects } from '../../../flow/checks/subjects';
import { readFlow } from '../../../flow/model/flowModel';
import { listOptions } from '../../../flow/model/listOptions';

const model = readFlow(
  JSON.stringify({
    actions: [
      { type: 'goto', option: { target_id: '', loop_count: 1 } },
      { type: 'talk', option: { text: 'a', language: 'en-US' } },
      { type: 'goto' },
      { type: 'play', option: { stream_urls: ['b'] } },
      { type: 'webhook_send', option: { uri: 'c' } },
      { type: 'unheard_of', option: { uri: 'd' } },
    ],
  }),
);

/** Type by type. */
const ofTypes = (isWanted: (definition: ActionDefinition) => boolean) =>
  [...model.actionsByType.values()].flat().filter(({ definition }) => definition && isWanted(definition));

suite('subjects of checks', () => {
  test('a check gets what it is about, and does not run where there is nothing', () => {
    const subjects = listSubjects(model);
    for (const [at, { code, fields, types, last }] of checks.entries()) {
      const options = fields ? listOptions(model, fields) : [];
      const actions = types ? ofTypes(types) : [];
      const runs = !last && ((!fields && !types) || options.length + actions.length > 0);
      assert.deepEqual(subjects[at], runs ? { options, actions } : undefined, code);
    }
    const texts = (code: string) => subjects[checks.findIndex((check) => check.code === code)];
    assert.deepEqual(
      texts('url-invalid')?.options.map(({ node }) => node.value),
      [undefined, 'b', 'c'],
    );
    assert.equal(texts('goto-never-ends')?.actions.length, 2);
    assert.equal(texts('datetime-zero-compared'), undefined);
  });
});
