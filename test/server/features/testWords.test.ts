import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { generatingCases, readTestedFlow, readTestFile, runningTests } from '../../../flow/tests';
import { carryTests, codeActions, rename, testRename, withTests } from '../../../server/features';
import { findNamed } from '../../../server/text/named';
import { isRefusal } from '../../../server/text/renaming';
import { A, B, newIds } from '../../support/ids';
import { openDocument } from '../../support/openFlow';

const flowUri = 'file:///test/m.flow.jsonc';
const testUri = 'file:///test/m.flow.test.json';
const talk = (id: string, text: string) =>
  `{ "id": "${id}", "type": "talk", "option": { "text": "${text}", "language": "en-US" } }`;

/** What a case that expects this fails of; none where it passes. */
function failuresOf(flow: string, tests: string): string[] {
  const read = readTestedFlow(flow, 'm.flow.jsonc');
  const { file, faults } = readTestFile(tests);
  assert.deepEqual(faults, []);
  assert.ok(file && typeof read !== 'string');
  return [...runningTests(read, file)].flatMap(({ failures }) => failures.map(({ message }) => message));
}

function open(flow: string, tests: string) {
  const document = openDocument(flowUri, flow);
  const test = openDocument(testUri, tests);
  const apply = ({ changes = {} }: WorkspaceEdit) => {
    const after = (before: TextDocument) => TextDocument.applyEdits(before, (changes[before.uri] ?? []) as TextEdit[]);
    return { flow: after(document), tests: after(test) };
  };
  return { model: document.model, document, test, apply };
}

/** A flow and its test file after a rename of what stands at the first place of a text, or at the last of the test file. */
function renamed(flow: string, tests: string, at: string, newName: string) {
  const { model, document, test, apply } = open(flow, tests);
  const offset = flow.indexOf(at) + at.length - 1;
  const edit = rename(document, offset, newName);
  assert.ok(edit && !isRefusal(edit), JSON.stringify(edit));
  return apply(withTests(edit, document, findNamed(model, offset), [test]));
}

/** The same after a code action. */
function changed(flow: string, tests: string, title: string, at = '"type"') {
  const { document, test, apply } = open(flow, tests);
  const place = document.positionAt(flow.indexOf(at) + 1);
  const host = { document, settings: {}, newId: newIds(), tests: [test] };
  const found = codeActions({ start: place, end: place }, { diagnostics: [], only: ['refactor'] }, host);
  const edit = found.find((action) => action.title.startsWith(title))?.edit;
  assert.ok(edit, found.map((action) => action.title).join('; '));
  return apply(carryTests(edit, document, [test]));
}

const caseOf = (expect: object, world: object = {}) =>
  JSON.stringify({ cases: [{ name: 'a', world, expect }] }, null, 1);

suite('a word of a test file that is a type and a name', () => {
  const menu = (first: string, second: string) => `[
    { "type": "answer" },
    { "type": "digits_receive", "option": { "duration": 5000, "length": 1 } },
    { "type": "branch", "option": { "target_ids": { "1": "${first}" }, "default_target_id": "${second}" } },
    { "id": "${second}", "type": "hangup" },
    { "id": "${first}", "type": "hangup" },
  ]`;
  const one = { digits: ['1'] };

  test('means the type: a name that is added to the flow changes no case', () => {
    assert.deepEqual(failuresOf(menu('bye', 'hangup'), caseOf({ runs: ['hangup'], never: ['stop'] }, one)), []);
    assert.deepEqual(failuresOf(menu('stop', 'bye'), caseOf({ never: ['stop'] }, one)), []);
  });

  test('Name All Actions makes no such name, and the cases still pass', () => {
    const tests = caseOf({ runs: ['digits_receive', A], never: [B] }, one);
    assert.deepEqual(failuresOf(menu(A, B), tests), []);
    const after = changed(menu(A, B), tests, 'Name All Actions');
    assert.match(after.tests, /"hangup-2"[\s\S]*"hangup-1"/);
    assert.deepEqual(failuresOf(after.flow, after.tests), []);
  });

  test('stays where the action of that name is renamed or gets a UUID, and when it is asked for in the test file', () => {
    const flow = menu('bye', 'hangup');
    const tests = caseOf({ runs: ['hangup'] }, one);
    for (const after of [renamed(flow, tests, '"id": "h', 'end'), changed(flow, tests, 'Use UUIDs')]) {
      assert.equal(after.tests, tests);
      assert.deepEqual(failuresOf(after.flow, after.tests), []);
    }
    const { document, test } = open(flow, tests);
    assert.equal(testRename(test, tests.indexOf('hangup'), 'end', document, [test]), null);
  });

  test('no action can be given such a name by Rename, and the reason is said', () => {
    const flow = menu('bye', 'end');
    const { document } = open(flow, '{}');
    assert.deepEqual(rename(document, flow.indexOf('bye'), 'hangup'), {
      refusal: '"hangup" is an action type, and test files mean the type by it. Choose another name.',
    });
  });
});

