import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FileText, fileRequest, listFilesRequest, readFileRequest } from '../../../server/protocol';
import { withCursor } from '../../support/cursor';
import { A, B } from '../../support/ids';
import { connectPlainClient } from '../../support/plainClient';

const folder = 'file:///test/my%20flows';
const flowUri = `${folder}/menu.flow.json`;
const testUri = `${folder}/menu.flow.test.json`;

const flow = `{ "actions": [
  { "type": "talk", "option": { "text": "Welcome to Harbour Bikes, \${name}. Press 1 or 2.", "language": "en-US" } },
  { "type": "digits_receive", "option": { "length": 1, "duration": 5000 } },
  { "type": "branch", "option": { "variable": "voipbin.call.digits", "target_ids": { "1": "${A}", "2": "${B}" }, "default_target_id": "${A}" } },
  { "id": "${A}", "type": "variable_set", "option": { "key": "name", "value": "Ann" } },
  { "id": "${B}", "type": "message_send", "option": { "destinations": [{ "type": "tel", "target": "+15550101011" }], "text": "Your code is \${code}" } }
] }`;

const testFile = (expect: string, world = '"digits": ["2"]', head = '') =>
  `{ ${head}"cases": [{ "name": "one", "world": { ${world} }, "expect": { ${expect} } }] }`;

/** A workspace of files that are not open, as VS Code's client tells of them. */
async function workspace(files: Readonly<Record<string, FileText>> = { [flowUri]: flow }) {
  const saved = new Map(Object.entries(files));
  const client = await connectPlainClient({
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        rename: { prepareSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
      experimental: { voipbin: { readsFiles: true } },
    },
    answers: {
      [readFileRequest]: (params) => {
        const { uri } = params as { uri: string };
        const text = saved.get(uri);
        return text === undefined ? null : text;
      },
      [listFilesRequest]: (params) => {
        assert.deepEqual(params, { kind: 'test' });
        return [...saved.keys()].filter((uri) => uri.includes('.flow.test.'));
      },
    },
  });
  /** Opens a text with a cursor, and asks about it. */
  const at = async <T>(method: string, marked: string, more = {}, uri = testUri): Promise<T> => {
    const { text, offset } = withCursor(marked);
    const document = TextDocument.create(uri, 'json', 1, text);
    await client.open(uri, text, 'json');
    return client.request<T>(method, { textDocument: { uri }, position: document.positionAt(offset), ...more });
  };
  return { ...client, saved, at };
}

suite('test files: completion', () => {
  const offered = async (marked: string, files?: Readonly<Record<string, string>>) => {
    const { at } = await workspace(files);
    const list = await at<CompletionList>('textDocument/completion', marked);
    return list?.items.map(({ label }) => label) ?? [];
  };

  test('of an expectation about actions: ids with what the action does, then types', async () => {
    const { at } = await workspace();
    const { items } = await at<CompletionList>('textDocument/completion', testFile('"runs": ["|"]'));
    assert.deepEqual(
      items.map(({ label }) => label),
      [
        'variable_set name, "Ann"',
        'message_send Your code is ${code}',
        'talk',
        'digits_receive',
        'branch',
        'variable_set',
        'message_send',
      ],
    );
    assert.deepEqual(
      items.slice(0, 3).map(({ textEdit }) => textEdit && 'range' in textEdit && textEdit.newText),
      [A, B, 'talk'],
    );
  });

  test('of texts: the part that no variable breaks', async () => {
    assert.deepEqual(await offered(testFile('"says": ["|"]')), ['Welcome to Harbour Bikes,']);
    assert.deepEqual(await offered(testFile('"sends": [{ "type": "message_send", "text": "|" }]')), ['Your code is']);
  });

  test('of keys, destinations and variables', async () => {
    assert.deepEqual(await offered(testFile('', '"digits": ["|"]')), ['1', '2']);
    assert.deepEqual(await offered(testFile('"sends": [{ "to": "|" }]')), ['+15550101011']);
    const names = await offered(testFile('"variables": { "|" }'));
    assert.ok(names.includes('name') && names.includes('voipbin.call.digits'), names.join(', '));
    assert.ok(!(await offered(testFile('"variables": { "name": "", "|" }'))).includes('name'));
  });

  test('of what a world has by name: URLs, flows, queues', async () => {
    const world = `{ "actions": [
      { "type": "fetch", "option": { "event_url": "https://example.com/a" } },
      { "type": "fetch_flow", "option": { "flow_id": "${A}" } },
      { "type": "queue_join", "option": { "queue_id": "${B}" } }
    ] }`;
    const files = { [flowUri]: world };
    assert.deepEqual(await offered(testFile('', '"fetch": { "|" }'), files), ['https://example.com/a']);
    assert.deepEqual(await offered(testFile('', '"flows": { "|" }'), files), [A]);
    assert.deepEqual(await offered(testFile('', '"queues": { "|" }'), files), [B]);
  });

  test('of the flow: the flow files of the workspace, those in its folder first', async () => {
    const { at, request } = await workspace({});
    for (const path of ['other/menu%202.flow.json', 'my%20flows/b.flow.json', 'my%20flows/deep/c.flow.jsonc'])
      await request(fileRequest, { uri: `file:///test/${path}`, text: flow, unchecked: true });
    const { items } = await at<CompletionList>('textDocument/completion', '{ "flow": "|", "cases": [] }');
    assert.deepEqual(
      items.map(({ label, textEdit }) => [label, textEdit?.newText]),
      [
        ['./b.flow.json', './b.flow.json'],
        ['./deep/c.flow.jsonc', './deep/c.flow.jsonc'],
        ['../other/menu 2.flow.json', '../other/menu 2.flow.json'],
      ],
    );
  });

  test('nothing where the schema says all there is, and where there is no flow', async () => {
    assert.deepEqual(await offered(testFile('"|"')), []);
    assert.deepEqual(await offered(testFile('"runs": ["|"]'), {}), []);
  });
});

