import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { connectPlainClient } from '../../support/plainClient';

const uri = 'file:///test/odd.flow.json';
const text = '{"actions": [\n{"type": "talk", "option": {"text": "Grüße", "language": "de-DE"}}]}';

suite('requests that leave out or overdo something', () => {
  const positions = [
    { line: -1, character: 0 },
    { line: 1, character: -5 },
    { line: 99, character: 99 },
    { line: 1.5, character: 2.5 },
    { line: 2 ** 31, character: 2 ** 40 },
  ];
  for (const encoding of ['utf-8', 'utf-16'] as const) {
    test(`places outside of the text are answered, in ${encoding}`, async () => {
      const client = await connectPlainClient({ capabilities: { general: { positionEncodings: [encoding] } } });
      await client.open(uri, text);
      const textDocument = { uri };
      for (const position of positions) {
        const range = { start: position, end: position };
        for (const method of ['hover', 'completion', 'definition', 'references', 'documentHighlight'])
          await client.request(`textDocument/${method}`, { textDocument, position });
        for (const method of ['linkedEditingRange', 'prepareCallHierarchy', 'onTypeFormatting'])
          await client.request(`textDocument/${method}`, { textDocument, position, ch: '}', options: {} });
        await client.request('textDocument/prepareRename', { textDocument, position });
        await client.request('textDocument/rename', { textDocument, position, newName: 'order' });
        await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
        await client.request('textDocument/codeAction', { textDocument, range });
        await client.request('textDocument/inlayHint', { textDocument, range });
        await client.request('textDocument/rangeFormatting', { textDocument, range });
      }
      const faults = client.sent.filter(({ method }) => method === 'window/logMessage');
      assert.deepEqual(faults, []);
    });
  }

  test('what names no document is refused as malformed, and the server goes on', async () => {
    const client = await connectPlainClient();
    await client.open(uri, text);
    for (const method of ['hover', 'codeAction', 'formatting', 'completion']) {
      for (const params of [null, {}, { textDocument: null }, { textDocument: { uri: 5 } }]) {
        await assert.rejects(client.request(`textDocument/${method}`, params), { code: -32602 });
      }
    }
    const textDocument = { uri };
    assert.notEqual(
      await client.request('textDocument/hover', { textDocument, position: { line: 1, character: 12 } }),
      null,
    );
  });

  test('formatting without a wish for a layout takes two blanks', async () => {
    const client = await connectPlainClient();
    await client.open(uri, '[1]');
    const edits = await client.request<{ newText: string }[]>('textDocument/formatting', { textDocument: { uri } });
    assert.ok(edits.some((edit) => edit.newText === '\n  '));
  });

  test('a document that is opened without one of its fields is served, or passed over without an address', async () => {
    const whole = { uri, languageId: 'json', version: 1, text };
    for (const field of Object.keys(whole)) {
      for (const value of [undefined, null, 5, {}]) {
        const client = await connectPlainClient();
        const textDocument = { ...whole, [field]: value };
        await client.connection.sendNotification('textDocument/didOpen', { textDocument });
        // The work that waits for a moment of rest is done before the second answer.
        for (const query of ['greet', 'talk']) await client.request('workspace/symbol', { query });
        await client.open('file:///test/other.flow.json', '[{"type": "tlak"}]');
        await client.received('textDocument/publishDiagnostics', (sent: { uri: string }) =>
          sent.uri.endsWith('other.flow.json'),
        );
        if (field !== 'uri') {
          const at = { textDocument: { uri }, position: { line: 1, character: 12 } };
          assert.equal((await client.request('textDocument/hover', at)) === null, field === 'text');
          await client.request('textDocument/codeAction', { ...at, range: { start: at.position, end: at.position } });
          await client.request('textDocument/foldingRange', at);
        }
        const faults = client.sent.filter(({ method }) => method === 'window/logMessage');
        assert.deepEqual(faults, [], `${field}: ${JSON.stringify(value)}`);
      }
    }
  });
});