suite('a name that two lists use', () => {
  const call = (to: string, ...actions: string[]) =>
    `{ "type": "call", "option": { "source": { "type": "tel", "target": "+15550100001" }, "destinations": [{ "type": "tel", "target": "${to}" }], "actions": [ ${actions.join(', ')} ] } }`;
  const flow = `[ ${talk('ask', 'outer')}, ${call('+15550100002', talk('ask', 'inner'), talk('in', 'second'))}, ${call('+15550100003', talk('ask', 'other'), talk('last', 'end'))}, { "type": "hangup" } ]`;
  const tests = caseOf({
    runs: ['ask', 'call'],
    calls: [
      { to: '0002', runs: ['ask', 'in'] },
      { to: '0003', runs: ['ask'] },
    ],
  });
  const listsOf = (text: string) =>
    [...text.matchAll(/"runs": \[([^\]]*)\]/g)].map(([, list]) => list?.replace(/\s/g, ''));

  test('is the outer one in `runs`, and one of the placed call within `calls`', () => {
    assert.deepEqual(failuresOf(flow, tests), []);
    const wrong = caseOf({ calls: [{ runs: ['in', 'ask'] }] });
    assert.match(failuresOf(flow, wrong)[0] ?? '', /^1 ask: talk "inner" did not run/);
  });

  for (const [text, at, lists] of [
    ['outer', '"id": "a', ['"new","call"', '"ask","in"', '"ask"']],
    ['inner', `"actions": [ { "id": "a`, ['"ask","call"', '"new","in"', '"ask"']],
    ['other', `+15550100003" }], "actions": [ { "id": "a`, ['"ask","call"', '"ask","in"', '"new"']],
  ] as const) {
    test(`of which the ${text} one is renamed: the tests of the others stay`, () => {
      const after = renamed(flow, tests, at, 'new');
      assert.deepEqual(listsOf(after.tests), lists);
      assert.deepEqual(failuresOf(after.flow, after.tests), []);
    });
  }

  test('of lists that are alike is renamed in the item that has its turn', () => {
    const twice = `[ ${[1, 2].map(() => call('+15550100002', talk('ask', 'inner'), talk('in', 'second'))).join(', ')} ]`;
    const items = caseOf({ calls: [{ runs: ['ask'] }, { to: '0002', runs: ['ask', 'in'] }] });
    assert.deepEqual(failuresOf(twice, items), []);
    const [first, second] = [twice.indexOf('"id": "a'), twice.lastIndexOf('"id": "a')].map((at) => {
      const { model, document, test, apply } = open(twice, items);
      const edit = rename(document, at + 8, 'new');
      assert.ok(edit && !isRefusal(edit));
      return apply(withTests(edit, document, findNamed(model, at + 8), [test]));
    });
    assert.ok(first && second);
    assert.deepEqual(listsOf(first.tests), ['"new"', '"ask","in"']);
    assert.deepEqual(listsOf(second.tests), ['"ask"', '"new","in"']);
    for (const { flow, tests } of [first, second]) assert.deepEqual(failuresOf(flow, tests), []);
  });

  test('is renamed from the test file in the list that is meant there', () => {
    const { document, test, apply } = open(flow, tests);
    const edit = testRename(test, tests.lastIndexOf('ask'), 'new', document, [test]);
    assert.ok(edit && !isRefusal(edit));
    const after = apply(edit);
    assert.deepEqual(listsOf(after.tests), ['"ask","call"', '"ask","in"', '"new"']);
    assert.deepEqual(failuresOf(after.flow, after.tests), []);
  });

  test('each becomes its own UUID with Use UUIDs', () => {
    const after = changed(flow, tests, 'Use UUIDs');
    assert.ok(!after.tests.includes('ask'));
    assert.deepEqual(failuresOf(after.flow, after.tests), []);
  });

  test('is written into generated cases by the list of the placed call', () => {
    const silent = flow.replace(
      talk('in', 'second'),
      '{ "id": "in", "type": "answer" }, { "id": "again", "type": "answer" }',
    );
    const read = readTestedFlow(silent.replace(talk('ask', 'outer'), talk('in', 'outer')), 'm.flow.jsonc');
    assert.ok(typeof read !== 'string');
    const going = generatingCases(read, { cases: [] });
    let step = going.next();
    while (!step.done) step = going.next();
    assert.deepEqual(step.value[0]?.expect.calls?.[0]?.runs, ['in', 'again']);
  });

  test('goes from the tests of a placed call with the action of that call', () => {
    const after = changed(flow, tests, 'Delete this action', talk('ask', 'inner'));
    assert.deepEqual(listsOf(after.tests), ['"ask","call"', '"in"', '"ask"']);
    assert.deepEqual(failuresOf(after.flow, after.tests), []);
  });

  test('one UUID in two lists, of which one becomes a name', () => {
    const ids = flow.replaceAll('"ask"', `"${A}"`);
    const after = changed(ids, tests.replaceAll('"ask"', `"${A}"`), 'Name This Action', '"outer"');
    assert.deepEqual(listsOf(after.tests), ['"talk-outer","call"', `"${A}","in"`, `"${A}"`]);
    assert.deepEqual(failuresOf(after.flow, after.tests), []);
  });
});
