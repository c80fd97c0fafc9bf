import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['missing-type', 'unknown-type', 'unknown-action-key'];
const code = 'missing-type';

suite('missing-type', () => {
  test('no type, an empty one, and what is not a string', () => {
    checkFindings(
      `[
  { "type": "answer" },
      {},
  //  ^ missing-type: The API refuses the whole request
  { "type": "" },
  //        ^^ missing-type: The action has no type
  { "type": null },
  //        ^^^^ missing-type: The action has no type
  { "type": 5 }
  //        ^ missing-type: is a string
]`,
      { only },
    );
  });

  test('inside a `call` the flow stops on it', () => {
    checkFindings(
      `[ { "type": "call", "option": { "actions": [
      {}
  //  ^ missing-type: When the \`call\` around it runs
] } } ]`,
      { only },
    );
  });

  test('a misspelt key is named, once', () => {
    assert.deepEqual(findingsIn('[ { "typ": "talk" } ]', { only }), ['missing-type on "typ"']);
    assert.deepEqual(findingsIn('[ { "action": "talk" } ]', { only }), ['missing-type on "action"']);
  });

  test('not while it is being typed', () => {
    for (const text of ['[ { "type": } ]', '[ { "type" } ]', '[ { "type": , "option": {} } ]', '[ { "ty']) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('not for a type in another case of the key', () => {
    assert.deepEqual(findingsIn('[ { "Type": "talk" } ]', { only }), []);
  });

  test('fix: the type that the options fit', () => {
    checkFix(
      `[\n  {\n    "id": "${A}",\n    "option": { "duration": 500 }\n  }\n]`,
      code,
      `[\n  {\n    "id": "${A}",\n    "type": "sleep",\n    "option": { "duration": 500 }\n  }\n]`,
      'Add the type `sleep`',
    );
    checkFix(
      '[ { "option": { "target_ids": {} } } ]',
      code,
      '[ { "option": { "target_ids": {} }, "type": "branch" } ]',
    );
    checkFix('[ {} ]', code, '[ { "type": "talk" } ]');
    checkFix(
      '[ { "type": 5, "option": { "queue_id": "" } } ]',
      code,
      '[ { "type": "queue_join", "option": { "queue_id": "" } } ]',
    );
    checkFix('[ { "type": "", "option": { "no": 1 } } ]', code, '[ { "type": "talk", "option": { "no": 1 } } ]');
  });

  test('fix: the misspelt key', () => {
    checkFix('[ { "tpye": "talk" } ]', code, '[ { "type": "talk" } ]', 'Rename to `type`');
    assert.deepEqual(fixTitles('[ { "tpye": "talk" } ]', code), ['Rename to `type`']);
  });

  test('a text alone is one to be spoken', () => {
    checkFix(
      '[ { "option": { "text": "Hello" } } ]',
      'missing-type',
      '[ { "option": { "text": "Hello" }, "type": "talk" } ]',
    );
  });
});
