import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../../flow/catalog';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['unknown-type', 'retired-type', 'missing-type'];
const code = 'unknown-type';
const message = (type: string) => listFindings(`[ { "type": "${type}" } ]`, { only })[0]?.message ?? '';

suite('unknown-type', () => {
  test('a text that is no type', () => {
    checkFindings(
      `[
  { "type": "tallk" },
  //        ^^^^^^^ unknown-type: Did you mean \`talk\`?
  { "type": "Talk" },
  //        ^^^^^^ unknown-type: Case matters: write \`talk\`.
  { "type": "wait" },
  //        ^^^^^^ unknown-type: Did you mean \`sleep\`?
  { "type": "xyz" }
  //        ^^^^^ unknown-type: Choose a type that VoIPbin has
]`,
      { only },
    );
  });

  test('tells what it costs, and what does the job where no action does', () => {
    assert.match(message('tallk'), /^"tallk" is not an action type\. The API refuses the whole request/);
    assert.match(message('moh_start'), /Music on hold is not an action/);
    assert.match(
      listFindings('[ { "type": "call", "option": { "actions": [ { "type": "x" } ] } } ]', { only })[0]?.message ?? '',
      /When the `call` around it runs/,
    );
  });

  test('no type of the catalog', () => {
    const all = actionDefinitions.map((actionDefinition) => `{ "type": "${actionDefinition.type}" }`).join(', ');
    assert.deepEqual(findingsIn(`[ ${all} ]`, { only }), []);
  });

  test('a single action with an unknown type, too', () => {
    assert.deepEqual(findingsIn('{ "type": "tallk" }', { only }), ['unknown-type on "tallk"']);
  });

  test('of two types that are equally near, the one that has the options of the action is meant', () => {
    const said = (option: object) =>
      listFindings(JSON.stringify([{ type: 'leep', option }]), { only })[0]?.message.replace(/.*\. /, '');
    assert.equal(said({}), 'Did you mean `beep`?');
    assert.equal(said({ duration: 500 }), 'Did you mean `sleep`?');
    assert.equal(said({ duration: 500, no_such: 1 }), 'Did you mean `beep`?');
  });

  test('fix: the type that is meant', () => {
    checkFix('[ { "type": "TALK" } ]', code, '[ { "type": "talk" } ]', 'Write `talk`');
    checkFix('[ { "type": "digitsReceive" } ]', code, '[ { "type": "digits_receive" } ]');
    checkFix('[ { "type": "say" } ]', code, '[ { "type": "talk" } ]');
    checkFix('[ { "type": "dtmf_recieve" } ]', code, '[ { "type": "digits_receive" } ]');
    checkFix('[ { "type": "Record_Start" } ]', code, '[ { "type": "recording_start" } ]');
    for (const type of ['xyz', 'moh_start', '5 apples']) {
      assert.deepEqual(fixTitles(`[ { "type": "${type}" } ]`, code), [], type);
    }
  });

  test('a blank too many is named, as nobody sees it', () => {
    const [finding] = listFindings('[ { "type": "talk " } ]', { only: ['unknown-type'] });
    assert.match(finding?.message ?? '', /Spaces count: write `talk`\.$/);
  });
});
