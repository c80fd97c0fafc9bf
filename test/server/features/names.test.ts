import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { codeActions } from '../../../server/features/codeActions';
import { definition } from '../../../server/features/definition';
import { documentSymbols } from '../../../server/features/documentSymbols';
import { hover } from '../../../server/features/hover';
import { references } from '../../../server/features/references';
import { rename } from '../../../server/features/rename';
import { completeAt } from '../../support/completions';
import { A } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

const jsonc = { jsonc: true };
const menu = (target: string) => `[
  { "id": "ask", "type": "talk", "option": { "text": "Press 1" } },
  { "type": "branch", "option": { "target_ids": { "1": "bye" }, "default_target_id": "${target}" } }, // again
  { "id": "bye", "type": "hangup" },
]`;

suite('names in the editor', () => {
  test('definition leads from a reference to the action, references list both', () => {
    const { offset, document, at } = openAtCursor(menu('as|k'), jsonc);
    const [target] = definition(document, offset) ?? [];
    assert.ok(target);
    assert.deepEqual([at(target.targetSelectionRange), target.targetSelectionRange.start.line], ['ask', 1]);
    const found = references(document, offset, { includeDeclaration: true }) ?? [];
    assert.deepEqual(
      found.map(({ range }) => [at(range), range.start.line]),
      [
        ['ask', 1],
        ['ask', 2],
      ],
    );
  });

  test('hover tells what a name leads to, and the UUID that VoIPbin knows', () => {
    const textAt = (marked: string, options = jsonc) => {
      const { offset, document } = openAtCursor(marked, options);
      const contents = hover(document, offset)?.contents;
      return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
    };
    const text = textAt(menu('as|k'));
    assert.match(text, /^\*\*→ `ask: talk "Press 1"`\*\*/);
    assert.ok(text.includes(`VoIPbin knows it as \`${uuidOfName('', 'ask')}\`.`), text);
    assert.doesNotMatch(text, /no UUID/);
    assert.match(textAt(menu('as|')), /\*\*No action of this flow has the name\*\* `as`/);
    assert.match(textAt(menu('1 a|')), /`1 a` is not a UUID and not a name\./);
    assert.match(textAt(menu('as|k'), { jsonc: false }), /`ask` is not a UUID\./);
  });

  test('the outline shows each name once', () => {
    const { document } = openAtCursor(`${menu('ask')}|`, jsonc);
    assert.deepEqual(
      documentSymbols(document).map(({ name, detail }) => [name, detail]),
      [
        ['ask: talk "Press 1"', ''],
        ['branch 1', ''],
        ['bye: hangup', ''],
      ],
    );
  });

  test('completion offers the names of the list, also where one is half typed', () => {
    for (const typed of ['|', 'as|', 'ask|']) {
      const { labels, accept } = completeAt(menu(typed), jsonc);
      assert.deepEqual(labels, ['bye: hangup', 'ask: talk "Press 1"', 'New action here…'], typed);
      assert.equal(accept('ask: talk "Press 1"'), menu('ask'));
    }
  });

  test('completion gives a name to an action without one that is chosen', () => {
    const flow = (id: string, target: string) =>
      `[{ "type": "goto", "option": { "target_id": "${target}" } }, { ${id}"type": "talk", "option": { "text": "Press 1" } }]`;
    assert.equal(
      completeAt(flow('', '|'), jsonc).accept('talk "Press 1"'),
      flow('"id": "talk-press-1", ', 'talk-press-1'),
    );
  });

  test('completion offers a name where an id is typed, and a UUID behind it', () => {
    const flow = (id: string) =>
      `[{ "type": "talk", "id": "${id}", "option": { "text": "Welcome" } }, { "id": "ask", "type": "answer" }]`;
    const { labels, accept } = completeAt(flow('|'), jsonc);
    assert.deepEqual(labels, ['talk-welcome', 'new id']);
    assert.equal(accept('talk-welcome'), flow('talk-welcome'));
    assert.deepEqual(completeAt(flow('|'), { jsonc: false }).labels, ['new id']);
  });

  test('a name is renamed in its list, to another one that is free', () => {
    const { offset, document } = openAtCursor(menu('as|k'), jsonc);
    const refused = (name: string) => {
      const answer = rename(document, offset, name);
      return answer && 'refusal' in answer ? answer.refusal : undefined;
    };
    const answer = rename(document, offset, 'menu') as WorkspaceEdit;
    const after = TextDocument.applyEdits(document, answer.changes?.[document.uri] ?? []);
    assert.equal(after, menu('menu').replace('"id": "ask"', '"id": "menu"'));
    assert.equal(refused('bye'), 'Another action of this list has this name. Choose another one.');
    assert.match(refused('1 menu') ?? '', /is neither a name nor a UUID/);
    assert.equal(refused(A), undefined);
  });
});

