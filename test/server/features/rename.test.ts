import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { targetOf } from '../../../flow/graph/target';
import { type ActionNode, type FlowModel, readFlow, type Scope } from '../../../flow/model/flowModel';
import { plainId } from '../../../flow/plain/plainModel';
import { prepareRename } from '../../../server/features/prepareRename';
import { rename } from '../../../server/features/rename';
import { findNamed } from '../../../server/text/named';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C, NOWHERE } from '../../support/ids';
import { openAtCursor, openFlow } from '../../support/openFlow';

/** Asserts the text after a rename at the cursor. */
function checkRename(marked: string, newName: string, expected: string, jsonc = false): void {
  const { document, offset } = openAtCursor(marked, { jsonc });
  assert.equal(TextDocument.applyEdits(document, editsOf(rename(document, offset, newName))), expected);
}

/** Asserts the words with which a new name is refused. */
function checkRefused(marked: string, newName: string, words: string, jsonc = false): void {
  const { document, offset } = openAtCursor(marked, { jsonc });
  const answer = rename(document, offset, newName);
  assert.ok(answer && 'refusal' in answer, `"${newName}" is taken`);
  assert.ok(answer.refusal.includes(words), answer.refusal);
}

/** Asserts what an editor shows before it asks for the name: the name, the reason why it stays, or that nothing is named. */
function checkPrepared(marked: string, expected: string | null): void {
  const { document, offset, at } = openAtCursor(marked);
  const answer = prepareRename(document, offset);
  if (answer && 'range' in answer) assert.equal(at(answer.range), answer.placeholder);
  assert.equal(answer && ('refusal' in answer ? answer.refusal : answer.placeholder), expected);
}

function editsOf(answer: ReturnType<typeof rename>): TextEdit[] {
  assert.ok(answer && !('refusal' in answer), JSON.stringify(answer));
  return Object.values((answer as WorkspaceEdit).changes ?? {}).flat();
}

const menu = (first: string, second: string, cursor = '') =>
  `[{"id": "${first}", "type": "talk"}, {"type": "branch", "option": {"target_ids": {"1": "${first}"}, "default_target_id": "${second}"}}, {"id": "${cursor}${second}", "type": "hangup", "next_id": "${first}"}]`;

suite('rename: a variable whose signs are escapes', () => {
  test('is changed with its other uses, and its escapes stay', () => {
    const text = (name: string) =>
      `[{"type": "variable_set", "option": {"key": "${name}", "value": "1"}}, {"type": "talk", "option": {"text": "\\u0024{${name}} $\\u007B${name}\\u007d \${${name}}"}}]`;
    checkRename(text('cust').replace('"cust"', '"cu|st"'), 'caller', text('caller'));
    checkRename(text('cust').replace('\\u0024{cust', '\\u0024{cu|st'), 'caller', text('caller'));
  });
});

