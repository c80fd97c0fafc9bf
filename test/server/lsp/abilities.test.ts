import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Command,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  LocationLink,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { fileRequest } from '../../../server/protocol';
import { connectPlainClient, type PlainClient } from '../../support/plainClient';

const id = '3a6f1d52-8c1b-4e0a-9d56-0b9f3c8e7a11';
const uri = 'file:///test/menu.flow.json';
const text = `{
  "name": "Menu",
  "actions": [
    { "id": "${id}", "type": "talk", "option": { "text": "Hello." } },
    { "type": "goto", "option": { "target_id": "${id}", "loop_count": 1 } },
    { "type": "external_start", "option": {} },
    { "id": "${id}", "type": "hangup", "type": "hangup" },
    { "type": "condition_call_digits", "option": { "length": 1, "false_target_id": "${id}" } }
  ]
}
`;
const textDocument = { uri };
const onTarget = { line: 4, character: 50 };
const onTwin = { line: 6, character: 54 };
const onType = { line: 5, character: 15 };
const inActions = { line: 2, character: 14 };

/** The first finding with a member. */
const finding = async (client: PlainClient, member: 'tags' | 'relatedInformation' | 'codeDescription') => {
  const { diagnostics } = await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
  return diagnostics.some((diagnostic) => diagnostic[member] !== undefined);
};
const complete = async (client: PlainClient, label: string, position = onTarget): Promise<CompletionItem> => {
  const { items } = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
  const item = items.find((item) => item.label === label);
  assert.ok(item, `no "${label}"; there are: ${items.map((other) => other.label).join(', ')}`);
  return item;
};
const target = (client: PlainClient) => complete(client, 'talk "Hello."');
const action = (client: PlainClient, label = 'play') => complete(client, label, inActions);
const symbols = (client: PlainClient) =>
  client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
const hover = async (client: PlainClient) => {
  const { contents } = await client.request<Hover>('textDocument/hover', { textDocument, position: onTarget });
  const { kind, value } = contents as { kind: string; value: string };
  return [kind, value.includes('**') || value.includes('`')];
};
const onTwinAction = { textDocument, range: { start: onTwin, end: onTwin }, context: { diagnostics: [] } };
const actions = (client: PlainClient) => client.request<CodeAction[]>('textDocument/codeAction', onTwinAction);
const folds = async (client: PlainClient) =>
  (await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument })).length;
const status = async (client: PlainClient) => {
  await client.received('textDocument/publishDiagnostics');
  // What is sent with the findings is there before the answer to a later question.
  await folds(client);
  return client.sent.some((sent) => sent.method === 'voipbin/status');
};

const item = (completionItem: object): ClientCapabilities => ({ textDocument: { completion: { completionItem } } });
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };

type Row = readonly [
  title: string,
  capabilities: ClientCapabilities,
  look: (client: PlainClient) => Promise<unknown>,
  without: unknown,
  withIt: unknown,
];

