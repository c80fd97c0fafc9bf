import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Trigger } from '../../../../flow/checks/check';
import { checkFindings, findingsIn, listFindings } from '../../../support/findings';

const only = ['skipped-on-reference'];
const actions = '"actions": [ { "type": "talk" }, { "type": "ai_summary" }, { "type": "webhook_send" } ]';
const skipped = (text: string, flowTrigger?: Trigger) =>
  findingsIn(text, flowTrigger ? { only, flowTrigger } : { only }).map((found) =>
    found.replace('skipped-on-reference on ', ''),
  );

suite('skipped-on-reference', () => {
  test('on a call what needs none', () => {
    for (const body of [
      '"destinations": []',
      '"ring_method": "linear"',
      '"provider_id": "x"',
      '"end_handle": "stop", "type": "call"',
    ]) {
      assert.deepEqual(skipped(`{ ${body}, ${actions} }`), ['"ai_summary"'], body);
    }
  });

  test('without a call what needs one', () => {
    for (const body of ['"variables": {}', '"webhook_uri": ""', '"end_handle": "stop", "type": "flow"']) {
      assert.deepEqual(skipped(`{ ${body}, ${actions} }`), ['"talk"'], body);
    }
  });

  test('says why', () => {
    checkFindings(
      `{ "variables": {}, "actions": [
  { "type": "sleep" }
  //        ^^^^^^^ skipped-on-reference: \`sleep\` needs a call, and the API starts this flow without one.
] }`,
      { only },
    );
    const message = listFindings(`{ "destinations": [], ${actions} }`, { only })[0]?.message;
    assert.match(message ?? '', /`ai_summary` does not run on calls/);
  });

  test('the setting tells where the document does not', () => {
    const flow = `{ "name": "Menu", ${actions} }`;
    assert.deepEqual(skipped(flow), []);
    assert.deepEqual(skipped(flow, 'call'), ['"ai_summary"']);
    assert.deepEqual(skipped(flow, 'api'), ['"talk"']);
    assert.deepEqual(skipped(flow, 'conversation'), ['"talk"']);
    assert.deepEqual(skipped('{ "type": "talk" }', 'api'), ['"talk"']);
  });

  test('the document goes before the setting', () => {
    assert.deepEqual(skipped(`{ "destinations": [], ${actions} }`, 'api'), ['"ai_summary"']);
  });

  test('the actions of a `call` run on a call', () => {
    const text = `{ "variables": {}, "actions": [ { "type": "call", "option": { ${actions} } } ] }`;
    assert.deepEqual(skipped(text), ['"ai_summary"']);
    assert.deepEqual(skipped(`[ { "type": "call", "option": { ${actions} } } ]`), ['"ai_summary"']);
  });

  test('not of types that do nothing anyway, nor of unknown ones', () => {
    assert.deepEqual(skipped('{ "variables": {}, "actions": [ { "type": "mute" }, { "type": "tallk" }, {} ] }'), []);
  });
});
