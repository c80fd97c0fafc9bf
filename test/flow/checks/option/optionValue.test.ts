import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../../flow/catalog';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['option-value'];
const found = (type: string, option: unknown) => findingsIn(JSON.stringify([{ type, option }]), { only });
const said = (document: unknown) =>
  listFindings(JSON.stringify(document), { only }).map(({ severity, message }) => `${severity}: ${message}`);

suite('option-value', () => {
  test('stands on the value and tells the others', () => {
    checkFindings(
      `
[{ "type": "transcribe_start", "option": { "direction": "backwards" } }]
//                                                      ^^^^^^^^^^^ option-value: \`direction\` of \`transcribe_start\` cannot be "backwards". VoIPbin does not know this value. Write "both", "in" or "out".`,
      { only },
    );
  });

  test('tells which one is meant, and what VoIPbin does without a needed value', () => {
    assert.deepEqual(said([{ type: 'hangup', option: { reason: 'bussy' } }]), [
      'warning: `reason` of `hangup` cannot be "bussy". VoIPbin does not know this value. Did you mean "busy"?',
    ]);
    assert.match(said([{ type: 'condition_variable', option: { value_type: 'text' } }])[0] ?? '', /always false/);
  });

  test('tells nothing of a missing or empty value, which is not there', () => {
    assert.deepEqual(said([{ type: 'condition_call_status', option: { status: 'x' } }]), [
      'warning: `status` of `condition_call_status` cannot be "x". Without a status that calls have, the test is always false, and the flow jumps to `false_target_id`. Write "dialing", "ringing", "progressing", "terminating", "canceling" or "hangup".',
    ]);
    const documents = actionDefinitions.flatMap(({ type, fields }) =>
      fields
        .filter(({ values, open, required }) => values && !open && required === true)
        .map(({ name }) => [{ type, option: { [name]: 'no such value' } }]),
    );
    assert.ok(documents.length > 4);
    for (const document of documents)
      for (const message of said(document)) assert.doesNotMatch(message, /\b(empty|missing|absent)\b/);
  });

  test('is an error where the request is refused, and where the call of a list fails', () => {
    const call = { type: 'call', option: { anonymous: 'maybe' } };
    assert.match(said([call])[0] ?? '', /^error: .* The API refuses the request with 400\./);
    assert.match(said([{ type: 'call', option: { actions: [call] } }])[0] ?? '', /^error: .* The flow stops when/);
  });

  test('known values, empty texts, variables and open lists are fine', () => {
    assert.deepEqual(found('hangup', { reason: 'busy' }), []);
    assert.deepEqual(found('hangup', { reason: '' }), []);
    assert.deepEqual(found('hangup', { reason: '${why}' }), []);
    assert.deepEqual(found('fetch', { event_method: 'PATCH' }), []);
    assert.deepEqual(found('external_media_start', { connection_type: 'peer' }), []);
  });

  test('a variable is refused where the API looks before there are any, and read in a call within the flow', () => {
    const call = { type: 'call', option: { anonymous: '${hide}' } };
    assert.match(said([call])[0] ?? '', /^error: .* The API refuses the request with 400\./);
    assert.deepEqual(said([{ type: 'call', option: { actions: [call] } }]), []);
  });

  test('upper and lower case matter', () => {
    assert.deepEqual(found('webhook_send', { method: 'post' }), ['option-value on "post"']);
    checkFix(
      '[{"type":"webhook_send","option":{"method": /* how */ "post"}}]',
      'option-value',
      '[{"type":"webhook_send","option":{"method": /* how */ "POST"}}]',
      'Change to "POST"',
      { jsonc: true },
    );
  });

  test('names of members of every object are no values', () => {
    assert.deepEqual(found('hangup', { reason: 'constructor' }), ['option-value on "constructor"']);
  });

  test('checks of one option say it better', () => {
    assert.deepEqual(found('recording_start', { format: 'mp3' }), []);
    assert.deepEqual(found('condition_variable', { condition: 'equals' }), []);
    assert.deepEqual(found('connect', { destinations: [{ type: 'phone' }] }), []);
  });

  test('looks at the body of a request too', () => {
    const text = JSON.stringify({ destinations: [{ type: 'tel', target: '+15550100002' }], anonymous: 'ja' });
    assert.deepEqual(findingsIn(text, { only }), ['option-value on "ja"']);
  });

  test('offers each value, the one that is meant first', () => {
    assert.deepEqual(fixTitles('[{"type":"transcribe_start","option":{"direction":"ot"}}]', 'option-value'), [
      'Change to "both"',
      'Change to "in"',
      'Change to "out"',
    ]);
    assert.deepEqual(
      fixTitles('[{"type":"transcribe_start","option":{"direction":"bth"}}]', 'option-value')[0],
      'Change to "both"',
    );
    assert.deepEqual(fixTitles('[{"type":"talk","option":{"provider":"azure"}}]', 'option-value'), [
      'Change to "gcp"',
      'Change to "aws"',
    ]);
  });
});
