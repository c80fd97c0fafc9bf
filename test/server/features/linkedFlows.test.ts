import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { readFlow } from '../../../flow/model/flowModel';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/features/callHierarchy';
import { codeActions } from '../../../server/features/codeActions';
import { codeLenses } from '../../../server/features/codeLenses';
import { completion } from '../../../server/features/completion';
import { definition } from '../../../server/features/definition';
import { documentLinks } from '../../../server/features/documentLinks';
import { hover } from '../../../server/features/hover';
import { inlayHints } from '../../../server/features/inlayHints';
import { references } from '../../../server/features/references';
import { rename } from '../../../server/features/rename';
import { workspaceSymbols } from '../../../server/features/workspaceSymbols';
import { newFlowFile } from '../../../server/workspace/newFlowFile';
import { A, B, C, NOWHERE } from '../../support/ids';
import { openWorkspace } from '../../support/openWorkspace';

const greet = '{"name": "Greeting", "actions": [{"type": "talk", "option": {"text": "Hello ${name}."}}]}';
const fetchOf = (id: string, more = '') =>
  `[{"type": "variable_set", "option": {"key": "name", "value": "Ann"}}, {"type": "fetch_flow", "option": {"flow_id": "${id}"}}${more}]`;

type Opened = ReturnType<typeof openWorkspace>;

function definitionsOf({ workspace, document, cursor, nameOf, at }: Opened): string[] | undefined {
  const own = document(cursor.name);
  return definition(own, cursor.offset, workspace)?.map(
    ({ targetUri, targetSelectionRange }) => `${nameOf(targetUri)}: ${at(targetUri, targetSelectionRange)}`,
  );
}

function referencesOf(
  { workspace, document, cursor, nameOf, at }: Opened,
  includeDeclaration = true,
): string[] | undefined {
  const own = document(cursor.name);
  return references(own, cursor.offset, { includeDeclaration }, workspace)?.map(
    ({ uri, range }) => `${nameOf(uri)}: ${at(uri, range)}`,
  );
}

function renamed(
  { workspace, document, cursor, after }: Opened,
  newName: string,
): Readonly<Record<string, string>> | string {
  const own = document(cursor.name);
  const answer = rename(own, cursor.offset, newName, workspace);
  return answer && 'refusal' in answer ? answer.refusal : after(answer);
}

const cut = (id: string) => `${id.slice(0, 4)}|${id.slice(4)}`;

suite('linked flows: the hover of a variable', () => {
  const links = { [A]: 'greet.flow.json' };
  const shown = (files: Readonly<Record<string, string>>) => {
    const { workspace, document, cursor } = openWorkspace(files, { links, open: [cursorFile(files)] });
    const contents = hover(document(cursor.name), cursor.offset, workspace)?.contents;
    return contents && 'value' in (contents as object) ? (contents as { value: string }).value : '';
  };
  const cursorFile = (files: Readonly<Record<string, string>>) =>
    Object.keys(files).find((name) => files[name]?.includes('|')) ?? '';
  const reading = greet.replace('${name}', '${na|me}');

  test('names the flows that set it, where the flow itself does not', () => {
    const set = shown({ 'calls/main.flow.json': fetchOf(A), 'greet.flow.json': reading });
    assert.equal(set, '**`name`** · variable of linked flows\n\n**Set in linked flows**\n- `calls/main.flow.json`');
    const unset = shown({
      'calls/main.flow.json': fetchOf(A).replace('"name"', '"other"'),
      'greet.flow.json': reading,
    });
    assert.match(unset, /not set in this file/);
  });

  test('names them beside the actions that set it, and does not say that it is empty there', () => {
    const own = greet.replace('[{', '[{"type": "stop"}, {"type": "variable_set", "option": {"key": "name"}}, {');
    const files = { 'main.flow.json': fetchOf(A), 'greet.flow.json': own.replace('${name}', '${na|me}') };
    const text = shown(files);
    assert.match(text, /\*\*Set in this file by\*\*[\s\S]*\*\*Set in linked flows\*\*\n- `main\.flow\.json`/);
    assert.doesNotMatch(text, /is not set on any way|set on every way/);
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`f${at}.flow.json`, fetchOf(A)]));
    assert.match(shown({ ...many, 'greet.flow.json': reading }), /- `f7\.flow\.json`\n- and 2 more$/);
  });
});

