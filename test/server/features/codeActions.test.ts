import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver-types';
import type { CheckSettings } from '../../../flow/checks/checkFlow';
import { codeActions } from '../../../server/features/codeActions';
import { diagnostics } from '../../../server/features/diagnostics';
import { resolveCodeAction } from '../../../server/features/resolveCodeAction';
import { A, newIds } from '../../support/ids';
import { openFlow } from '../../support/openFlow';
import { sharedText } from '../../support/shared';

interface Request {
  readonly only?: string[];
  readonly settings?: CheckSettings;
  /** What the editor names of the findings; nothing when it is missing. */
  readonly sent?: (found: readonly Diagnostic[]) => readonly Diagnostic[];
  readonly turnOffCommand?: string;
  readonly playCommand?: string;
  readonly playOnPhoneCommand?: string;
}

/** The actions offered at the `|`, or for the range between two of them. */
function actionsAt(marked: string, { only, settings = {}, sent, ...commands }: Request = {}) {
  const [before = '', inside, after] = marked.split('|');
  const flow = openFlow(before + (after === undefined ? '' : inside) + (after ?? inside ?? ''));
  const end = after === undefined ? before.length : before.length + (inside?.length ?? 0);
  const range = { start: flow.document.positionAt(before.length), end: flow.document.positionAt(end) };
  const found = diagnostics(flow.document, settings);
  // What an editor asks by itself, for its light bulb: no refactorings.
  const triggerKind = CodeActionTriggerKind.Automatic;
  const context: CodeActionContext = {
    triggerKind,
    diagnostics: [...(sent?.(found) ?? [])],
    ...(only ? { only } : {}),
  };
  const host = { document: flow.document, settings, newId: newIds(), ...commands };
  const actions = codeActions(range, context, host);
  const apply = ({ edit }: CodeAction) =>
    TextDocument.applyEdits(flow.document, edit?.changes?.[flow.document.uri] ?? []);
  return { ...flow, found, actions, apply };
}

/** Asserts the titles of what is offered. */
function checkTitles(marked: string, request: Request, ...expected: string[]): void {
  const { actions } = actionsAt(marked, request);
  assert.deepEqual(
    actions.map((action) => action.title),
    expected,
  );
}

/** Asserts the text after the action whose title begins as given. */
function checkAction(marked: string, title: string, after: string, request: Request = {}): CodeAction {
  const { actions, apply } = actionsAt(marked, request);
  const action = actions.find((action) => action.title.startsWith(title));
  assert.ok(action, `no "${title}"; there are: ${actions.map((other) => other.title).join(', ') || 'none'}`);
  assert.equal(apply(action), after);
  return action;
}

const all = (found: readonly Diagnostic[]) => found;
const fixAll = { only: ['source.fixAll.voipbin'] };

suite('codeActions: fixes', () => {
  test('are offered where the finding is', () => {
    const action = checkAction(
      '[{"type": "answer", "ty|pe": "hangup", "type": "stop"}]',
      'Remove this',
      '[{"type": "answer", "type": "stop"}]',
    );
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
  });
  test('are offered at the end of the finding too, and not elsewhere', () => {
    checkTitles('[{"type": "answer"},|]', {}, 'Remove the comma');
    checkTitles('[{"ty|pe": "answer"},]', {});
  });
  test('carry the diagnostic that the editor shows', () => {
    const { actions, found } = actionsAt('[{"type": "answer"},|]', { sent: all });
    assert.equal(actions[0]?.diagnostics?.[0], found[0]);
  });
  test('are those of every finding in a range', () =>
    checkTitles('|[{"type": "answer", "type": "answer",}]|', {}, 'Remove this `type`', 'Remove the comma'));
  test('are those of the finding that the editor names, where a range has several', () =>
    checkTitles(
      '|[{"type": "answer", "type": "answer",}]|',
      { sent: (found) => found.slice(1, 2) },
      'Remove the comma',
    ));
  test('are those that the editor names on the line, wherever on it the cursor stands', () => {
    checkTitles('|[{"type": "answer"},]', { sent: all }, 'Remove the comma');
    checkTitles('|[\n{"type": "answer"},]', { sent: all });
  });
  test('are there although what the editor names is from before an edit', () => {
    const before = { start: { line: 7, character: 0 }, end: { line: 7, character: 1 } };
    checkTitles(
      '[{"type": "answer"},|]',
      { sent: (found) => found.map((diagnostic) => ({ ...diagnostic, range: before })) },
      'Remove the comma',
    );
  });
  test('of checks that are turned off are not offered', () =>
    checkTitles('[{"type": "answer"},|]', { settings: { severities: { 'json-syntax': 'off' } } }));
  test('are left out when other kinds are asked for', () => {
    checkTitles('[{"type": "answer"},|]', { only: ['refactor'] });
    checkTitles('[{"type": "answer"},|]', { only: ['quickfix'] }, 'Remove the comma');
  });
});

