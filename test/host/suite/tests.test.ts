import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Tests } from '../../../client/tests/startTests';

const flow = `[
  { "type": "digits_receive", "option": { "duration": 3000, "length": 1 } },
  { "type": "branch", "option": { "default_target_id": "a0000000-0000-4000-8000-000000000002", "target_ids": { "1": "a0000000-0000-4000-8000-000000000001" } } },
  { "id": "a0000000-0000-4000-8000-000000000001", "type": "hangup" },
  { "id": "a0000000-0000-4000-8000-000000000002", "type": "talk", "option": { "text": "Goodbye.", "language": "en-US" } }
]`;
const cases = `{
  "cases": [
    { "name": "presses 1", "world": { "digits": ["1"] }, "expect": { "ends": "hangup" } },
    { "name": "[waits](command:x)", "expect": { "says": ["Welcome"] } }
  ]
}`;

interface Frame {
  readonly label: string;
  readonly uri?: vscode.Uri;
  readonly position?: vscode.Position;
}

suite('Test Explorer', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const flowFile = vscode.Uri.joinPath(folder, 'tested.flow.json');
  const testFile = vscode.Uri.joinPath(folder, 'tested.flow.test.json');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  let tests: Tests;

  suiteSetup(async () => {
    await write(flowFile, flow);
    await write(testFile, cases);
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    tests = await (await extension.activate()).tests();
    await tests.tree.discover();
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(flowFile);
    await vscode.workspace.fs.delete(testFile);
  });

  const fileItem = () => {
    const item = tests.controller.items.get(testFile.toString());
    assert.ok(item);
    return item;
  };
  const childrenOf = (item: vscode.TestItem) => [...item.children].map(([, child]) => child);
  const run = (include: readonly vscode.TestItem[], covers = false) =>
    tests.runner.run(new vscode.TestRunRequest(include), new vscode.CancellationTokenSource().token, covers);

  const until = async (what: string, holds: () => boolean) => {
    for (const began = Date.now(); !holds(); ) {
      assert.ok(
        Date.now() - began < 20_000,
        `${what} does not come: ${fileItem().error} ${childrenOf(fileItem()).map(({ label }) => label)}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };

  test('shows files, and their cases at their names', async () => {
    await tests.tree.read(fileItem());
    const [first, second] = childrenOf(fileItem());
    assert.equal(first?.label, 'presses 1');
    assert.equal(first?.range?.start.line, 2);
    assert.equal(second?.label, '[waits] (command:x)');
  });

  test('runs the case around the cursor, also left of its name', async () => {
    const document = await vscode.workspace.openTextDocument(testFile);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(cases.lastIndexOf('"name"'));
    editor.selection = new vscode.Selection(at, at);
    const ran: (readonly vscode.TestItem[] | undefined)[] = [];
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    tests.controller.createTestRun = (request, ...args) => {
      ran.push(request.include);
      return createTestRun(request, ...args);
    };
    try {
      await vscode.commands.executeCommand('testing.runAtCursor');
      await until('the run', () => ran.length > 0);
      assert.deepEqual(
        ran.map((items) => [...new Set(items?.map(({ label }) => label))]),
        [['[waits] (command:x)']],
      );
    } finally {
      tests.controller.createTestRun = createTestRun;
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  test('runs a file, and one case alone', async () => {
    const all = await run([fileItem()]);
    assert.deepEqual([...all.values()], ['passed', 'failed']);
    const [first] = childrenOf(fileItem());
    assert.ok(first);
    assert.deepEqual([...(await run([first])).entries()], [[first.id, 'passed']]);
  });

  test('a failure stands at its expectation, and leads to the action at which the call went another way', async () => {
    const told: vscode.TestMessage[] = [];
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    tests.controller.createTestRun = (...args) => {
      const made = createTestRun(...args);
      made.failed = (_, message) => void told.push(...[message].flat());
      return made;
    };
    try {
      await run([fileItem()]);
    } finally {
      tests.controller.createTestRun = createTestRun;
    }
    const [message] = told as (vscode.TestMessage & { readonly stackTrace?: readonly Frame[] })[];
    assert.match(String(message?.message), /"Welcome" was not spoken/);
    assert.equal(message?.location?.range.start.line, 3);
    assert.equal(message?.expectedOutput, 'Welcome\nGoodbye.');
    assert.equal(message?.actualOutput, 'Goodbye.');
    assert.deepEqual(
      message?.stackTrace?.map(({ label, uri, position }) => [label, uri?.path, position?.line]),
      [
        ['the expectation', testFile.path, 3],
        ['2 branch 1', flowFile.path, 2],
      ],
    );
  });

  test('offers the key and the action that are meant', async () => {
    const document = await vscode.workspace.openTextDocument(testFile);
    const editor = await vscode.window.showTextDocument(document);
    const whole = () => new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    const fixed = async (text: string, wrong: string) => {
      await editor.edit((edit) => edit.replace(whole(), text));
      const start = document.positionAt(text.indexOf(wrong) + 1);
      const command = 'vscode.executeCodeActionProvider';
      const kind = vscode.CodeActionKind.QuickFix.value;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        command,
        testFile,
        new vscode.Range(start, start),
        kind,
      );
      const action = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(action?.edit, `no fix for ${wrong}: ${actions.map(({ title }) => title)}`);
      await vscode.workspace.applyEdit(action.edit);
      return [action.title, document.getText()];
    };
    const key = (name: string) => `{ "cases": [{ "name": "a", "expect": { "${name}": "hangup" } }] }`;
    const name = (type: string) => `{ "cases": [{ "name": "a", "expect": { "never": ["${type}"] } }] }`;
    assert.deepEqual(await fixed(key('endz'), '"endz"'), ['Rename to `ends`', key('ends')]);
    assert.deepEqual(await fixed(name('tlak'), '"tlak"'), ['Change to `talk`', name('talk')]);
    await editor.edit((edit) => edit.replace(whole(), cases));
    await document.save();
    await until('both cases', () => fileItem().children.size === 2);
  });

  test('covers actions as statements and ways as branches with their names', async () => {
    const [first] = childrenOf(fileItem());
    assert.ok(first);
    const covered: vscode.FileCoverage[] = [];
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    tests.controller.createTestRun = (...args) => {
      const made = createTestRun(...args);
      const addCoverage = made.addCoverage.bind(made);
      made.addCoverage = (coverage) => {
        covered.push(coverage);
        addCoverage(coverage);
      };
      return made;
    };
    try {
      await run([first], true);
    } finally {
      tests.controller.createTestRun = createTestRun;
    }
    const [coverage] = covered;
    assert.ok(coverage);
    assert.equal(coverage.uri.toString(), flowFile.toString());
    assert.deepEqual([coverage.statementCoverage.covered, coverage.statementCoverage.total], [3, 4]);
    assert.deepEqual([coverage.branchCoverage?.covered, coverage.branchCoverage?.total], [1, 2]);
    const details = tests.runner.details(coverage);
    assert.deepEqual(
      details[1]?.branches.map(({ label, executed }) => [label, executed]),
      [
        ['default', 0],
        ['key 1', 1],
      ],
    );
  });

  test('follows what is typed, and tells at the file what is wrong with it', async () => {
    const document = await vscode.workspace.openTextDocument(testFile);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(cases.indexOf('presses 1'));
    await editor.edit((edit) => edit.insert(at, 'the caller '));
    await until('the new name', () => childrenOf(fileItem()).some(({ label }) => label === 'the caller presses 1'));
    await editor.edit((edit) => edit.insert(document.positionAt(0), '{'));
    await until('the fault', () => fileItem().error !== undefined);
    assert.match(String(fileItem().error), /not valid JSON/);
    assert.deepEqual([...(await run([fileItem()])).values()], ['errored']);
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(whole, cases));
    await document.save();
    await until('the end of the fault', () => fileItem().error === undefined);
    await until('the old name', () => childrenOf(fileItem()).some(({ label }) => label === 'presses 1'));
  });

  test('keeps running when the flow is saved, until it is stopped', async () => {
    const ran: string[] = [];
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    tests.controller.createTestRun = (...args) => {
      ran.push('run');
      return createTestRun(...args);
    };
    const stop = new vscode.CancellationTokenSource();
    try {
      const request = new vscode.TestRunRequest([fileItem()], undefined, tests.profiles.run, true);
      await tests.profiles.run.runHandler(request, stop.token);
      const document = await vscode.workspace.openTextDocument(flowFile);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(document.positionAt(flow.length), '\n'));
      await document.save();
      await until('a run', () => ran.length > 0);
      stop.cancel();
      await editor.edit((edit) => edit.insert(document.positionAt(0), '\n'));
      await document.save();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(ran, ['run']);
    } finally {
      tests.controller.createTestRun = createTestRun;
    }
  });

  test('runs nothing more once it is cancelled', async () => {
    const stop = new vscode.CancellationTokenSource();
    const running = tests.runner.run(new vscode.TestRunRequest([fileItem()]), stop.token, false);
    stop.cancel();
    assert.equal((await running).size, 0);
  });

  test('runs nothing more once it is cancelled in the middle', async () => {
    const many = vscode.Uri.joinPath(folder, 'many-cases.flow.test.json');
    const all = Array.from({ length: 3000 }, (_, n) => ({ name: `case ${n}`, expect: {} }));
    await write(many, JSON.stringify({ flow: './tested.flow.json', cases: all }));
    const stop = new vscode.CancellationTokenSource();
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    let ended = 0;
    tests.controller.createTestRun = (...args) => {
      const made = createTestRun(...args);
      const passed = made.passed.bind(made);
      const end = made.end.bind(made);
      made.passed = (...given) => {
        stop.cancel();
        passed(...given);
      };
      made.end = () => {
        ended++;
        end();
      };
      return made;
    };
    try {
      const item = tests.tree.file(many);
      const outcomes = await tests.runner.run(new vscode.TestRunRequest([item]), stop.token, false);
      assert.equal(ended, 1);
      assert.ok(outcomes.size > 0 && outcomes.size < all.length, `${outcomes.size} ran`);
    } finally {
      tests.controller.createTestRun = createTestRun;
      await vscode.workspace.fs.delete(many);
    }
  });

  test('debugs a case in its world', async () => {
    const [first] = childrenOf(fileItem());
    assert.ok(first);
    const sessions: vscode.DebugSession[] = [];
    const listening = vscode.debug.onDidStartDebugSession((session) => sessions.push(session));
    // Named twice, as VS Code does for the case at the cursor.
    const request = new vscode.TestRunRequest([first, first]);
    const debugging = tests.profiles.debug.runHandler(request, new vscode.CancellationTokenSource().token);
    await until('a session', () => sessions.length > 0);
    assert.equal(sessions[0]?.type, 'voipbin-flow');
    assert.deepEqual(JSON.parse(sessions[0]?.configuration.world), { digits: ['1'] });
    await vscode.debug.stopDebugging();
    await debugging;
    listening.dispose();
    assert.equal(sessions.length, 1);
  });

  test('cancels a case that is debugged: the session ends, and the case has no result', async () => {
    const [first, second] = childrenOf(fileItem());
    assert.ok(first && second);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(flowFile));
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(flowFile, new vscode.Position(2, 0)));
    vscode.debug.addBreakpoints([breakpoint]);
    const [sessions, ended, told]: [string[], string[], string[]] = [[], [], []];
    const createTestRun = tests.controller.createTestRun.bind(tests.controller);
    tests.controller.createTestRun = (...args) => {
      const made = createTestRun(...args);
      for (const what of ['started', 'passed', 'failed', 'end'] as const) {
        const tell = (made[what] as (...given: unknown[]) => void).bind(made);
        Object.assign(made, {
          [what]: (...given: unknown[]) => {
            told.push(what);
            tell(...given);
          },
        });
      }
      return made;
    };
    const listening = vscode.Disposable.from(
      vscode.debug.onDidStartDebugSession(({ name }) => sessions.push(name)),
      vscode.debug.onDidTerminateDebugSession(({ name }) => ended.push(name)),
    );
    const stop = new vscode.CancellationTokenSource();
    try {
      const request = new vscode.TestRunRequest([first, second]);
      const debugging = tests.profiles.debug.runHandler(request, stop.token);
      await until('a stop at the breakpoint', () => vscode.debug.activeStackItem !== undefined);
      assert.deepEqual(told, ['started']);
      stop.cancel();
      await debugging;
      await until('the end of the session', () => ended.length > 0);
      assert.deepEqual([sessions.length, ended.length, told], [1, 1, ['started', 'end']]);
    } finally {
      tests.controller.createTestRun = createTestRun;
      vscode.debug.removeBreakpoints([breakpoint]);
      listening.dispose();
    }
  });

  test('the older text that a diff shows is not a file of its own', async () => {
    const before = tests.controller.items.size;
    const provider = vscode.workspace.registerTextDocumentContentProvider('older', {
      provideTextDocumentContent: () => cases,
    });
    await vscode.workspace.openTextDocument(testFile.with({ scheme: 'older' }));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(testFile));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(tests.controller.items.size, before);
    provider.dispose();
  });

  test('generates cases for the ways that none takes, and saves nothing', async () => {
    await write(flowFile, flow);
    await vscode.commands.executeCommand('voipbin.generateTests', flowFile);
    const document = await vscode.workspace.openTextDocument(testFile);
    assert.ok(document.getText().startsWith(cases.slice(0, 200)));
    assert.ok(!document.isDirty, 'both ways are taken already');
    await write(testFile, '{ "cases": [] }');
    await until('the file as written', () => document.getText() === '{ "cases": [] }');
    await vscode.commands.executeCommand('voipbin.generateTests', flowFile);
    assert.ok(document.isDirty);
    assert.match(document.getText(), /"the caller presses 1"/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('finds many files without holding up the window', async () => {
    const many = vscode.Uri.joinPath(folder, 'many');
    const names = Array.from({ length: 120 }, (_, n) => vscode.Uri.joinPath(many, `f${n}.flow.test.json`));
    await Promise.all(names.map((uri) => write(uri, '{ "cases": [] }')));
    try {
      let turns = 0;
      const timer = setInterval(() => turns++, 0);
      await tests.tree.discover();
      clearInterval(timer);
      assert.ok(turns > 0);
      assert.ok(tests.controller.items.size >= 121);
    } finally {
      await vscode.workspace.fs.delete(many, { recursive: true });
    }
  });
});
