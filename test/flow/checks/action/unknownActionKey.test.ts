import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['unknown-action-key'];
const code = 'unknown-action-key';

suite('unknown-action-key', () => {
  test('settings beside the type, other words for a key, and the rest', () => {
    checkFindings(
      `[
  { "type": "talk", "text": "Hello", "option": { "language": "en-US" } },
  //                ^^^^^^ unknown-action-key: belong in \`option\`
  { "type": "talk", "options": {} },
  //                ^^^^^^^^^ unknown-action-key: Did you mean \`option\`?
  { "type": "talk", "nextid": "${A}" },
  //                ^^^^^^^^ unknown-action-key: Did you mean \`next_id\`?
  { "type": "talk", "label": "Greeting" },
  //                ^^^^^^^ unknown-action-key: make it a comment
  { "type": "talk", "gender": "female" }
  //                ^^^^^^^^ unknown-action-key: belong in \`option\`
]`,
      { only },
    );
  });

  test('a key like a member of every object is no option', () => {
    checkFindings(
      `[
  { "type": "play", "constructor": 1 },
  //                ^^^^^^^^^^^^^ unknown-action-key: make it a comment
]`,
      { only },
    );
  });

  test('no key that an action has, in any case, and none whose value is still to come', () => {
    assert.deepEqual(
      findingsIn(
        `[ { "id": "${A}", "type": "talk", "option": {}, "next_id": "${A}", "tm_execute": "" }, { "Type": "talk", "OPTION": {} }, { "type": "talk", "text" } ]`,
        { only },
      ),
      [],
    );
  });

  test('a note to people is an information, and nothing takes it away', () => {
    for (const type of ['talk', 'xyz']) {
      const text = `[ { "type": "${type}", "_comment": "greeting", "//": "x", "$comment": 1 } ]`;
      assert.deepEqual(
        listFindings(text, { only }).map(({ severity, message }) => `${severity}: ${message}`),
        ['_comment', '//', '$comment'].map(
          (key) => `information: \`${key}\` is a note for people. VoIPbin ignores it.`,
        ),
      );
      assert.deepEqual(fixTitles(text, code), []);
    }
  });

  test('of types that are not known', () => {
    assert.deepEqual(findingsIn('[ { "type": "xyz", "text": "Hello", "name": "x" } ]', { only }), [
      'unknown-action-key on "text"',
      'unknown-action-key on "name"',
    ]);
  });

  test('fix: moves all settings into a new option at once', () => {
    checkFix(
      '[\n  {\n    "type": "talk",\n    "text": "Hello", // friendly\n    "language": "en-US"\n  }\n]',
      code,
      '[\n  {\n    "type": "talk",\n    "option": {\n      "text": "Hello", // friendly\n      "language": "en-US"\n    }\n  }\n]',
      'Move `text`, `language` into `option`',
      { jsonc: true },
    );
  });

  test('fix: moves them into the option that is there, but not over others', () => {
    checkFix(
      '[ { "type": "talk", "text": "Hello", "option": { "language": "en-US" } } ]',
      code,
      '[ { "type": "talk", "option": { "language": "en-US", "text": "Hello" } } ]',
    );
    assert.deepEqual(fixTitles('[ { "type": "talk", "text": "A", "option": { "text": "B" } } ]', code), [
      'Remove `text`',
    ]);
    assert.deepEqual(fixTitles('[ { "type": "talk", "text": "A", "option": 5 } ]', code), ['Remove `text`']);
  });

  test('fix: settings of an unknown type, but not remarks', () => {
    checkFix(
      '[ { "type": "xyz", "a": 1, "note": "x", "b": 2 } ]',
      code,
      '[ { "type": "xyz", "option": { "a": 1, "b": 2 }, "note": "x" } ]',
    );
    checkFix('[ { "type": "say", "text": "Hello" } ]', code, '[ { "type": "say", "option": { "text": "Hello" } } ]');
  });

  test('fix: renames, and not where the right key is there', () => {
    checkFix(
      '[ { "type": "talk", "params": {} } ]',
      code,
      '[ { "type": "talk", "option": {} } ]',
      'Rename to `option`',
    );
    assert.deepEqual(fixTitles('[ { "type": "talk", "params": {}, "option": {} } ]', code), ['Remove `params`']);
  });

  test('fix: removes', () => {
    checkFix('[ { "type": "stop", "label": "x" } ]', code, '[ { "type": "stop" } ]', 'Remove `label`');
  });

  test('the keys that belong in the options are moved by one fix, which is worked out once', () => {
    for (const [type, unsure] of [
      ['talk', false],
      ['zzzzzzzzz', true],
    ] as const) {
      const findings = listFindings(`[ { "type": "${type}", "text": "Hello", "language": "en-US" } ]`, { only });
      const [first, second] = findings.map(({ fixes }) => fixes({ newId: () => A })[0]);
      assert.equal(first?.title, 'Move `text`, `language` into `option`');
      assert.equal(first, second);
      // Saving does not ask for it where the type is not known.
      assert.deepEqual(
        findings.map((finding) => finding.unsure),
        [unsure, unsure],
      );
    }
  });
});
