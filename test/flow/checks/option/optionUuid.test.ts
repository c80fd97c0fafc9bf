import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['option-uuid'];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });
const said = (document: unknown) =>
  listFindings(JSON.stringify(document), { only }).map(({ severity, message }) => `${severity}: ${message}`);

suite('option-uuid', () => {
  test('stands on the value, tells what happens and what belongs there', () => {
    checkFindings(
      `
[{ "type": "queue_join", "option": {
      "queue_id": "sales" } }]
//                ^^^^^^^ option-uuid: "sales" is not a UUID. VoIPbin cannot read the options: the flow stops here, and VoIPbin hangs up the call. Put the id of a queue there.`,
      { only },
    );
    assert.match(said([{ type: 'confbridge_join', option: { confbridge_id: 'x' } }])[0] ?? '', /skips the action/);
    assert.match(said([{ type: 'ai_talk', option: { assistance_id: 'x' } }])[0] ?? '', /an AI or a team of AIs/);
  });

  test('every spelling that the engine reads is fine, and so is a variable', () => {
    for (const queue_id of [
      A,
      A.toUpperCase(),
      `{${A}}`,
      A.replaceAll('-', ''),
      `urn:uuid:${A}`,
      '${queue}',
      'x-${q}',
    ]) {
      assert.deepEqual(found([{ type: 'queue_join', option: { queue_id } }]), []);
    }
    assert.deepEqual(found([{ type: 'queue_join', option: { queue_id: `${A}0` } }]), [`option-uuid on "${A}0"`]);
  });

  test('an empty string is not an id, and is better left out', () => {
    const text = '[{"type":"transcribe_start","option":{"language":"en-US","on_end_flow_id":""}}]';
    assert.match(
      listFindings(text, { only })[0]?.message ?? '',
      /is an empty string, not an id.*Leave `on_end_flow_id` out/,
    );
    checkFix(text, 'option-uuid', '[{"type":"transcribe_start","option":{"language":"en-US"}}]');
  });

  test('a request takes a bad id for an absent one', () => {
    assert.deepEqual(said({ name: 'Night', actions: [], on_complete_flow_id: 'day' }), [
      'error: "day" is not a UUID. VoIPbin treats it as missing. Nothing runs afterwards. Put the id of a flow there.',
    ]);
    assert.match(said({ id: 'mine', flow_id: A, variables: {} })[0] ?? '', /Put a UUID such as/);
  });

  test('what VoIPbin does with the ids of a campaign is not known', () => {
    assert.deepEqual(said({ service_level: 100, outplan_id: 'weekly', actions: [] }), [
      'information: "weekly" is not a UUID. Put the id of an outplan there.',
    ]);
  });

  test('says nothing of jumps, of addresses, of null and of what is not a string', () => {
    assert.deepEqual(found([{ type: 'goto', option: { target_id: 'menu' } }]), []);
    assert.deepEqual(found([{ type: 'connect', option: { destinations: [{ type: 'agent', target: 'x' }] } }]), []);
    assert.deepEqual(found([{ type: 'queue_join', option: { queue_id: null } }]), []);
    assert.deepEqual(found([{ type: 'queue_join', option: { queue_id: 5 } }]), []);
  });

  test('an id that only the author knows has no fix', () => {
    assert.deepEqual(fixTitles('[{"type":"queue_join","option":{"queue_id":"sales"}}]', 'option-uuid'), []);
  });

  test('an empty id that is needed is not to be left out', () => {
    const text = '[{"type":"queue_join","option":{"queue_id":""}}]';
    assert.deepEqual(fixTitles(text, 'option-uuid'), []);
    const ai = (more: string) => `[{"type":"ai_talk","option":{"assistance_type":"ai","assistance_id":""${more}}}]`;
    assert.match(listFindings(ai(''), { only })[0]?.message ?? '', /Put the id of an AI or a team of AIs there\.$/);
    assert.match(listFindings(ai(`,"ai_id":"${A}"`), { only })[0]?.message ?? '', /Leave `assistance_id` out\.$/);
  });

  test('an empty string in a request counts as missing and does no harm', () => {
    assert.deepEqual(found({ name: 'Night', actions: [], on_complete_flow_id: '' }), []);
    assert.deepEqual(found({ destinations: [], flow_id: '', actions: [{ type: 'stop' }] }), []);
    assert.deepEqual(found({ provider_id: '', destinations: [] }), ['option-uuid on ""']);
  });
});
