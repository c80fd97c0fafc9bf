import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['unknown-variable'];
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const found = (...actions: unknown[]) => findingsIn(JSON.stringify(actions), { only });
const said = (text: string) => listFindings(JSON.stringify([talk(text)]), { only })[0]?.message ?? '';

suite('unknown-variable', () => {
  test('stands on the name in the text', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "You pressed \${voipbin.call.digit}." } }]
//                           ^^^^^^^^^^^^^^^^^^ unknown-variable: Nothing sets \`voipbin.call.digit\`: it is always empty. Did you mean \`voipbin.call.digits\`?`,
      { only },
    );
  });

  test("tells what is meant by names of VoIPbin's documents", () => {
    assert.match(said('${voipbin.message.text}'), /`voipbin\.conversation_message\.text` holds the text/);
    assert.match(said('${voipbin.call.status}'), /No variable holds the status of the call/);
    assert.match(said('${voipbin.weather.tomorrow}'), /Use a variable that VoIPbin sets/);
  });

  test('looks at the names in branch and at bare ones in conditions', () => {
    assert.deepEqual(found({ type: 'branch', option: { variable: 'voipbin.ai.intent' } }), [
      'unknown-variable on voipbin.ai.intent',
    ]);
    assert.deepEqual(found({ type: 'condition_variable', option: { variable: 'voipbin.call.status' } }), [
      'unknown-variable on voipbin.call.status',
    ]);
    assert.deepEqual(found({ type: 'branch', option: { variable: 'voipbin.${x}' } }), []);
    assert.deepEqual(found({ type: 'condition_variable', option: { variable: 'Voipbin.x' } }), []);
  });

  test('looks everywhere in options and bodies', () => {
    const body = {
      destinations: [{ type: 'tel', target: '${voipbin.call.nobody}' }],
      variables: { a: '${voipbin.x}' },
    };
    assert.deepEqual(findingsIn(JSON.stringify(body), { only }), [
      'unknown-variable on voipbin.call.nobody',
      'unknown-variable on voipbin.x',
    ]);
  });

  test("built-in names, names of one's own and names that variable_set sets are fine", () => {
    assert.deepEqual(found(talk('${voipbin.call.source.target} ${voipbin.recording.id} ${mine}')), []);
    const set = { type: 'variable_set', option: { key: 'voipbin.mine', value: '1' } };
    assert.deepEqual(found(talk('${voipbin.mine}'), set), []);
    const elsewhere = { only, linked: { names: ['voipbin.mine'], any: false, isLedTo: false } };
    assert.deepEqual(findingsIn(JSON.stringify([talk('${voipbin.mine} ${voipbin.yours}')]), elsewhere), [
      'unknown-variable on voipbin.yours',
    ]);
  });

  test('upper and lower case matter', () => {
    assert.deepEqual(found(talk('${voipbin.call.Digits}')), ['unknown-variable on voipbin.call.Digits']);
  });

  test('names with a fault of their own are told elsewhere', () => {
    assert.deepEqual(found(talk('${ voipbin.call.digits } ${voipbin.x')), []);
  });

  test('writes the name that is meant, where one is', () => {
    checkFix(
      JSON.stringify([talk('${voipbin.call.caller_id}!')]),
      'unknown-variable',
      JSON.stringify([talk('${voipbin.call.source.target}!')]),
    );
    checkFix(
      '[{"type":"branch","option":{"variable":"voipbin.call.digit"}}]',
      'unknown-variable',
      '[{"type":"branch","option":{"variable":"voipbin.call.digits"}}]',
    );
    assert.deepEqual(fixTitles(JSON.stringify([talk('${voipbin.call.status}')]), 'unknown-variable'), []);
    assert.deepEqual(fixTitles(JSON.stringify([talk('${voipbin.weather.tomorrow}')]), 'unknown-variable'), []);
  });
});
