import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionTriggerKind, type TextEdit } from 'vscode-languageserver-types';
import { isHarmless } from '../../../flow/json/parse';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';
import { checkTestNames } from '../../../flow/tests/checkTestNames';
import { readTestFile } from '../../../flow/tests/readTestFile';
import { carryTests, codeActions } from '../../../server/features';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C, newIds } from '../../support/ids';
import { openDocument } from '../../support/openFlow';

const flowUri = 'file:///test/m.flow.jsonc';
const testUri = 'file:///test/m.flow.test.jsonc';

/** Flows with names in the place of ids, or without; one action has a list of its own. */
const flows = fc.tuple(arbitraryFlow, arbitraryFlow, fc.nat(7), fc.boolean()).map(([outer, inner, at, names]) => {
  const actions = [...(outer as object[])];
  actions.splice(at, 0, { id: 'd', type: 'call', option: { actions: inner } });
  const text = JSON.stringify(actions, null, 1);
  return names ? text.replaceAll(A, 'ask').replaceAll(B, 'ask-2').replaceAll(C, 'menu') : text;
});

/** A test file that expects something of each id, and of types. */
function testOf({ actions }: FlowModel): string {
  const ids = actions.flatMap(({ id }) => id ?? []);
  const expect = { runs: ['talk', ...ids], exactly: ids, never: ids.slice(0, 1), calls: [{ runs: ids }] };
  return `// all\n${JSON.stringify({ cases: [{ name: 'all', expect }] }, null, 1)}`;
}

suite('test files of a flow that is changed', () => {
  test('name nothing that is gone, after any fix and any refactoring of any flow, and stay test files', () => {
    let count = 0;
    fc.assert(
      fc.property(flows, fc.nat(), (text, at) => {
        const document = openDocument(flowUri, text);
        const { model } = document;
        const own = openDocument(testUri, testOf(model));
        const action = model.actions[at % model.actions.length];
        const place = document.positionAt((action?.node.offset ?? 0) + 1);
        const host = { document, settings: {}, newId: newIds(), tests: [own] };
        const asked = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
        for (const { title, edit } of codeActions({ start: place, end: place }, asked, host)) {
          if (!edit) continue;
          count++;
          const { changes = {} } = carryTests(edit, document, [own]);
          const apply = (before: TextDocument) =>
            TextDocument.applyEdits(before, (changes[before.uri] ?? []) as TextEdit[]);
          const after = apply(own);
          const told = `${title}:\n${text}\nbecomes\n${apply(document)}\nand its test\n${after}`;
          const { root, faults } = readTestFile(after);
          assert.deepEqual(faults, [], told);
          const flow = readFlow(apply(document), { jsonc: true });
          assert.ok(flow.issues.every(isHarmless), told);
          const found = checkTestNames(root, { names: [], model: flow });
          assert.deepEqual(
            found.map(({ message }) => message),
            [],
            told,
          );
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(count > 100, String(count));
  }).timeout(60_000);
});
