import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['source-missing', 'option-required'];
const tel = { type: 'tel', target: '+15550100002' };
const said = (document: unknown) =>
  listFindings(JSON.stringify(document), { only }).map(({ code, severity }) => `${code} ${severity}`);
const connect = (...destinations: unknown[]) => [{ type: 'connect', option: { destinations } }];

suite('source-missing', () => {
  test('stands on the options, alone, and tells what happens', () => {
    checkFindings(
      `
[{ "type": "message_send",
     "option": { "destinations": [{ "type": "tel", "target": "+15550100002" }], "text": "Hello" } }]
//   ^^^^^^^^ source-missing: \`message_send\` has no \`source\`. VoIPbin accepts the message and then fails while sending it. Add one`,
      { only },
    );
    assert.deepEqual(said([{ type: 'call', option: { destinations: [tel], flow_id: A } }]), ['source-missing error']);
    assert.deepEqual(said([{ type: 'call' }]), ['source-missing error']);
  });

  test('a connect needs one for telephone numbers only', () => {
    assert.deepEqual(said(connect(tel)), ['source-missing warning']);
    assert.deepEqual(said(connect({ type: 'extension', target_name: '2001' }, tel)), ['source-missing warning']);
    assert.deepEqual(said(connect({ type: 'extension', target_name: '2001' })), []);
    assert.deepEqual(said(connect({ type: 'sip', target: 'a@example.com' })), []);
  });

  test('null is none; a text is of the wrong type instead', () => {
    assert.deepEqual(said([{ type: 'connect', option: { source: null, destinations: [tel] } }]), [
      'source-missing warning',
    ]);
    assert.deepEqual(said([{ type: 'connect', option: { source: '+15550100001', destinations: [tel] } }]), []);
    assert.deepEqual(said([{ type: 'connect', option: { source: tel, destinations: [tel] } }]), []);
  });

  test('the body of POST /calls may do without', () => {
    assert.deepEqual(said({ destinations: [tel], actions: [{ type: 'answer' }] }), ['source-missing information']);
    assert.deepEqual(said({ source: tel, destinations: [tel], actions: [] }), []);
    assert.deepEqual(said({ destinations: [tel], ring_method: 'linear', actions: [] }), []);
  });

  test('what cannot be read, or is written elsewhere, may be the source', () => {
    assert.deepEqual(findingsIn('[{"type":"call","option":{"source": }}]', { only: ['source-missing'] }), []);
    assert.deepEqual(findingsIn('[{"type":"call","option":{ ... }}]', { only: ['source-missing'] }), []);
    assert.deepEqual(findingsIn('{"destinations":[], ...}', { only: ['source-missing'] }), []);
    assert.deepEqual(findingsIn('[{"type":"call","source":{"type":"tel"}}]', { only: ['source-missing'] }), []);
  });

  test('adds a source', () => {
    const source = '"source": { "type": "tel", "target": "+15550100001" }';
    checkFix(
      '[{"type":"message_send","option":{"text":"Hi"}}]',
      'source-missing',
      `[{"type":"message_send","option":{"text":"Hi", ${source}}}]`,
    );
    checkFix('[{"type":"call","option":{"source": null}}]', 'source-missing', `[{"type":"call","option":{${source}}}]`);
    checkFix(
      '[{"type":"call","id":null}]',
      'source-missing',
      `[{"type":"call", "option": { "source": { "type": "tel", "target": "+15550100001" } },"id":null}]`,
    );
    checkFix('{"destinations":[]}', 'source-missing', `{"destinations":[], ${source}}`);
  });
});