suite('rename: an id', () => {
  test('everywhere in its list, from any of its places', () => {
    checkRename(menu(A, B, '|'), C, menu(A, C));
    checkRename(menu(A, B).replace(`{"id": "${A}`, `{"id": "|${A}`), C, menu(C, B));
    checkRename(menu(A, B).replace(`"next_id": "${A}`, `"next_id": "|${A}`), C, menu(C, B));
  });
  test('not in the list of another flow', () => {
    const text = (id: string) =>
      `[{"id": "${id}", "type": "call", "option": {"actions": [{"id": "${A}", "type": "goto", "option": {"target_id": "${A}"}}]}}, {"type": "goto", "option": {"target_id": "${id}"}}]`;
    checkRename(text(`${A}`).replace(A, `|${A}`), B, text(B));
  });
  test('of a copied action: the copy alone, for jumps lead to the first; the first with its jumps', () => {
    const text = (first: string, target: string, copy: string) =>
      `[{"id": "${first}", "type": "talk"}, {"id": "${copy}", "type": "talk"}, {"type": "goto", "option": {"target_id": "${target}"}}]`;
    checkRename(text('hi', 'hi', '|hi'), 'bye', text('hi', 'hi', 'bye'), true);
    checkRename(text('|hi', 'hi', 'hi'), 'bye', text('bye', 'bye', 'hi'), true);
    checkRename(text('hi', '|hi', 'hi'), 'bye', text('bye', 'bye', 'hi'), true);
    checkRename(text('welcome', 'welcome', '|welcome'), A, text('welcome', 'welcome', A));
    checkRename(text(`|${A}`, `{${A}}`, A.toUpperCase()), B, text(B, B, A.toUpperCase()));
  });
  test('in whatever form it is written', () =>
    checkRename(
      `[{"id": "|${A.toUpperCase()}", "type": "answer", "next_id": "{${A}}"}]`,
      B,
      `[{"id": "${B}", "type": "answer", "next_id": "${B}"}]`,
    ));
  test('or a variable to what it is already: nothing changes', () => {
    checkRename(`[{"id": "|${A}", "type": "answer"}]`, A, `[{"id": "${A}", "type": "answer"}]`);
    const text = '[{"type": "talk", "option": {"text": "Hi ${name}"}}]';
    for (const typed of ['name', '${name}']) checkRename(text.replace('name', 'na|me'), typed, text);
  });
  test('is written in the form of VoIPbin', () =>
    checkRename(`[{"id": "|${A}", "type": "answer"}]`, ` ${B.toUpperCase()} `, `[{"id": "${B}", "type": "answer"}]`));
  test('that VoIPbin does not take becomes one that it takes', () =>
    checkRename(
      '[{"id": "welcome", "type": "answer", "next_id": "welc|ome"}]',
      A,
      `[{"id": "${A}", "type": "answer", "next_id": "${A}"}]`,
    ));
  test('may be a name where a file has names', () => {
    checkRename(
      '[{"id": "wel|come", "type": "answer", "next_id": "welcome"}]',
      'hello-1',
      '[{"id": "hello-1", "type": "answer", "next_id": "hello-1"}]',
      true,
    );
    const { document, offset } = openAtCursor('[{"id": "|a", "next_id": "b"}, {"id": "b"}]', { jsonc: true });
    for (const [typed, words] of [
      ['1a', 'neither a name'],
      ['b', 'Another action'],
      ['a b', 'neither'],
    ] as const) {
      const answer = rename(document, offset, typed);
      assert.ok(answer && 'refusal' in answer && answer.refusal.includes(words), typed);
    }
  });
  test('leaves references to the start of the flow as they are', () => {
    const text = (id: string) =>
      `[{"id": "${id}", "type": "answer", "next_id": "00000000-0000-0000-0000-000000000001"}]`;
    checkRename(text(`|${A}`), B, text(B));
  });
  test('changes nothing where it stays the same', () =>
    checkRename(`[{"id": "|${A}"}]`, A.toUpperCase(), `[{"id": "${A}"}]`));
  test('that is taken, malformed or VoIPbin’s own is refused', () => {
    checkRefused(menu(A, B, '|'), A, 'Another action');
    checkRefused(menu(A, NOWHERE).replace(`{"id": "${A}`, `{"id": "|${A}`), NOWHERE, 'Another action');
    checkRefused(`[{"id": "|${A}", "next_id": "${NOWHERE}"}]`, NOWHERE, 'already has this id');
    checkRefused(menu(A, B, '|'), 'welcome', '"welcome" is not a UUID');
    checkRefused(menu(A, B, '|'), '00000000-0000-0000-0000-000000000001', 'reserves this id');
    checkRefused(menu(A, B, '|'), '00000000-0000-0000-0000-000000000000', 'names no action');
  });
  test('that is the UUID of a name of the list is refused, and the other way round', () => {
    const names = readFlow('[{"id": "ask"}]', { jsonc: true });
    const uuid = plainId(names, names.scopes[0] as Scope, 'ask');
    checkRefused(`[{"id": "ask"}, {"id": "|b"}]`, uuid, 'VoIPbin gets this id for the action ask', true);
    checkRefused(`[{"id": "|b"}, {"id": "${uuid}"}]`, 'ask', `VoIPbin gets ${uuid} for this name`, true);
    checkRefused(`[{"id": "|b"}, {"type": "goto", "next_id": "${uuid}"}]`, 'ask', 'VoIPbin gets', true);
    checkRename('[{"id": "|ask", "next_id": "ask"}]', uuid, `[{"id": "${uuid}", "next_id": "${uuid}"}]`, true);
    checkRename(`[{"id": "|${uuid}"}]`, 'ask', '[{"id": "ask"}]', true);
  });
});