suite('test files: fixes', () => {
  const fixes = async (text: string, files?: Readonly<Record<string, string>>, only?: readonly string[]) => {
    const { open, request } = await workspace(files);
    await open(testUri, text, 'json');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } };
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const params = { textDocument: { uri: testUri }, range, context };
    const actions = await request<CodeAction[]>('textDocument/codeAction', params);
    return actions.map(({ title, edit }) => [title, edit?.changes?.[testUri]?.map(({ newText }) => newText)]);
  };

  test('what a misspelt type or id most likely means', async () => {
    const misspelt = testFile(`"runs": ["tlak", "${A}", "connect"], "never": ["hangop", "beep"]`);
    assert.deepEqual(await fixes(misspelt), [
      ['Change to `talk`', ['"talk"']],
      ['Remove this action from the test', ['']],
      ['Change to `hangup`', ['"hangup"']],
      ['Remove this action from the test', ['']],
    ]);
    assert.deepEqual(await fixes(misspelt, undefined, ['source.fixAll']), []);
  });

  test('only its removal for what nothing is near to, and nothing where the flow is not there', async () => {
    const removal = ['Remove this action from the test', ['']];
    assert.deepEqual(await fixes(testFile('"runs": ["zzzzzzzz"]')), [removal]);
    assert.deepEqual(await fixes(testFile(`"runs": ["${A.replace('1', '2')}"]`)), [removal]);
    assert.deepEqual(await fixes(testFile('"runs": ["tlak"]'), {}), []);
  });
});