suite('codeActions: all findings of a kind', () => {
  const many = '[{"type": "answer",|}, /* a */ {"type": "hangup",},]';
  test('can be fixed at once', () =>
    checkAction(many, 'Make the whole file strict', '[{"type": "answer"}, {"type": "hangup"}]'));
  test('are all fixed, also two that are missing in one object', () => {
    const option = '"condition": "==", "false_target_id": "${x}"';
    checkAction(
      `[{"type": "condition_datetime", "opt|ion": { ${option} }}]`,
      'Write -1 for all',
      `[{"type": "condition_datetime", "option": { ${option}, "hour": -1, "minute": -1 }}]`,
    );
    checkAction(
      '|[{"type": "talk"}, {"type": "sleep"}]|',
      'Add all missing options',
      '[{"type": "talk", "option": { "text": "Good morning. How can we help you?", "language": "en-US" }}, {"type": "sleep", "option": { "duration": 3000 }}]',
    );
  });
  test('are all fixed, also those that others hide', () =>
    checkAction(
      "[{'ty|pe': 'talk', 'option': {'text': 'Who is there?', 'language': 'en-US',}}]",
      'Make the whole file strict',
      '[{"type": "talk", "option": {"text": "Who is there?", "language": "en-US"}}]',
    ));
  test('of options that VoIPbin does not know', () =>
    checkAction(
      '[{"type": "sleep", "option": {"durat|on": 1500, "speed": 2}}]',
      'Rename or remove all options',
      '[{"type": "sleep", "option": {"duration": 1500}}]',
    ));
  test('are not offered for one', () => checkTitles('[{"type": "answer"},|]', {}, 'Remove the comma'));
  test('are offered once, behind the fixes', () => {
    const { actions } = actionsAt(`|${many.replace('|', '')}|`);
    assert.equal(actions[actions.length - 1]?.title, 'Make the whole file strict JSON');
    assert.equal(actions.filter((action) => action.title === 'Make the whole file strict JSON').length, 1);
    assert.equal(actions[actions.length - 1]?.isPreferred, undefined);
  });
});

suite('codeActions: playing the call that shows a finding', () => {
  const play = { playCommand: 'play', playOnPhoneCommand: 'phone' };
  const loop =
    '[{"id": "aaaaaaaa-0000-4000-8000-000000000001", "type": "beep", "next_id": |"aaaaaaaa-0000-4000-8000-000000000001"}]';
  test('stands behind the fixes and before turning off the check', () => {
    checkTitles(
      loop,
      { ...play, turnOffCommand: 'quiet' },
      'Remove `next_id`',
      'Play this call in the Call view',
      'Play this call on the phone',
      'Turn off this check in the settings (self-target)',
    );
  });
  test('gives the command the document, the place and the code', () => {
    const { actions, document, found } = actionsAt(loop, { ...play, sent: all });
    const action = actions.find(({ title }) => title === 'Play this call in the Call view');
    const spot = { uri: document.uri, offset: document.getText().lastIndexOf('"aaaaaaaa'), code: 'self-target' };
    assert.deepEqual(action?.command, { title: 'Play this call in the Call view', command: 'play', arguments: [spot] });
    assert.deepEqual(action?.diagnostics, found);
  });
  test('is not offered for what no call shows, nor where the editor has no command', () => {
    assert.ok(actionsAt(loop, { sent: all }).actions.every(({ title }) => !title.startsWith('Play')));
    assert.ok(
      actionsAt('[{"type": "answer"},|]', { ...play, sent: all }).actions.every(
        ({ title }) => !title.startsWith('Play'),
      ),
    );
  });
  test('the titles of several have their codes', () => {
    const titles = actionsAt(
      '[|{"type": "digits_receive", "option": {"duration": 3000}}, {"type": "branch", "option": {"target_ids": {"1": "aaaaaaaa-0000-4000-8000-000000000001"}}}|]',
      { ...play, sent: all },
    ).actions.map(({ title }) => title);
    assert.ok(
      titles.includes('Play this call in the Call view (caller-dropped)') &&
        titles.includes('Play this call in the Call view (target-dangling)'),
      titles.join(', '),
    );
  });
});

