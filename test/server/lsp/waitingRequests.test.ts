import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const uri = 'file:///test/hasty.flow.json';
const textDocument = { uri };
const before = '{"actions": [\n{"type": "';
const after = '"}]}';
const options = { tabSize: 2, insertSpaces: true };

async function hastyClient() {
  const client = await connectPlainClient();
  await client.open(uri, before + after);
  return client;
}

/** Types one character more into the type of the action. */
const type = (client: PlainClient, character: string, version: number) => {
  const position = { line: 1, character: 8 + version };
  return client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: position, end: position }, text: character }],
  });
};

/** What a request came to: its answer, or the code of the error. */
const outcome = (client: PlainClient, method: string, params: object) =>
  client
    .request<unknown>(`textDocument/${method}`, { textDocument, ...params })
    .catch((error: ResponseError) => error.code);

suite('a client that never cancels', () => {
  for (const [method, params] of [
    ['completion', { position: { line: 1, character: 10 } }],
    ['hover', { position: { line: 1, character: 3 } }],
    [
      'codeAction',
      { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, context: { diagnostics: [] } },
    ],
    ['documentSymbol', {}],
    ['foldingRange', {}],
    ['formatting', { options }],
  ] as const) {
    test(`${method} after each of 200 edits is answered for the last of them`, async () => {
      const client = await hastyClient();
      const outcomes: Promise<unknown>[] = [];
      for (let version = 2; version < 202; version++) {
        void type(client, 'x', version);
        outcomes.push(outcome(client, method, params));
      }
      const all = await Promise.all(outcomes);
      const answers = all.filter((item) => item !== LSPErrorCodes.ContentModified);
      assert.notEqual(all.at(-1), LSPErrorCodes.ContentModified);
      assert.ok(answers.length < 10, `${answers.length} of 200 were answered`);
    });
  }

  test('an answer that an edit has overtaken is one on the text that was asked about', async () => {
    const client = await hastyClient();
    const asked = outcome(client, 'completion', { position: { line: 1, character: 10 } });
    void client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '' }],
    });
    const { items } = (await asked) as { items: { label: string }[] };
    assert.ok(items.some(({ label }) => label === 'talk'));
  });

  const at = { position: { line: 1, character: 10 } };
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 9 } };
  /** Asks, and replaces the text before there is an answer. */
  const overtake = async (method: string, params: object) => {
    const client = await hastyClient();
    const asked = outcome(client, method, params);
    void client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '\n\n[]' }],
    });
    return asked;
  };

  for (const [method, params] of [
    ['hover', at],
    ['definition', at],
    ['references', { ...at, context: { includeDeclaration: true } }],
    ['documentHighlight', at],
    ['selectionRange', { positions: [at.position] }],
    ['prepareRename', at],
    ['rename', { ...at, newName: 'a' }],
    ['linkedEditingRange', at],
    ['prepareCallHierarchy', at],
    ['codeAction', { range, context: { diagnostics: [] } }],
    ['formatting', { options }],
    ['rangeFormatting', { options, range }],
    ['onTypeFormatting', { ...at, ch: '}', options }],
  ] as const) {
    test(`${method} of a text that has changed since is refused`, async () => {
      assert.equal(await overtake(method, params), LSPErrorCodes.ContentModified);
    });
  }

  for (const [method, params, expected] of [
    ['documentSymbol', {}, []],
    ['foldingRange', {}, []],
    ['codeLens', {}, []],
    ['documentLink', {}, []],
    ['inlayHint', { range }, []],
    ['semanticTokens/full', {}, { data: [] }],
  ] as const) {
    test(`${method} is that of the newest text`, async () => {
      assert.deepEqual(await overtake(method, params), expected);
    });
  }

  test('a code action whose settings come late is not made for the text that came meanwhile', async () => {
    let give: (settings: unknown) => void = () => undefined;
    const later = new Promise((resolve) => {
      give = resolve;
    });
    const client = await connectPlainClient({
      capabilities: {
        workspace: { configuration: true },
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
      answers: { 'workspace/configuration': () => later },
    });
    await client.open(uri, before + after);
    const asked = outcome(client, 'codeAction', { range, context: { diagnostics: [] } });
    await client.received('workspace/configuration');
    await type(client, 'x', 2);
    give([{}]);
    assert.equal(await asked, LSPErrorCodes.ContentModified);
  });

  test('requests about one text are all answered', async () => {
    const client = await hastyClient();
    const positions = [3, 9, 3, 9].map((character) => ({ position: { line: 1, character } }));
    const answers = await Promise.all(positions.map((params) => outcome(client, 'hover', params)));
    assert.ok(!answers.includes(LSPErrorCodes.ContentModified));
  });

  test('what was asked before the end is answered though the end comes at once', async () => {
    const client = await hastyClient();
    const asked = outcome(client, 'completion', { position: { line: 1, character: 10 } });
    await client.request('shutdown', undefined);
    // Nothing else is waited for: where the server is a process, `exit` is the next that it reads.
    assert.equal(
      await Promise.race([asked.then(() => 'answered'), new Promise((resolve) => setImmediate(resolve, 'late'))]),
      'answered',
    );
  });
});
