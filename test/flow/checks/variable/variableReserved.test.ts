import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['variable-reserved'];
const code = 'variable-reserved';
const body = (variables: string) => `{ "flow_id": "${A}", "variables": ${variables} }`;

suite('variable-reserved', () => {
  test('names of VoIPbin and empty names are dropped', () => {
    checkFindings(
      `{ "flow_id": "${A}", "variables": {
  "voipbin.call.digits": "1",
//^^^^^^^^^^^^^^^^^^^^^ variable-reserved: VoIPbin drops \`voipbin.call.digits\`: names that begin with \`voipbin.\` are its own.
  "  VoIPbin.x": "1",
//^^^^^^^^^^^^^ variable-reserved
  "": "nobody",
//^^ variable-reserved: A variable needs a name. VoIPbin drops this one.
  "order": "4711", "voipbin": "1", "my.voipbin.x": "1"
} }`,
      { only },
    );
    assert.deepEqual(findingsIn(`{ "destinations": [], "actions": [], "variables": { "voipbin.x": "" } }`, { only }), [
      'variable-reserved on "voipbin.x"',
    ]);
  });

  test('not while a name is typed, and not what is no request', () => {
    assert.deepEqual(findingsIn(body('{ "voipbin." }'), { only }), []);
    assert.deepEqual(findingsIn(body('[]'), { only }), []);
  });

  test('fix: another name, or none', () => {
    checkFix(body('{ "voipbin.order": "1" }'), code, body('{ "order": "1" }'), 'Rename to `order`');
    checkFix(body('{ "voipbin.order": "1", "a": "" }'), code, body('{ "a": "" }'), 'Remove `voipbin.order`');
    assert.deepEqual(fixTitles(body('{ "voipbin.order": "1", "order": "2" }'), code), ['Remove `voipbin.order`']);
    assert.deepEqual(fixTitles(body('{ " ": "1" }'), code), ['Remove it']);
  });
});