suite('codeActions: turning off a check', () => {
  const off = { turnOffCommand: 'quiet' };
  test('stands at the end, once for each check that found something', () => {
    checkTitles(
      '|[{"type": "answer", "type": "answer",}]|',
      off,
      'Remove this `type`',
      'Remove the comma',
      'Turn off this check in the settings (duplicate-key)',
      'Turn off this check in the settings (json-syntax)',
    );
  });
  test('gives the command the code and the document, and is never what is meant', () => {
    const { actions, document, found } = actionsAt('[{"type": "answer"},|]', { ...off, sent: all });
    const action = actions.at(-1);
    assert.deepEqual(action?.command?.arguments, ['json-syntax', document.uri]);
    assert.equal(action?.command?.command, 'quiet');
    assert.deepEqual(action?.diagnostics, found);
    assert.equal(action?.isPreferred, undefined);
  });
  test('is there for findings without a fix', () =>
    checkTitles('[|]', off, 'Turn off this check in the settings (empty-actions)'));
  test('is not offered on saving', () =>
    checkTitles('[{"type": "answer"},|]', { ...off, ...fixAll }, 'Fix all VoIPbin findings'));
});

suite('codeActions: the whole file', () => {
  test('is fixed where the fixes are sure', () => {
    const action = checkAction(
      '[|{"type": "answer", "type": "hangup",}, {"type": "stop",},]',
      'Fix all',
      '[{"type": "hangup"}, {"type": "stop"}]',
      fixAll,
    );
    assert.equal(action.kind, 'source.fixAll.voipbin');
  });
  test('is fixed when a wider kind is asked for', () => {
    checkTitles('[{"type": "answer"},|]', { only: ['source.fixAll'] }, 'Fix all VoIPbin findings');
    checkTitles('[{"type": "answer"},|]', { only: ['source'] }, 'Fix all VoIPbin findings');
    checkTitles('[{"type": "answer"},|]', { only: ['source.fixAll.other'] });
    checkTitles('[{"type": "answer"},|]', { only: ['source.organizeImports'] });
  });
  test('is not offered where nothing is to be done', () => checkTitles('[|{"type": "answer"}]', fixAll));
  test('is fixed as a whole when thousands of ids lead to each other', () => {
    const count = 1500;
    const ring = Array.from({ length: count }, (_, at) => ({
      id: `step ${at}`,
      type: 'goto',
      option: { target_id: `step ${(at + 1) % count}`, loop_count: 1 },
    }));
    const { actions, apply } = actionsAt(`|${JSON.stringify(ring)}`, fixAll);
    const [all] = actions;
    assert.ok(all);
    assert.doesNotMatch(apply(all), /step/);
  });

  test('is left without the same mistakes in one round', () => {
    checkAction('|[{"type": "answer", "type": "stop", "type": "hangup",},]', 'Fix all', '[{"type": "hangup"}]', fixAll);
    checkAction('|// a\n[,]', 'Fix all', '// a\n[]', fixAll);
  });
});