suite('linked flows: the id of a flow', () => {
  const files = {
    'calls/main.flow.json': fetchOf(cut(A)),
    'shared/greet.flow.json': greet,
    'calls/body.json': `{"destinations": [], "flow_id": "${A}"}`,
    'calls/after.flow.json': `{"actions": [{"type": "recording_start", "option": {"on_end_flow_id": "${A}"}}], "on_complete_flow_id": "${A}"}`,
    'calls/placing.flow.json': `[{"type": "call", "option": {"flow_id": "{${A.toUpperCase()}}"}}, {"type": "fetch_flow", "option": {"flow_id": "\${flow}"}}]`,
  };
  const links = { [A]: 'shared/greet.flow.json' };

  test('leads to the file that stands for it', () => {
    const opened = openWorkspace(files, { links });
    assert.deepEqual(definitionsOf(opened), ['shared/greet.flow.json: Greeting']);
    assert.deepEqual(
      documentLinks(opened.document('calls/main.flow.json'), opened.workspace).map(({ target, tooltip }) => [
        target,
        tooltip,
      ]),
      [['file:///shop/shared/greet.flow.json', 'Open ../shared/greet.flow.json']],
    );
  });
  test('is explained with the file', () => {
    const { workspace, document, cursor } = openWorkspace(files, { links });
    const shown = hover(document(cursor.name), cursor.offset, workspace);
    assert.ok(shown && 'value' in (shown.contents as object));
    const [first] = (shown.contents as { value: string }).value.split('\n');
    assert.equal(
      first,
      '**`Greeting`** · `../shared/greet.flow.json`, registered as `Registered shared/greet.flow.json` · 1 action',
    );
  });
  test('is found in all files, whichever option names it', () => {
    const opened = openWorkspace(files, { links });
    const places = [
      `calls/main.flow.json: ${A}`,
      `calls/body.json: ${A}`,
      `calls/after.flow.json: ${A}`,
      `calls/after.flow.json: ${A}`,
      `calls/placing.flow.json: {${A.toUpperCase()}}`,
    ];
    assert.deepEqual(referencesOf(opened, false), places);
    assert.deepEqual(referencesOf(opened), ['shared/greet.flow.json: Greeting', ...places]);
  });
  test('is asked for from the file as well, by its name', () => {
    const opened = openWorkspace(
      { ...files, 'calls/main.flow.json': fetchOf(A), 'shared/greet.flow.json': greet.replace('Gree', 'Gree|') },
      { links },
    );
    const naming = referencesOf(opened, false);
    assert.equal(naming?.length, 5);
    assert.deepEqual(definitionsOf(opened), naming);
  });
  test('that no file stands for leads nowhere', () => {
    const opened = openWorkspace({ 'main.flow.json': fetchOf(cut(NOWHERE)) }, { links: {} });
    assert.equal(definitionsOf(opened), undefined);
    assert.deepEqual(referencesOf(opened), [`main.flow.json: ${NOWHERE}`]);
    assert.deepEqual(documentLinks(opened.document('main.flow.json'), opened.workspace), []);
  });
  test('is offered where one is to be written', () => {
    const { workspace, document, cursor } = openWorkspace(
      { ...files, 'calls/main.flow.json': fetchOf('|') },
      { links },
    );
    const own = document(cursor.name);
    const { items } = completion(cursor.offset, {
      document: own,
      snippets: true,
      newId: () => NOWHERE,
      workspace,
    });
    assert.deepEqual(
      items.slice(0, 1).map(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
      [['Greeting', A, '../shared/greet.flow.json']],
    );
  });
});

suite('linked flows: variables', () => {
  const links = { [A]: 'greet.flow.json', [B]: 'sub.flow.json', [C]: 'main.flow.json' };

  test('are renamed in the flows that share them, in one edit', () => {
    const opened = openWorkspace(
      {
        'main.flow.json': fetchOf(A).replace('"name"', '"na|me"'),
        'greet.flow.json': greet,
        'alone.flow.json': fetchOf(NOWHERE),
      },
      { links },
    );
    assert.deepEqual(renamed(opened, 'caller'), {
      'main.flow.json': fetchOf(A).replace('"name"', '"caller"'),
      'greet.flow.json': greet.replace('${name}', '${caller}'),
    });
  });
  test('lead to where they are set, and to all their uses, in both files alike', () => {
    const main = fetchOf(A);
    const fromUse = openWorkspace(
      { 'main.flow.json': main, 'greet.flow.json': greet.replace('${name', '${na|me') },
      { links },
    );
    assert.deepEqual(definitionsOf(fromUse), ['main.flow.json: name']);
    const all = ['greet.flow.json: name', 'main.flow.json: name'];
    assert.deepEqual(referencesOf(fromUse), all);
    const fromSetter = openWorkspace(
      { 'main.flow.json': main.replace('"name"', '"na|me"'), 'greet.flow.json': greet },
      { links },
    );
    assert.deepEqual(definitionsOf(fromSetter), ['greet.flow.json: name']);
    assert.deepEqual(referencesOf(fromSetter)?.sort(), all);
  });
  test('are shared through flows that do not name them', () => {
    const through = `[{"type": "fetch_flow", "option": {"flow_id": "${A}"}}]`;
    const opened = openWorkspace(
      { 'main.flow.json': fetchOf(B).replace('"name"', '"na|me"'), 'sub.flow.json': through, 'greet.flow.json': greet },
      { links },
    );
    assert.deepEqual(Object.keys(renamed(opened, 'caller')), ['main.flow.json', 'greet.flow.json']);
  });
  test('of two flows that share a subroutine without the variable are two', () => {
    const hello = '[{"type": "talk", "option": {"text": "Hello."}}]';
    const opened = openWorkspace(
      {
        'main.flow.json': fetchOf(A).replace('"name"', '"na|me"'),
        'greet.flow.json': hello,
        'other.flow.json': fetchOf(A),
      },
      { links },
    );
    assert.deepEqual(Object.keys(renamed(opened, 'caller')), ['main.flow.json']);
  });
  test('of two flows that a third runs one after the other are one', () => {
    const both = `[{"type": "fetch_flow", "option": {"flow_id": "${B}"}}, {"type": "fetch_flow", "option": {"flow_id": "${A}"}}]`;
    const opened = openWorkspace(
      {
        'main.flow.json': both,
        'sub.flow.json': fetchOf(NOWHERE).replace('"name"', '"na|me"'),
        'greet.flow.json': greet,
      },
      { links },
    );
    assert.deepEqual(Object.keys(renamed(opened, 'caller')), ['sub.flow.json', 'greet.flow.json']);
  });
  test('of the flow of a new call are its own', () => {
    const opened = openWorkspace(
      {
        'main.flow.json': `[{"type": "variable_set", "option": {"key": "na|me"}}, {"type": "call", "option": {"flow_id": "${A}"}}]`,
        'greet.flow.json': greet,
      },
      { links },
    );
    assert.deepEqual(Object.keys(renamed(opened, 'caller')), ['main.flow.json']);
  });
  test('are refused a name that a linked flow has', () => {
    const opened = openWorkspace(
      {
        'main.flow.json': fetchOf(A).replace('"name"', '"na|me"'),
        'greet.flow.json': greet.replace('.', ' ${caller}.'),
      },
      { links },
    );
    assert.match(
      String(renamed(opened, 'caller')),
      /^The linked flow greet\.flow\.json has a variable "caller" already\./,
    );
  });
});

suite('linked flows: symbols', () => {
  test('are those of all files, open or not', () => {
    const { workspace } = openWorkspace(
      { 'main.flow.json': fetchOf(A), 'greet.flow.json': greet },
      { open: ['main.flow.json'] },
    );
    const names = (query: string) => workspaceSymbols(workspace, query).map(({ name }) => name);
    assert.deepEqual(names('hello'), ['talk "Hello ${name}."']);
    assert.deepEqual(names('hello'), ['talk "Hello ${name}."'], 'a second time they are known');
    assert.ok(names('').includes('main.flow.json') && names('').includes('Greeting'));
  });
});

suite('linked flows: the id that is missing', () => {
  const files = {
    'main.flow.json': '[{"type": "fetch_flow", "option": {"flow_id": "|"}}]',
    'greet.flow.json': greet,
    'shop/new.flow.json': '[]',
    'new.flow.json': '[]',
  };
  const actionsIn = (useFlowCommand?: string) => {
    const { workspace, document, cursor, after } = openWorkspace(files, {
      links: { [A]: 'greet.flow.json' },
      open: ['main.flow.json'],
    });
    const own = document(cursor.name);
    const at = own.positionAt(cursor.offset);
    const host = { document: own, settings: {}, newId: () => NOWHERE, workspace, useFlowCommand };
    const all = codeActions({ start: at, end: at }, { diagnostics: [] }, host);
    return { after, found: all.filter(({ title }) => title.startsWith('Name') || title.startsWith('Register')) };
  };
  test('is offered of the flows of the workspace, and the finding goes', () => {
    const { found, after } = actionsIn();
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Name the flow "Greeting" of greet.flow.json'],
    );
    const text = after(found[0]?.edit ?? null)['main.flow.json'] ?? '';
    assert.equal(text, fetchOf(A).replace(/^.*?, (?=\{"type": "fetch)/, '['));
    assert.deepEqual(
      checkFlow(readFlow(text), {}).map(({ code }) => code),
      [],
    );
  });
  test('a file that is not registered is registered first, where an editor can', () => {
    const { found } = actionsIn('editor.useFlow');
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        'Name the flow "Greeting" of greet.flow.json',
        'Register new.flow.json and name its flow',
        'Register shop/new.flow.json and name its flow',
      ],
    );
    assert.deepEqual(found[1]?.command, {
      title: 'Register new.flow.json and name its flow',
      command: 'editor.useFlow',
      arguments: [{ file: 'file:///shop/new.flow.json', uri: 'file:///shop/main.flow.json', offset: 46, text: '""' }],
    });
  });
});

suite('linked flows: a flow file that is made', () => {
  test('gets a name that no file has, of the same kind', () => {
    const { workspace, uriOf } = openWorkspace({ 'menu-talk.flow.jsonc': '[]', 'menu.flow.jsonc': '[]' });
    assert.equal(newFlowFile(workspace, uriOf('menu.flow.jsonc'), ['talk']), uriOf('menu-talk-2.flow.jsonc'));
    assert.equal(newFlowFile(workspace, uriOf('body.json'), ['talk', 'hi']), uriOf('body-talk-hi.flow.json'));
    assert.equal(newFlowFile(workspace, 'untitled:Untitled-1', ['talk']), 'untitled:Untitled-1-talk.flow.json');
  });
  test('is made in one edit with the document, and not where an editor makes none', () => {
    const { document, uriOf } = openWorkspace({ 'main.flow.json': '[{"type": "beep"}]' });
    const own = document('main.flow.json');
    const range = { start: own.positionAt(1), end: own.positionAt(17) };
    const host = { document: own, settings: {}, newId: () => NOWHERE };
    const offered = (more: object) =>
      codeActions(range, { diagnostics: [], only: ['refactor.extract'] }, { ...host, ...more }).find(({ title }) =>
        title.endsWith('flow file'),
      );
    assert.equal(offered({}), undefined);
    const action = offered({ newFile: { uri: () => uriOf('new.flow.json'), version: 7 } });
    assert.deepEqual(
      action?.edit?.documentChanges?.map((change) =>
        'kind' in change
          ? [change.kind, 'uri' in change && change.uri]
          : [change.textDocument, change.edits.map((edit) => 'newText' in edit && edit.newText)],
      ),
      [
        ['create', uriOf('new.flow.json')],
        [{ uri: uriOf('new.flow.json'), version: null }, ['{ "actions": [{"type": "beep"}] }\n']],
        [{ uri: uriOf('main.flow.json'), version: 7 }, ['{ "type": "fetch_flow", "option": { "flow_id": "" } }']],
      ],
    );
  });
});

suite('linked flows: who runs which', () => {
  const files = { 'main.flow.json': fetchOf(A), 'greet.flow.json': greet };
  const opened = () => openWorkspace(files, { links: { [A]: 'greet.flow.json' }, open: ['greet.flow.json'] });

  test('a hierarchy of calls goes on in the other file, both ways', () => {
    const { workspace, document, at } = opened();
    const main = document('main.flow.json');
    const shared = document('greet.flow.json');
    const [fetching] = prepareCallHierarchy(main, main.text.indexOf('fetch_flow')) ?? [];
    const [talk] = prepareCallHierarchy(shared, shared.text.indexOf('talk')) ?? [];
    assert.ok(fetching && talk);
    assert.deepEqual(
      outgoingCalls(main, fetching, workspace).map(({ to, fromRanges }) => [
        to.name,
        to.uri,
        to.detail,
        ...fromRanges.map((range) => at(main.uri, range)),
      ]),
      [['talk "Hello ${name}."', shared.uri, 'greet.flow.json · action 1', A]],
    );
    assert.deepEqual(
      incomingCalls(shared, talk, workspace).map(({ from, fromRanges }) => [
        from.uri,
        from.detail,
        ...fromRanges.map((range) => at(main.uri, range)),
      ]),
      [[main.uri, 'main.flow.json · action 2', A]],
    );
  });
  test('a hint names the flow, and leads there', () => {
    const { workspace, document, uriOf } = opened();
    const main = document('main.flow.json');
    const whole = { start: main.positionAt(0), end: main.positionAt(main.text.length) };
    const kinds = { targets: true, durations: false, loops: false, variables: false };
    const [hint] = inlayHints(main, whole, kinds, workspace);
    assert.ok(hint && typeof hint.label !== 'string');
    assert.deepEqual(
      hint.label.map(({ value, location }) => [value, location?.uri]),
      [['→ Greeting', uriOf('greet.flow.json')]],
    );
  });
  test('a lens above a flow says how many places run it', () => {
    const { workspace, document } = opened();
    const shared = document('greet.flow.json');
    const [lens] = codeLenses(shared, { workspace, showPlacesCommand: 'show' });
    assert.equal(lens?.command?.title, '1 place runs this flow');
    assert.equal(lens?.command?.arguments?.[2]?.length, 1);
    const main = document('main.flow.json');
    assert.deepEqual(codeLenses(main, { workspace }), []);
  });
});
