import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction, Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readFlow } from '../../../flow/model/flowModel';
import { checkTestNames } from '../../../flow/tests/checkTestNames';
import { listFilesRequest, readFileRequest } from '../../../server/protocol';
import { A } from '../../support/ids';
import { connectPlainClient } from '../../support/plainClient';

const flowUri = 'file:///test/m.flow.jsonc';
const testUri = 'file:///test/m.flow.test.json';
const talk = (id: string) => `{"id": "${id}", "type": "talk", "option": {"text": "Good day", "language": "en-US"}}`;
const testFile = (...names: readonly string[]) =>
  `{"cases": [{"name": "a", "expect": {"runs": ${JSON.stringify(names)}}}]}`;

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
const resolving = { ...literals, dataSupport: true, resolveSupport: { properties: ['edit'] } };

/** The code actions at the cursor `|` of a flow, or between `«` and `»`, and what is made of flow and test file by one of them; `isOpen`: the test file is. */
async function refactor(
  marked: string,
  tested: string,
  { codeAction = resolving as object, isOpen = false, workspace = {} as object } = {},
) {
  const text = marked.replace(/[|«»]/g, '');
  const start = marked.search(/[|«]/);
  const end = marked.includes('»') ? marked.indexOf('»') - 1 : start;
  const texts = new Map([
    [flowUri, text],
    [testUri, tested],
  ]);
  const sent: WorkspaceEdit[] = [];
  const client = await connectPlainClient({
    capabilities: {
      workspace: { applyEdit: true, ...workspace },
      textDocument: { codeAction },
      experimental: { voipbin: { readsFiles: true } },
    },
    answers: {
      [readFileRequest]: (params) => texts.get((params as { uri: string }).uri) ?? null,
      [listFilesRequest]: () => [testUri],
      'workspace/applyEdit': (params) => {
        sent.push((params as { edit: WorkspaceEdit }).edit);
        return { applied: true };
      },
    },
  });
  await client.open(flowUri, text);
  if (isOpen) await client.open(testUri, tested, 'json');
  const document = TextDocument.create(flowUri, 'jsonc', 1, text);
  const offered = await client.request<(CodeAction | Command)[]>('textDocument/codeAction', {
    textDocument: { uri: flowUri },
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    context: { diagnostics: [] },
  });
  const titles = offered.map(({ title }) => title);
  const edit = async (begin: string): Promise<WorkspaceEdit> => {
    const chosen = offered.find(({ title }) => title.startsWith(begin));
    assert.ok(chosen, titles.join('; '));
    if (typeof chosen.command === 'string') {
      await client.request('workspace/executeCommand', chosen);
      return sent[0] ?? {};
    }
    const action = chosen as CodeAction;
    return (action.edit ?? (await client.request<CodeAction>('codeAction/resolve', action)).edit) as WorkspaceEdit;
  };
  const apply = async (begin: string) => {
    const { changes = {} } = await edit(begin);
    const after = (uri: string) =>
      TextDocument.applyEdits(
        TextDocument.create(uri, 'json', 1, texts.get(uri) ?? ''),
        (changes[uri] ?? []) as TextEdit[],
      );
    const [flow, tests] = [after(flowUri), after(testUri)];
    const model = readFlow(flow, { jsonc: true });
    const found = checkTestNames(readFlow(tests).root, { names: ['m.flow.jsonc'], model });
    return { flow, tests, found: found.map(({ message }) => message) };
  };
  return { titles, edit, apply };
}

