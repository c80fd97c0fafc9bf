import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openSandbox } from '../openSandbox';

const megabyte = 1024 * 1024;

function post(body: BodyInit) {
  const { sandbox } = openSandbox();
  const request = { method: 'POST', body, duplex: 'half' };
  return sandbox.fetch(new Request(`http://sandbox/v1.0/flows?accesskey=${sandbox.accessKey}`, request));
}

const reasonOf = async (answer: Response) => `${answer.status} ${(await answer.json()).error?.reason}`;

suite('bodies', () => {
  test('of 10 MB are read, and larger ones are refused with 413, told or not told how long they are', async () => {
    const padded = (length: number) => `{"name":"mine"}${' '.repeat(length - 15)}`;
    assert.equal((await post(padded(10 * megabyte))).status, 200);
    assert.equal(await reasonOf(await post(padded(10 * megabyte + 1))), '413 BODY_TOO_LARGE');
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(megabyte));
      },
    });
    assert.equal(await reasonOf(await post(endless)), '413 BODY_TOO_LARGE');
    assert.ok(sent < 20, `${sent} MB were taken`);
  });

  test('with a byte order mark are refused, as Go does', async () => {
    assert.equal(await reasonOf(await post('\ufeff{"name":"mine"}')), '400 INVALID_JSON_BODY');
  });

  test('in which a character is cut by a packet are read whole', async () => {
    const bytes = new TextEncoder().encode('{"name":"Grüß 😀"}');
    const parts = [...bytes].map((byte) => Uint8Array.of(byte));
    const answer = await post(
      new ReadableStream({
        pull(controller) {
          const part = parts.shift();
          if (part) controller.enqueue(part);
          else controller.close();
        },
      }),
    );
    assert.equal((await answer.json()).name, 'Grüß 😀');
  });

  test('in which keys repeat are merged as Go merges them', async () => {
    const id = '5f1c2a52-7c1e-4f5e-9a53-0a4b3e2c1d00';
    const flow = await (
      await post(
        `{"name":"mine","NAME":null,"detail":"a","Detail":"b","actions":[{"type":"talk","id":"${id}","id":null,"option":{"text":"a"},"option":{"language":"en-US"}}]}`,
      )
    ).json();
    assert.deepEqual([flow.name, flow.detail], ['mine', 'b']);
    assert.equal(flow.actions[0].id, id);
    assert.deepEqual(flow.actions[0].option, { text: 'a', language: 'en-US' });
  });

  test('in which an address repeats are one address of both', async () => {
    const { askAs, sandbox } = openSandbox();
    const body = `{"source":{"type":"tel","target":"+1"},"Source":{"target":"+15550101000"},"destinations":[{"type":"tel","target":"+15550101011"}],"actions":[]}`;
    const { body: made } = await askAs({}, 'POST', `/v1.0/calls?accesskey=${sandbox.accessKey}`, body);
    assert.deepEqual(made.calls[0].source, { type: 'tel', target: '+15550101000' });
  });

  test('that are too large are a 413 where one signs in, too', async () => {
    const { sandbox } = openSandbox();
    const body = `{"username":"admin@localhost"}${' '.repeat(10 * megabyte)}`;
    const answer = await sandbox.fetch(new Request('http://sandbox/auth/login', { method: 'POST', body }));
    assert.equal(await reasonOf(answer), '413 BODY_TOO_LARGE');
  });

  test('that are nested deeper than can be saved are refused', async () => {
    const nested = (levels: number) =>
      `{"actions":[{"type":"answer","option":{"a":${'['.repeat(levels)}${']'.repeat(levels)}}}]}`;
    assert.equal((await post(nested(900))).status, 200);
    assert.equal(await reasonOf(await post(nested(1000))), '400 INVALID_JSON_BODY');
    assert.equal(await reasonOf(await post('['.repeat(1_000_000))), '400 INVALID_JSON_BODY');
    assert.equal(await reasonOf(await post(nested(1_000_000))), '400 INVALID_JSON_BODY');
  });
});
