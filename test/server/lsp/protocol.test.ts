import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import {
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol';
import { type ServerProcess, startServerProcess } from '../../support/serverProcess';

const id = '3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11';
const flow = `{ "actions": [
  { "id": "${id}", "type": "talk", "option": { "text": "Hello.", "language": "en-US" } },
  { "type": "goto", "option": { "target_id": "${id}", "loop_count": 1 } }
] }`;

suite('the server over the protocol', () => {
  let server: ServerProcess;
  let count = 0;
  const fresh = async (text: string, ending = 'flow.json') => {
    const uri = `file:///test/${++count}.${ending}`;
    await server.open(uri, text);
    return uri;
  };

  suiteSetup(async () => {
    server = await startServerProcess();
  });
  suiteTeardown(async () => {
    assert.equal(await server.stop(), 0, 'the server leaves with exit code 0');
    assert.deepEqual(server.errors, []);
  });

  test('it says what it can do', () => {
    assert.deepEqual(Object.keys(server.result.capabilities).sort(), [
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'definitionProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'inlayHintProvider',
      'linkedEditingRangeProvider',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'workspaceSymbolProvider',
    ]);
  });

  test('diagnostics come with the version of the text they are about', async () => {
    const uri = await fresh('{ "actions": [ { "type": "dial" } ] }');
    const first = await server.diagnostics(uri);
    assert.equal(first.version, 1);
    assert.deepEqual(
      first.diagnostics.map((diagnostic) => diagnostic.code),
      ['unknown-type'],
    );
  });

  test('edits are applied piece by piece', async () => {
    const uri = await fresh('{ "actions": [ { "type": "anser" } ] }');
    await server.diagnostics(uri);
    const range = { start: { line: 0, character: 26 }, end: { line: 0, character: 31 } };
    await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: 'answer' }],
    });
    const second = await server.diagnostics(uri, (params) => params.version === 2);
    assert.deepEqual(second.diagnostics, []);
  });

  test('closing a document takes its findings away', async () => {
    const uri = await fresh('{ "actions": [ { "type": "dial" } ] }');
    await server.diagnostics(uri);
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    await server.diagnostics(uri, (params) => params.diagnostics.length === 0);
  });

  test('completion, hover and definition answer for the version that is open', async () => {
    const uri = await fresh(flow);
    const textDocument = { uri };
    const target = { line: 2, character: 50 };
    const completion = (await server.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: target,
    })) as CompletionList;
    assert.ok(completion.items.some((item) => item.label.includes('Hello.')));
    const hover = await server.connection.sendRequest(HoverRequest.type, { textDocument, position: target });
    assert.match(JSON.stringify(hover?.contents), /Hello\./);
    const definition = await server.connection.sendRequest(DefinitionRequest.type, { textDocument, position: target });
    assert.match(JSON.stringify(definition), /"line":1/);
  });

  test('what is typed before completion is asked for counts: a brace opens no list', async () => {
    const uri = await fresh('[{}]');
    const ask = async (triggerCharacter?: string) => {
      const answer = (await server.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 2 },
        context: triggerCharacter
          ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter }
          : { triggerKind: CompletionTriggerKind.Invoked },
      })) as CompletionList;
      return answer.items.length > 0;
    };
    assert.deepEqual([await ask(), await ask('"'), await ask('{')], [true, true, false]);
  });

  test('references, symbols, folding, selection and layout answer', async () => {
    const textDocument = { uri: await fresh(flow) };
    const { connection } = server;
    const position = { line: 1, character: 12 };
    const references = await connection.sendRequest(ReferencesRequest.type, {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    assert.equal(references?.length, 2);
    assert.match(JSON.stringify(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })), /talk/);
    assert.ok((await connection.sendRequest(FoldingRangeRequest.type, { textDocument }))?.length);
    assert.equal(
      (await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }))?.length,
      1,
    );
    const edits = await connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 4, insertSpaces: true },
    });
    assert.ok(edits?.some((edit) => edit.newText.includes('\n    ')));
  });

  test('a finding brings its fix', async () => {
    const uri = await fresh('{ "actions": [ { "type": "tlak", "option": { "text": "Hi.", "language": "en-US" } } ] }');
    const { diagnostics } = await server.diagnostics(uri);
    const [diagnostic] = diagnostics;
    assert.ok(diagnostic);
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics },
    });
    assert.match(JSON.stringify(actions), /"newText":"\\"talk\\""/);
  });

  test('comments are allowed by the name of the file', async () => {
    const commented = '// a note\n{ "actions": [ { "type": "answer" }, ] }';
    const strict = await server.diagnostics(await fresh(commented, 'flow.json'));
    assert.deepEqual(new Set(strict.diagnostics.map((diagnostic) => diagnostic.code)), new Set(['json-syntax']));
    const relaxed = await server.diagnostics(await fresh(commented, 'flow.jsonc'));
    assert.deepEqual(relaxed.diagnostics, []);
  });

  test('settings that a client sends are followed', async () => {
    const uri = await fresh('{ "actions": [ { "type": "mute" } ] }');
    await server.diagnostics(uri, (params) => params.diagnostics.length === 1);
    const send = (voipbin: unknown) =>
      server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { voipbin } });
    await send({ checks: { 'noop-type': 'off' } });
    await server.diagnostics(uri, (params) => params.diagnostics.length === 0);
    await send({ checks: { 'noop-type': 'nonsense' }, engineQuirks: 'yes' });
  });

  test('columns count UTF-16 code units, behind a byte order mark, tabs and CRLF', async () => {
    const uri = await fresh(
      '\ufeff{\r\n\t"actions": [ { "type": "talk", "option": { "text": "😀", "lnguage": "en-US" } } ] }',
    );
    const { diagnostics } = await server.diagnostics(uri);
    const unknown = diagnostics.find((diagnostic) => diagnostic.code === 'unknown-option');
    assert.deepEqual(unknown?.range.start, { line: 1, character: 58 });
    assert.deepEqual(diagnostics.find((diagnostic) => diagnostic.code === 'json-syntax')?.range.start, {
      line: 0,
      character: 0,
    });
  });

  test('text that is not a flow at all is answered', async () => {
    for (const text of ['', '\0\x01\ufffd', '['.repeat(100_000), '{"id": 5, "type": [], "option": []}', '"\ud800"']) {
      const uri = await fresh(text);
      await server.diagnostics(uri);
      await server.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 1 },
      });
      await server.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 1 },
      });
    }
  });

  test('requests for a document that is not open are answered with nothing', async () => {
    const textDocument = { uri: 'file:///test/never.flow.json' };
    assert.equal(
      await server.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 0 } }),
      null,
    );
  });

  test('"voipbin-flow lsp" is the same server', async () => {
    for (const command of [['lsp'], ['lsp', '--stdio']]) {
      const other = await startServerProcess(['dist/cli.js', ...command]);
      assert.deepEqual(other.result.capabilities, server.result.capabilities);
      assert.equal(await other.stop(), 0);
    }
  });
});