suite('test files: findings', () => {
  const found = async (text: string, files?: Readonly<Record<string, FileText>>, uri = testUri) => {
    const client = await workspace(files);
    await client.open(uri, text, 'json');
    const { diagnostics } = await client.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    const document = TextDocument.create(uri, 'json', 1, text);
    return diagnostics.map(({ code, range, message }) => [code, document.getText(range), message]);
  };

  test('an action that is not there any more, in the words of the command line', async () => {
    assert.deepEqual(await found(testFile(`"runs": ["talk", "${A}"], "never": ["tlak", "no_such"]`)), [
      [
        'test-action',
        '"tlak"',
        '`tlak` is not an action type, and the flow does not have an action with this id. Did you mean `talk`?',
      ],
      [
        'test-action',
        '"no_such"',
        '`no_such` is not an action type, and the flow does not have an action with this id. Write a type such as `talk`, or the id of an action.',
      ],
    ]);
    const gone = '33333333-3333-4333-8333-333333333333';
    assert.deepEqual(await found(testFile(`"exactly": ["${gone}"]`)), [
      ['test-action', `"${gone}"`, `The flow does not have an action with the id \`${gone}\`.`],
    ]);
    // A flow that the world holds has actions of its own.
    const world = `"flows": { "${B}": [{ "id": "${gone}", "type": "answer" }] }`;
    assert.deepEqual(await found(testFile(`"exactly": ["${gone}"]`, world)), []);
  });

  test('a flow that is not there, and one that is not a flow', async () => {
    assert.deepEqual(await found('{ "flow": "other.flow.json", "cases": [] }'), [
      ['test-flow', '"other.flow.json"', 'There is no flow other.flow.json. No case of the file runs. Correct `flow`.'],
    ]);
    assert.deepEqual(await found('{ "cases": [] }', {}), [
      [
        'test-flow',
        '{',
        'There is no flow menu.flow.json or menu.flow.jsonc. No case of the file runs. Name the file of the flow with `flow`.',
      ],
    ]);
    assert.deepEqual(await found('{ "cases": [] }', { [flowUri]: { fault: 'is not a file' } }), [
      ['test-flow', '{', 'menu.flow.json is not a file. No case of the file runs.'],
    ]);
    assert.deepEqual(await found('{ "cases": [] }', { [flowUri]: '{ "a": 1 }' }), [
      [
        'test-flow',
        '{',
        'menu.flow.json is not a flow. It needs a list of actions, or an object with `actions`. No case of the file runs.',
      ],
    ]);
  });

  test('a regular expression that cannot be used', async () => {
    const [finding] = await found(testFile('"says": ["/(/"]'));
    assert.deepEqual(finding?.slice(0, 2), ['test-pattern', '"/(/"']);
    const others = '"says": ["/hello/gi"], "variables": { "x": "/[/" }, "calls": [{ "variables": { "y": "/[/" } }]';
    const all = await found(testFile(others));
    assert.deepEqual(
      all.map(([code, text]) => `${code} ${text}`),
      ['test-pattern "/hello/gi"', 'test-pattern "/[/"', 'test-pattern "/[/"'],
    );
    for (const [, , message] of all) assert.match(String(message), /[^.]\.$/);
  });

  test('what a world cannot say', async () => {
    const world = `{ "now": "foo", "refuses": { "message_sent": "x", "message_send": "y" }, "flows": { "abc": [] },
      "queues": { "nope": {} }, "conferences": { "${A.toUpperCase()}": {} } }`;
    const all = await found(`{ "world": ${world}, "cases": [{ "name": "x", "expect": {} }] }`);
    assert.deepEqual(
      all.map(([code, text]) => `${code} ${text}`),
      ['test-world "foo"', 'test-world "message_sent"', 'test-world "abc"', 'test-world "nope"'],
    );
    assert.match(String(all[1]?.[2]), /; message_send is one\.$/);
  });

  test('follow the flow as it is edited and as it is saved', async () => {
    const client = await workspace();
    await client.open(testUri, testFile(`"runs": ["${A}"]`), 'json');
    const shown = (count: number) =>
      client.received<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        ({ uri, diagnostics }) => uri === testUri && diagnostics.length === count,
      );
    await shown(0);
    await client.open(flowUri, flow.replaceAll(A, '44444444-4444-4444-8444-444444444444'), 'voipbin-flow');
    await shown(1);
    client.saved.set(flowUri, '[]');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: flowUri } });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: flowUri, type: 2 }],
    });
    const { diagnostics } = await shown(1);
    assert.equal(diagnostics[0]?.code, 'test-action');
  });
});

suite('test files that are not open', () => {
  test('are checked like flows, and what is shown of them goes with them', async () => {
    const client = await workspace();
    await client.request(fileRequest, { uri: testUri, text: testFile('"runs": ["no_such"]') });
    await client.request(fileRequest, { uri: testUri });
    const shown = client.sent.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    assert.deepEqual(
      shown.map(({ params }) => (params as PublishDiagnosticsParams).diagnostics.map(({ code }) => code)),
      [['test-action'], []],
    );
  });
});

suite('test files: hover and definition', () => {
  const hover = async (marked: string) => {
    const { at } = await workspace();
    const answer = await at<Hover | null>('textDocument/hover', marked);
    return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : null;
  };
  const goTo = async (marked: string, files?: Readonly<Record<string, string>>) => {
    const { at } = await workspace(files);
    const places = await at<Location[] | null>('textDocument/definition', marked);
    const document = TextDocument.create(flowUri, 'json', 1, flow);
    return places?.map(({ uri, range }) => [uri, document.getText(range)]) ?? null;
  };

  test('an id is explained as in its flow, a type and a variable too', async () => {
    assert.match((await hover(testFile(`"runs": ["${A.slice(0, 4)}|${A.slice(4)}"]`))) ?? '', /variable_set/);
    assert.match((await hover(testFile('"runs": ["ta|lk"]'))) ?? '', /text/i);
    assert.match((await hover(testFile('"variables": { "na|me": "" }'))) ?? '', /variable of this flow/);
    assert.match((await hover(testFile('"says": ["Wel|come"]'))) ?? '', /Said by/);
    assert.equal(await hover(testFile('"wit|hin": 5')), null);
  });

  test('lead to the action, to all of a type, to what sets a variable and to what speaks a text', async () => {
    assert.deepEqual(await goTo(testFile(`"runs": ["|${A}"]`)), [[flowUri, A]]);
    assert.deepEqual(await goTo(testFile('"never": ["ta|lk"]')), [[flowUri, 'talk']]);
    assert.deepEqual(await goTo(testFile('"variables": { "|name": "" }')), [[flowUri, 'name']]);
    assert.deepEqual(await goTo(testFile('"says": ["Harbour| Bikes"]')), [[flowUri, 'talk']]);
    assert.deepEqual(await goTo(testFile('', '', '"flow": "|menu.flow.json", ')), [[flowUri, '']]);
    assert.equal(await goTo(testFile('"runs": ["no|_such"]')), null);
  });
});