/** What a client can take: what the server sends to one that says so, and to one that says nothing at all. */
const table: readonly Row[] = [
  ['the status of a document', { experimental: { voipbin: { status: true } } }, status, false, true],
  [
    'links as places to go to',
    { textDocument: { definition: { linkSupport: true } } },
    async (client) => {
      const links = await client.request<LocationLink[]>('textDocument/definition', {
        textDocument,
        position: onTarget,
      });
      return Object.keys(links[0] ?? {}).sort();
    },
    ['range', 'uri'],
    ['originSelectionRange', 'targetRange', 'targetSelectionRange', 'targetUri'],
  ],
  [
    'the question what can be renamed',
    { textDocument: { rename: { prepareSupport: true } } },
    async (client) => client.result.capabilities.renameProvider,
    true,
    { prepareProvider: true },
  ],
  [
    'Markdown in hovers',
    { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } },
    hover,
    ['plaintext', false],
    ['markdown', true],
  ],
  [
    'Markdown in hovers where plain text is liked better',
    { textDocument: { hover: { contentFormat: ['plaintext', 'markdown'] } } },
    hover,
    ['plaintext', false],
    ['plaintext', false],
  ],
  [
    'Markdown beside suggestions',
    item({ documentationFormat: ['markdown'] }),
    async (client) => typeof (await action(client)).documentation,
    'string',
    'object',
  ],
  [
    'places to fill in',
    item({ snippetSupport: true }),
    async (client) => {
      const { insertTextFormat, textEdit } = await action(client);
      return [insertTextFormat, textEdit?.newText.includes('$')];
    },
    [1, false],
    [2, true],
  ],
  [
    'places to fill in where there are none',
    item({ snippetSupport: true }),
    async (client) => (await target(client)).insertTextFormat,
    1,
    1,
  ],
  [
    'a command that brings up the next suggestions',
    { ...item({ snippetSupport: true }), experimental: { voipbin: { suggestCommand: 'more' } } },
    async (client) => (await action(client, 'goto')).command?.command,
    undefined,
    'more',
  ],
  [
    'what stands beside a label',
    item({ labelDetailsSupport: true }),
    async (client) => {
      const { labelDetails, detail } = await target(client);
      return [labelDetails?.description, detail];
    },
    [undefined, `action 1 · ${id}`],
    ['action 1', id],
  ],
  [
    'how lines are indented',
    item({ insertTextModeSupport: { valueSet: [1, 2] } }),
    async (client) => (await action(client)).insertTextMode,
    undefined,
    2,
  ],
  [
    'the suggestion to begin with',
    item({ preselectSupport: true }),
    async (client) => (await target(client)).preselect,
    undefined,
    true,
  ],
  [
    'suggestions that are struck out',
    item({ tagSupport: { valueSet: [1] } }),
    async (client) => {
      const { tags, deprecated } = await action(client, 'condition_call_digits');
      return tags ?? deprecated;
    },
    undefined,
    [1],
  ],
  [
    'suggestions that are struck out, in the older way',
    item({ deprecatedSupport: true }),
    async (client) => {
      const { tags, deprecated } = await action(client, 'condition_call_digits');
      return tags ?? deprecated;
    },
    undefined,
    true,
  ],
  [
    'kinds of suggestions that came later',
    { textDocument: { completion: { completionItemKind: { valueSet: [7, 12, 20, 22] } } } },
    async (client) => (await complete(client, 'talk', onType)).kind,
    12,
    20,
  ],
  [
    'an outline that is a tree',
    { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    async (client) => Object.keys((await symbols(client))[0] ?? {}).includes('location'),
    true,
    false,
  ],
  [
    'the name of an outline',
    { textDocument: { documentSymbol: { labelSupport: true } } },
    async (client) => client.result.capabilities.documentSymbolProvider,
    true,
    { label: 'VoIPbin Flow' },
  ],
  [
    'kinds of an outline that came later',
    { textDocument: { documentSymbol: { symbolKind: { valueSet: [12, 15, 25] } } } },
    async (client) => (await symbols(client)).find((symbol) => symbol.name.startsWith('goto'))?.kind,
    6,
    25,
  ],
  [
    'entries of an outline that are struck out',
    { textDocument: { documentSymbol: { tagSupport: { valueSet: [1] } } } },
    async (client) => (await symbols(client)).find((symbol) => symbol.name.startsWith('condition_call'))?.tags,
    undefined,
    [1],
  ],
  [
    'code actions',
    { textDocument: { codeAction: literals } },
    async (client) => (await actions(client)).length > 0,
    false,
    true,
  ],
  [
    'code actions as commands',
    { workspace: { applyEdit: true }, textDocument: { codeAction: {} } },
    async (client) => (await actions(client)).map((other) => other.command)[0],
    undefined,
    'voipbin.applyFix',
  ],
  [
    'the code action that is meant',
    { textDocument: { codeAction: { ...literals, isPreferredSupport: true } } },
    async (client) => (await actions(client)).some((other) => other.isPreferred !== undefined),
    false,
    true,
  ],
  [
    'its command that shows places',
    { experimental: { voipbin: { showPlacesCommand: 'places' } } },
    async (client) =>
      (await client.request<CodeLens[]>('textDocument/codeLens', { textDocument })).map(
        ({ command }) => command?.command,
      )[0],
    '',
    'places',
  ],
  [
    'its command that turns off a check',
    { textDocument: { codeAction: literals }, experimental: { voipbin: { turnOffCommand: 'quiet' } } },
    async (client) => (await actions(client)).find(({ command }) => command)?.command?.command,
    undefined,
    'quiet',
  ],
  [
    'its command that turns off a check, where code actions are commands',
    {
      workspace: { applyEdit: true },
      textDocument: { codeAction: {} },
      experimental: { voipbin: { turnOffCommand: 'quiet' } },
    },
    async (client) =>
      (await client.request<Command[]>('textDocument/codeAction', onTwinAction)).find(
        ({ command }) => command === 'quiet',
      )?.command,
    undefined,
    'quiet',
  ],
  [
    'code actions that make a file, in one edit with the document',
    {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      textDocument: { codeAction: literals },
    },
    async (client) => {
      const range = { start: { line: 3, character: 4 }, end: { line: 3, character: text.split('\n')[3]?.length ?? 0 } };
      const asked = { textDocument, range, context: { diagnostics: [], only: ['refactor.extract'] } };
      const offered = await client.request<CodeAction[]>('textDocument/codeAction', asked);
      const made = offered.find(({ title }) => title.endsWith('flow file'));
      return made?.edit?.documentChanges?.map((change) =>
        'kind' in change ? change.kind : 'textDocument' in change && change.textDocument.version,
      );
    },
    undefined,
    ['create', null, 1],
  ],
  [
    'its command that registers a flow and puts its id somewhere',
    { textDocument: { codeAction: literals }, experimental: { voipbin: { useFlowCommand: 'use' } } },
    async (client) => {
      await client.request(fileRequest, { uri: 'file:///test/greet.flow.json', text: '[]' });
      const other = 'file:///test/main.flow.json';
      await client.open(other, '[{"type": "fetch_flow", "option": {"flow_id": ""}}]');
      const at = { line: 0, character: 47 };
      const asked = { textDocument: { uri: other }, range: { start: at, end: at }, context: { diagnostics: [] } };
      const offered = await client.request<CodeAction[]>('textDocument/codeAction', asked);
      return offered.find(({ command }) => command)?.command?.command;
    },
    undefined,
    'use',
  ],
  ['a limit of what can be folded', { textDocument: { foldingRange: { rangeLimit: 1 } } }, folds, 2, 1],
  [
    'findings that fade or are struck out',
    { textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1, 2] } } } },
    (client) => finding(client, 'tags'),
    false,
    true,
  ],
  [
    'places that belong to a finding',
    { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    (client) => finding(client, 'relatedInformation'),
    false,
    true,
  ],
  [
    'the page of a finding',
    { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
    (client) => finding(client, 'codeDescription'),
    false,
    true,
  ],
  [
    'the version that findings belong to',
    { textDocument: { publishDiagnostics: { versionSupport: true } } },
    async (client) => (await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics')).version,
    undefined,
    1,
  ],
  [
    'how columns are counted',
    { general: { positionEncodings: ['utf-8', 'utf-16'] } },
    async (client) => client.result.capabilities.positionEncoding,
    undefined,
    'utf-8',
  ],
  [
    'the wish to hear of settings',
    { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
    async (client) => {
      await folds(client);
      return client.sent.filter((sent) => sent.method === 'client/registerCapability').length;
    },
    0,
    1,
  ],
  [
    'the question for settings',
    { workspace: { configuration: true } },
    async (client) => {
      await client.received('textDocument/publishDiagnostics');
      return client.sent.filter((sent) => sent.method === 'workspace/configuration').length > 0;
    },
    false,
    true,
  ],
];

suite('what a client takes', () => {
  for (const [title, capabilities, look, without, withIt] of table) {
    test(title, async () => {
      const plain = await connectPlainClient();
      await plain.open(uri, text);
      assert.deepEqual(await look(plain), without, 'to a client that says nothing of it');
      const able = await connectPlainClient({ capabilities });
      await able.open(uri, text);
      assert.deepEqual(await look(able), withIt, 'to a client that takes it');
    });
  }

  test('a client of the first version of the protocol gets findings and nothing else by itself', async () => {
    const client = await connectPlainClient();
    await client.open(uri, text);
    assert.equal(await status(client), false);
    assert.deepEqual([...new Set(client.sent.map((sent) => sent.method))], ['textDocument/publishDiagnostics']);
  });

  test('what a client says of itself may be anything', async () => {
    const odd = { textDocument: { completion: { completionItem: null }, foldingRange: { rangeLimit: 'all' } } };
    for (const capabilities of [{}, { textDocument: null }, { general: { positionEncodings: 'utf-8' } }, odd]) {
      const client = await connectPlainClient({ capabilities: capabilities as never });
      await client.open(uri, text);
      assert.equal(await folds(client), 2, JSON.stringify(capabilities));
    }
  });
});
