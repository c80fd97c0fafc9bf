import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['url-invalid'];
const found = (uri: string) =>
  findingsIn(JSON.stringify([{ type: 'webhook_send', option: { uri, data: '1' } }]), { only });
const message = (document: unknown) => listFindings(JSON.stringify(document), { only })[0]?.message ?? '';

suite('url-invalid', () => {
  test('stands on the value and tells what happens', () => {
    checkFindings(
      `
[{ "type": "webhook_send", "option": { "data": "1",
      "uri": "ftp://example.com/calls" } }]
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ url-invalid: "ftp://example.com/calls" is not a URL that VoIPbin can use. VoIPbin sends no request and reports no error. Write it with "http://"`,
      { only },
    );
  });

  test('looks at every URL: of fetch, of files to play, of the events of an activeflow', () => {
    assert.match(message([{ type: 'fetch', option: { event_url: 'example.com' } }]), /the flow stops/);
    assert.match(message([{ type: 'play', option: { stream_urls: ['a.wav'] } }]), /nothing to play/);
    assert.match(message({ flow_id: null, webhook_uri: 'mailto:a@example.com', actions: [] }), /No events are sent/);
  });

  test('usual URLs are fine', () => {
    for (const url of [
      'http://example.com',
      'https://example.com/',
      'HTTPS://example.com:8443/a?b=c#d',
      'https://user:pass@example.com/x',
      'https://8.8.8.8/x',
      'https://[2001:4860::1]/x',
      'https://bücher.example/x',
    ]) {
      assert.deepEqual(found(url), [], url);
    }
  });

  test('no scheme, no host and spaces are not', () => {
    for (const url of [
      'example.com',
      '/calls',
      'https://',
      'https:///x',
      'http:example.com',
      'https://exa mple.com',
      'https://a/b c',
    ]) {
      assert.deepEqual(found(url), [`url-invalid on "${url}"`], url);
    }
  });

  test('webhook_send refuses private addresses, other types do not', () => {
    for (const host of ['localhost', '127.0.0.1:3000', '192.168.1.5', '[::1]']) {
      assert.deepEqual(found(`http://${host}/x`), [`url-invalid on "http://${host}/x"`]);
    }
    assert.match(
      message([{ type: 'webhook_send', option: { uri: 'http://10.0.0.1/x', data: '1' } }]),
      /is an address of a private network\. VoIPbin refuses it\. .* Use a server with a public address\./,
    );
    assert.equal(message([{ type: 'fetch', option: { event_url: 'http://10.0.0.1/x' } }]), '');
  });

  test('a port over 65535 does not exist', () => {
    assert.deepEqual(found('https://example.com:65535/x'), []);
    assert.match(
      message([{ type: 'play', option: { stream_urls: ['https://example.com:70000/a.wav'] } }]),
      /has the port 70000, which does not exist\..* The highest port is 65535\./,
    );
  });

  test('variables may hold the scheme, the host or any part', () => {
    for (const url of [
      '${base}/calls',
      'https://${host}/calls',
      'https://example.com/${id}?q=${a b}',
      'https://${host}:${port}/',
    ]) {
      assert.deepEqual(found(url), [], url);
    }
    assert.deepEqual(found('example.com/${id}'), ['url-invalid on "example.com/${id}"']);
    assert.deepEqual(found('ftp://${host}/x'), ['url-invalid on "ftp://${host}/x"']);
    assert.deepEqual(found('http://localhost/${id}'), ['url-invalid on "http://localhost/${id}"']);
  });

  test('an empty string and what is not a string are other matters', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(findingsIn('[{"type":"fetch","option":{"event_url":5}}]', { only }), []);
  });

  test('puts the scheme before a bare host', () => {
    checkFix(
      '[{"type":"fetch","option":{"event_url":"example.com/next"}}]',
      'url-invalid',
      '[{"type":"fetch","option":{"event_url":"https://example.com/next"}}]',
    );
    assert.deepEqual(fixTitles('[{"type":"fetch","option":{"event_url":"/next"}}]', 'url-invalid'), []);
  });
});
