import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readBaseUrl } from '../../../client/profiles/readBaseUrl';

suite('readBaseUrl', () => {
  const good: Readonly<Record<string, string>> = {
    'https://api.voipbin.net/v1.0': 'https://api.voipbin.net/v1.0',
    ' https://Voipbin.Example:8443/ ': 'https://voipbin.example:8443/v1.0',
    'https://voipbin.example:443': 'https://voipbin.example/v1.0',
    'https://voipbin.example/behind/v1.0//': 'https://voipbin.example/behind/v1.0',
    'http://localhost:8080': 'http://localhost:8080/v1.0',
    'http://127.0.0.1:8080/v1.0': 'http://127.0.0.1:8080/v1.0',
    'http://127.1': 'http://127.0.0.1/v1.0',
    'http://[::1]:9/v1.0': 'http://[::1]:9/v1.0',
    'http://api.localhost': 'http://api.localhost/v1.0',
  };
  for (const [text, baseUrl] of Object.entries(good))
    test(text, () => assert.deepEqual(readBaseUrl(text), { baseUrl, origin: new URL(baseUrl).origin }));

  const bad: Readonly<Record<string, RegExp>> = {
    'voipbin.example': /is not an address/,
    '': /is not an address/,
    'http://voipbin.example': /is not https/,
    'http://localhost.evil.example': /is not https/,
    'http://127.0.0.1.evil.example': /is not https/,
    'http://192.168.0.1': /is not https/,
    'ftp://localhost': /is not https/,
    'file:///etc/passwd': /is not https/,
    'https://ann:word@voipbin.example': /contains a user name or password/,
    'https://voipbin.example/v1.0?accesskey=vb_1': /after its path/,
    'https://voipbin.example/v1.0#end': /after its path/,
  };
  for (const [text, problem] of Object.entries(bad))
    test(`not ${text}`, () => {
      const read = readBaseUrl(text);
      assert.ok('problem' in read);
      assert.match(read.problem, problem);
    });
});