suite('codeActions: thousands of findings', () => {
  const count = 3000;
  const text = JSON.stringify(Array.from({ length: count }, (_, at) => ({ id: `step ${at}`, type: 'answer' })));
  const { document } = openFlow(text);
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  /** What is offered for the whole text, and how many fixes were worked out for it: each makes a new id. */
  const ask = (resolves: boolean) => {
    let made = 0;
    const newId = () => `99999999-0000-4000-8000-${String(++made).padStart(12, '0')}`;
    // Another version of the text each time, of which nothing is known yet.
    const host = { document: openFlow(text).document, settings: {}, newId, resolves };
    const actions = codeActions(whole, { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic }, host);
    return { actions, all: actions[actions.length - 1], made: () => made, host };
  };

  test('are fixed in part where an editor waits for its light bulb, and what is left is said', () => {
    const { actions, all, made } = ask(false);
    assert.equal(actions.filter((action) => action.title === 'Give it a UUID').length, 50);
    assert.equal(all?.title, 'Give every action a UUID (2000 left for later)');
    assert.equal(all?.edit?.changes?.[document.uri]?.length, 1000);
    assert.ok(made() <= 1100, String(made()));
  });

  test('are fixed when that is chosen where an editor asks for the edit then', () => {
    const { all, made, host } = ask(true);
    assert.equal(all?.title, 'Give every action a UUID');
    assert.equal(all?.edit, undefined);
    assert.ok(made() <= 100, String(made()));
    assert.ok(all);
    const chosen = resolveCodeAction(all, host);
    assert.equal(chosen.title, 'Give every action a UUID');
    assert.doesNotMatch(TextDocument.applyEdits(document, chosen.edit?.changes?.[document.uri] ?? []), /step/);
  });
});

const judged = sharedText('corpus/expected.json');
if (judged !== undefined) {
  suite('codeActions: real documents', () => {
    test('have no more mistakes in their JSON after any fix than before', () => {
      let count = 0;
      for (const { file } of JSON.parse(judged) as { file: string }[]) {
        const text = sharedText(`corpus/files/${file}`)?.replaceAll('|', '/') ?? '';
        const { actions, apply, model } = actionsAt(`|${text}|`, { only: ['source.fixAll.voipbin', 'quickfix'] });
        for (const action of actions) {
          count++;
          const { issues } = openFlow(apply(action)).model;
          assert.ok(issues.length <= model.issues.length, `"${action.title}" breaks ${file}`);
        }
      }
      assert.ok(count > 100);
    });
  });
}

suite('codeActions: refactorings', () => {
  const { document } = openFlow('[{"type": "answer"}, {"type": "beep"}]');
  const at = { line: 0, character: 12 };
  const host = { document, settings: {}, newId: () => A };
  const titles = (context: CodeActionContext) =>
    codeActions({ start: at, end: at }, context, host).map(({ title, kind }) => `${kind}: ${title}`);
  test('are offered where an author asks, and not for the light bulb', () => {
    assert.ok(titles({ diagnostics: [] }).includes('refactor.move: Run it after beep'));
    assert.deepEqual(titles({ diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic }), []);
  });
  test('are those of the kind that is asked for', () => {
    assert.deepEqual(titles({ diagnostics: [], only: ['refactor.move'] }), ['refactor.move: Run it after beep']);
    assert.ok(titles({ diagnostics: [], only: ['refactor'] }).length > 3);
    assert.deepEqual(titles({ diagnostics: [], only: ['quickfix'] }), []);
  });
  test('are offered once, where a finding has one as its fix', () => {
    const named = openFlow('[{"id": "ask", "type": "beep"}]');
    const range = { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } };
    const offered = codeActions(range, { diagnostics: [] }, { ...host, document: named.document, renamesFiles: true });
    const moves = offered.filter(({ title }) => title === 'Move to a .flow.jsonc, where ids can be names');
    assert.deepEqual(
      moves.map(({ kind }) => kind),
      ['quickfix'],
    );
  });
  test('come without their edit where the editor asks for it later', () => {
    const [action] = codeActions(
      { start: at, end: at },
      { diagnostics: [], only: ['refactor.move'] },
      { ...host, resolves: true },
    );
    assert.ok(action?.data !== undefined && action.edit === undefined);
    // The action is taken out and put in: what it passes is left untouched.
    assert.equal(resolveCodeAction(action, host).edit?.changes?.[document.uri]?.length, 2);
  });
});