suite('refactorings of a flow that has tests', () => {
  const named = `[\n  ${talk('|hello')},\n  ${talk('bye')}\n]`;
  const ways = [
    ['whose edit is asked for', { codeAction: resolving }],
    ['whose edit is sent at once', { codeAction: literals }],
    ['that are commands', { codeAction: {} }],
  ] as const;
  for (const [how, options] of ways) {
    test(`carry the references of its test file along, ${how}`, async () => {
      for (const isOpen of [true, false]) {
        const { apply } = await refactor(named, testFile('hello', 'talk', 'bye'), { ...options, isOpen });
        const { flow, tests, found } = await apply('Use UUIDs');
        const ids = [...flow.matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id ?? '');
        assert.match(ids[0] ?? '', /^[\da-f]{8}-/);
        assert.equal(tests, testFile(ids[0] ?? '', 'talk', ids[1] ?? ''));
        assert.deepEqual(found, []);
      }
    });
  }

  test('that name actions are followed by the tests that had their UUIDs', async () => {
    const upper = testFile(A.toUpperCase(), 'bye');
    for (const title of ['Name This Action', 'Name All Actions']) {
      const { apply } = await refactor(`[${talk(`|${A}`)}, ${talk('bye')}]`, upper);
      const { tests, found } = await apply(title);
      assert.equal(tests, testFile('talk-good-day', 'bye'));
      assert.deepEqual(found, []);
    }
  });

  test('keep the ids that a test names, and those that move', async () => {
    const none = await refactor(named, testFile('hello', 'bye'));
    assert.deepEqual(
      none.titles.filter((title) => title.startsWith('Remove the')),
      [],
    );
    const one = await refactor(named, testFile('bye'));
    const { flow, tests } = await one.apply('Remove the id of this list that no action and no test refers to');
    assert.deepEqual([flow.includes('hello'), flow.includes('bye'), tests], [false, true, testFile('bye')]);
    for (const title of ['Duplicate', 'Run it', 'Insert a talk before']) {
      const { apply } = await refactor(named, testFile('hello', 'bye'));
      assert.deepEqual(await apply(title).then((made) => [made.tests, made.found]), [testFile('hello', 'bye'), []]);
    }
  });

  test('that take actions out take them out of the tests, and say so', async () => {
    const goto = (id: string, to: string) => `{"id": "${id}", "type": "goto", "option": {"target_id": "${to}"}}`;
    const condition = (id: string, value: string, to: string) =>
      `{"id": "${id}", "type": "condition_variable", "option": {"condition": "==", "variable": "\${x}", "value_type": "string", "value_string": "${value}", "false_target_id": "${to}"}}`;
    const cases = [
      [named, 'Delete this action and close the gap', ' (and remove it from tests)', ['talk', 'bye']],
      [
        `[${talk('bye')}, ${goto('|hello', 'bye')}]`,
        'Replace this goto with next_id, which jumps each time',
        ' (and remove it from tests)',
        ['talk', 'bye'],
      ],
      [
        `[{"id": "hello", "type": "|call", "option": {"actions": [${talk('inner')}]}}, ${talk('bye')}]`,
        'Replace this call with its actions, which then run on this call',
        ' (and remove it from tests)',
        ['talk', 'bye'],
      ],
      [
        `[{"id": "hello", "type": "|call", "option": {"actions": [{"type": "beep"}]}}, ${talk('bye')}]`,
        'Replace this call with its actions, which then run on this call',
        '',
        ['hello', 'talk', 'bye'],
      ],
      [
        `[${condition('|first', '1', 'hello')}, {"type": "hangup"}, ${condition('hello', '2', 'bye')}, ${talk('bye')}]`,
        'Replace 2 conditions with a branch, which empties the variable',
        ' (and remove it from tests)',
        ['talk', 'bye'],
      ],
    ] as const;
    for (const [flow, title, end, left] of cases) {
      const { titles, apply } = await refactor(flow, testFile('hello', 'talk', 'bye'));
      assert.ok(titles.includes(title + end), titles.join('\n'));
      const { tests, found } = await apply(title);
      assert.deepEqual([tests, found], [testFile(...left), []]);
    }
    const spare = await refactor(named, testFile('bye'));
    assert.ok(spare.titles.includes('Delete this action and close the gap'));
  });

  test('that take out the only action that a list of a test names take the list out', async () => {
    const { apply } = await refactor(
      named,
      '{"cases": [{"name": "a", "expect": {"runs": ["hello"], "exactly": ["hello"], "never": ["hello", "bye"], "calls": [{"never": ["hello"]}]}}]}',
    );
    const { tests, found } = await apply('Delete this action');
    assert.equal(tests, '{"cases": [{"name": "a", "expect": {"exactly": [], "never": ["bye"], "calls": [{}]}}]}');
    assert.deepEqual(found, []);
  });

  test('that move actions to a flow file say how many of them tests still name', async () => {
    const workspace = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
    const { titles } = await refactor(`[\n  «${talk('hello')},\n  ${talk('bye')}»\n]`, testFile('hello', 'bye'), {
      workspace,
    });
    assert.ok(
      titles.includes('Extract these 2 actions into a flow file (tests still refer to 1 of them)'),
      `${titles}`,
    );
  });

  test('name the versions of both files, for a client that takes versions', async () => {
    for (const isOpen of [true, false]) {
      const workspace = { workspaceEdit: { documentChanges: true } };
      const { edit } = await refactor(named, testFile('hello'), { isOpen, workspace });
      const { documentChanges = [] } = await edit('Use UUIDs');
      assert.deepEqual(
        documentChanges.map((change) => 'textDocument' in change && change.textDocument),
        [
          { uri: flowUri, version: 1 },
          { uri: testUri, version: isOpen ? 1 : null },
        ],
      );
    }
  });
});