suite('names: a name that is being typed', () => {
  const flow = (typed: string, id = '', more = '') =>
    `[ { "id": "ask", "type": "answer", "next_id": "${typed}" }, { ${id}"type": "talk", "option": { "text": "Welcome", "language": "en-US" } }${more} ]`;
  const other = ', { "type": "beep", "next_id": "talk-welcome" }';
  const label = 'talk "Welcome"';

  test('is given to the action whose name it would be, as while its last letter is missing', () => {
    const named = flow('talk-welcome', '"id": "talk-welcome", ');
    assert.equal(completeAt(flow('talk-welcom|'), jsonc).accept(label), named);
    assert.equal(completeAt(flow('talk-welcome|'), jsonc).accept(label), named);
  });

  test('is not, where another action waits for it', () => {
    const named = flow('talk-welcome-2', '"id": "talk-welcome-2", ', other);
    assert.equal(completeAt(flow('talk-welcome|', '', other), jsonc).accept(label), named);
  });
});

suite('names: code actions', () => {
  function actionsAt(
    marked: string,
    { renamesFiles = true, only = undefined as string[] | undefined, isJsonc = true } = {},
  ) {
    const { offset, document } = openAtCursor(marked, { jsonc: isJsonc });
    const position = document.positionAt(offset);
    const host = { document, settings: {}, newId: () => A, renamesFiles };
    const found = codeActions({ start: position, end: position }, { diagnostics: [], ...(only ? { only } : {}) }, host);
    const after = (title: string) => {
      const edit = found.find((action) => action.title === title)?.edit;
      return TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
    };
    const titles = found.map(({ title }) => title).filter((title) => ours.test(title));
    return { titles, after, found, uri: document.uri };
  }
  /** Those about names; what else can be made of an action has tests of its own. */
  const ours = /^(Name|Use UUIDs|Move to a|Give it a UUID)/;
  const refactor = { only: ['refactor'] };

  test('name this action, or all', () => {
    const flow = (first: string, second: string) =>
      `[ { ${first}"type": "answer", "next_id": "${second}" }, { "id": "${second}", "type": "hangup" } ]`;
    const { titles, after } = actionsAt(flow('|', A), refactor);
    assert.deepEqual(titles, ['Name This Action: answer-1', 'Name All Actions']);
    assert.equal(after('Name This Action: answer-1'), flow('"id": "answer-1", ', A));
    assert.equal(after('Name All Actions'), flow('"id": "answer-1", ', 'hangup-1'));
    const second = actionsAt(flow('', A).replace('"hangup"', '"hang|up"'), refactor);
    assert.equal(second.titles[0], 'Name This Action: hangup-1');
    assert.equal(second.after('Name This Action: hangup-1'), flow('', 'hangup-1'));
  });

  test('are not offered in what VoIPbin wrote', () => {
    const text = `{"id": "${A}", "tm_create": "", "actions": [{"type": "|answer"}, {"id": "${A}", "type": "hangup"}]}`;
    assert.deepEqual(actionsAt(text, refactor).titles, []);
  });

  test('use UUIDs, which are those that VoIPbin gets', () => {
    const { titles, after } = actionsAt(`${menu('ask')} |`, refactor);
    assert.deepEqual(titles, ['Name All Actions', 'Use UUIDs']);
    const [ask, bye] = ['ask', 'bye'].map((name) => uuidOfName('', name));
    assert.equal(after('Use UUIDs'), `${menu('ask').replaceAll('"ask"', `"${ask}"`).replaceAll('"bye"', `"${bye}"`)} `);
  });

  test('plain JSON moves to the form that has names: as a fix beside today’s, and where an id stands', () => {
    const move = 'Move to a .flow.jsonc, where ids can be names';
    const named = '[ { "id": "as|k", "type": "answer" } ]';
    const { found, uri, titles } = actionsAt(named, { isJsonc: false });
    assert.deepEqual(titles.slice(0, 2), ['Give it a UUID', move]);
    assert.deepEqual(found[1]?.edit, { documentChanges: [{ kind: 'rename', oldUri: uri, newUri: `${uri}c` }] });
    assert.equal(actionsAt(named, { isJsonc: false, renamesFiles: false }).titles.includes(move), false);
    assert.deepEqual(actionsAt(named.replace('as|k', `|${A}`), { isJsonc: false, ...refactor }).titles, [move]);
    assert.deepEqual(actionsAt(`[ { "id": "${A}", "type": "ans|wer" } ]`, { isJsonc: false, ...refactor }).titles, []);
  });
});