suite('test files: references and rename', () => {
  const C = '55555555-5555-4555-8555-555555555555';
  const otherUri = `${folder}/deep/other.flow.test.jsonc`;
  const foreignUri = `${folder}/foreign.flow.test.json`;
  const expectation = (id: string, name = 'name') =>
    testFile(`"runs": ["${id}", "talk"], "variables": { "${name}": "" }`);
  const other = (id: string) =>
    `// Kept.\n${testFile(`"never": ["${id.toUpperCase()}"]`, '', '"flow": "../menu.flow.json", ')}`;
  const files = {
    [flowUri]: flow,
    [testUri]: expectation(A),
    [otherUri]: other(A),
    [foreignUri]: testFile(`"never": ["${A}"]`),
  };
  /** The texts after an edit, by address. */
  const applied = (edit: WorkspaceEdit | null) =>
    Object.fromEntries(
      Object.entries(edit?.changes ?? {}).map(([uri, edits]) => {
        const text = (files as Record<string, string>)[uri] ?? '';
        return [uri, TextDocument.applyEdits(TextDocument.create(uri, 'json', 1, text), edits)];
      }),
    );

  test('an id that is renamed in the flow is renamed in its test files, open or not, and in no other', async () => {
    const { at } = await workspace(files);
    const marked = flow.replace(`"id": "${A}`, `"id": "|${A}`);
    const edit = await at<WorkspaceEdit>('textDocument/rename', marked, { newName: C }, flowUri);
    assert.deepEqual(applied(edit), {
      [flowUri]: flow.replaceAll(A, C),
      [testUri]: expectation(C),
      [otherUri]: other(C).replace(C.toUpperCase(), C),
    });
  });

  test('and the other way round, from a test file', async () => {
    const { at } = await workspace(files);
    const edit = await at<WorkspaceEdit>('textDocument/rename', expectation(`|${A}`), { newName: C });
    assert.deepEqual(Object.keys(applied(edit)).sort(), [flowUri, testUri, otherUri].sort());
    const variable = await at<WorkspaceEdit>(
      'textDocument/rename',
      other(A).replace('"cases"', '"world": { "variables": { "na|me": "" } }, "cases"'),
      { newName: 'first name' },
      otherUri,
    );
    const changed = applied({ changes: { ...variable.changes, [otherUri]: [] } });
    assert.equal(changed[testUri], expectation(A, 'first name'));
    assert.equal(
      changed[flowUri],
      flow.replace('${name}', '${first name}').replace('"key": "name"', '"key": "first name"'),
    );
  });

  test('what belongs to VoIPbin stays, and says so; types are not renamed', async () => {
    const { at } = await workspace(files);
    const digits = testFile('"variables": { "voip|bin.call.digits": "" }');
    await assert.rejects(at('textDocument/prepareRename', digits), /VoIPbin/);
    assert.equal(await at('textDocument/prepareRename', testFile('"runs": ["ta|lk"]')), null);
  });

  test('references of an id are found in the flow and in its test files, from either side', async () => {
    const { at } = await workspace(files);
    const context = { context: { includeDeclaration: true } };
    const fromFlow = await at<Location[]>(
      'textDocument/references',
      flow.replace(`"id": "${A}`, `"id": "|${A}`),
      context,
      flowUri,
    );
    const fromTest = await at<Location[]>('textDocument/references', expectation(`|${A}`), context);
    const places = (found: Location[]) => found.map(({ uri, range }) => `${uri} ${JSON.stringify(range)}`).sort();
    assert.deepEqual(places(fromTest), places(fromFlow));
    assert.deepEqual(
      fromFlow.map(({ uri }) => uri),
      [flowUri, flowUri, flowUri, testUri, otherUri],
    );
  });
});