suite('rename: a variable', () => {
  const text = (name: string) =>
    `{"variables": {"${name}": "1"}, "actions": [{"type": "variable_set", "option": {"key": "${name}", "value": "\${${name}}0"}}, {"type": "branch", "option": {"variable": "${name}"}}, {"type": "condition_variable", "option": {"variable": "\${${name}}"}}, {"type": "webhook_send", "option": {"data": "{\\"order\\": \\"\${${name}}\\"}"}}, {"type": "call", "option": {"actions": [{"type": "talk", "option": {"text": "\${${name}} \${${name}er}"}}]}}]}`;
  test('everywhere it is set, read, tested and declared', () => {
    const before = text('order').replaceAll('ordererer', 'orderer');
    for (let at = before.indexOf('order'); at >= 0; at = before.indexOf('order', at + 1)) {
      if (before.startsWith('orderer', at) || before.startsWith('order\\"', at)) continue;
      const expected = before.replace(/order(?!er|\\")/g, 'booking');
      checkRename(`${before.slice(0, at + 2)}|${before.slice(at + 2)}`, 'booking', expected);
    }
  });
  test('may be typed as it stands in the text', () =>
    checkRename(
      '[{"type": "talk", "option": {"text": "${|a}"}}]',
      '${b}',
      '[{"type": "talk", "option": {"text": "${b}"}}]',
    ));
  test('is found behind escapes and written with them', () =>
    checkRename(
      '[{"type": "talk", "option": {"text": "${a\\u0062|}${ab}"}}]',
      'grüße 😀',
      '[{"type": "talk", "option": {"text": "${grüße 😀}${grüße 😀}"}}]',
    ));
  test('that is taken or malformed is refused', () => {
    const two = '[{"type": "talk", "option": {"text": "${|a}${b}"}}]';
    checkRefused(two, 'b', 'already');
    checkRefused(two, '', 'needs a name');
    checkRefused(two, ' c', 'space');
    checkRefused(two, 'c}', '"}"');
    checkRefused(two, 'c"', 'cannot have');
    checkRefused(two, 'c\nd', 'line break');
    checkRefused(two, 'VoIPbin.call.digits', 'belong to VoIPbin');
  });
});

suite('rename: before the name is asked for', () => {
  test('the name that is meant is shown', () => {
    checkPrepared(`[{"id": "${A.slice(0, 4)}|${A.slice(4)}"}]`, A);
    checkPrepared('[{"type": "talk", "option": {"text": "Hello ${na|me}."}}]', 'name');
    checkPrepared('[{"type": "branch", "option": {"variable": "|kind"}}]', 'kind');
  });
  test('what VoIPbin sets itself stays as it is', () => {
    checkPrepared(
      '[{"type": "talk", "option": {"text": "${voipbin.call.|digits}"}}]',
      '"voipbin.call.digits" is VoIPbin’s own. You can rename only your own variables.',
    );
    checkPrepared(
      '[{"type": "answer", "next_id": "00000000-|0000-0000-0000-000000000001"}]',
      'VoIPbin reserves this id: “start”. It cannot be renamed.',
    );
    checkPrepared(
      '[{"type": "answer", "id": "|00000000-0000-0000-0000-000000000000"}]',
      'The empty id names no action.',
    );
  });
  test('what has no name is not asked for', () => {
    checkPrepared('[{"ty|pe": "answer"}]', null);
    checkPrepared(`[{"id": "${A}", "type": "branch", "option": {"target_ids": {"|1": "${A}"}}}]`, null);
    checkPrepared('[{"type": "talk", "option": {"text": "${|}"}}]', null);
  });
});

suite('rename: any flow', () => {
  test('and back gives the text again', () =>
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), fc.boolean(), (actions, at, jsonc) => {
        const written = JSON.stringify(actions, null, 2);
        const { text, document } = openFlow(jsonc ? written.replaceAll(A, 'first') : written, { jsonc });
        const offset = at % text.length;
        const prepared = prepareRename(document, offset);
        if (!prepared || !('range' in prepared)) return;
        const other = prepared.placeholder === A || prepared.placeholder.length === 36 ? NOWHERE : 'renamed';
        const there = openFlow(TextDocument.applyEdits(document, editsOf(rename(document, offset, other))), {
          jsonc,
        });
        assert.notEqual(there.text, text);
        const start = there.document.offsetAt(prepared.range.start);
        const back = rename(there.document, start, prepared.placeholder);
        assert.equal(TextDocument.applyEdits(there.document, editsOf(back)), text);
      }),
      { numRuns: 500 },
    ));
  test('leaves each jump where it led, also where actions have the same id', () =>
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), fc.constantFrom(A, B, C), (actions, at, copied) => {
        const { text, model, document } = openFlow(JSON.stringify(actions).replaceAll(copied, B));
        const answer = rename(document, at % text.length, NOWHERE);
        if (!answer || 'refusal' in answer || findNamed(model, at % text.length)?.kind !== 'action') return;
        const after = openFlow(TextDocument.applyEdits(document, editsOf(answer))).model;
        const targets = ({ references, actions: list }: FlowModel) =>
          references.map((reference) => list.indexOf(targetOf(reference) as ActionNode));
        assert.deepEqual(targets(after), targets(model));
      }),
      { numRuns: 500 },
    ));
});
