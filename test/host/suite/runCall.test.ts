import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { ShownRun } from '../../../client/run/run';
import { marksOf } from '../../../client/run/traceModel';
import type { Leg } from '../../../sandbox';
import { open } from './support';

type Calls = Awaited<ReturnType<Activated['calls']>>;

/** How the person on the phone acts: answers at once, and types these keys, one prompt after another. */
interface Caller {
  readonly answers?: boolean;
  readonly keys?: readonly string[];
  /** Instead of answering. */
  readonly acts?: (phone: Calls['local']['sandbox']['phone'], leg: Leg) => void;
}

suite('Run Call on Local', () => {
  let calls: Calls;
  let stopActing = () => {};

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    calls = await (await extension.activate()).calls();
    // Time runs as fast as it can, but for keys.
    calls.phone.take({ type: 'speed', speed: 'fast' });
  });
  suiteTeardown(() => calls.phone.take({ type: 'speed', speed: 'real' }));
  setup(async () => {
    stopActing();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function act({ answers = true, keys = [], acts }: Caller = {}): void {
    const { phone } = calls.local.sandbox;
    const left = [...keys];
    stopActing();
    stopActing = phone.subscribe((event) => {
      if (event.type === 'leg' && event.leg.status === 'ringing') {
        const { id } = event.leg;
        queueMicrotask(() => (acts ? acts(phone, event.leg) : answers && phone.answer(id)));
      }
      if (event.type === 'waiting' && event.waiting.for === 'digits') {
        for (const key of left.shift() ?? '') queueMicrotask(() => phone.press(event.leg.id, key));
      }
    });
  }

  async function openExample(name: string): Promise<vscode.TextDocument> {
    const extension = vscode.extensions.getExtension('voipbin.voipbin-flow');
    assert.ok(extension);
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(extension.extensionUri, 'examples', name),
    );
    await vscode.window.showTextDocument(document);
    return document;
  }

  const newest = () => calls.runs.list().find(({ placedBy }) => placedBy === undefined);

  /** The newest run that no flow has placed, once it has come so far. */
  async function whenRun(holds: (run: ShownRun) => boolean): Promise<ShownRun> {
    for (;;) {
      const run = newest();
      if (run && holds(run)) return run;
      await new Promise<void>((resolve) => {
        const stop = calls.runs.onChange(() => {
          stop();
          resolve();
        });
      });
    }
  }

  async function runToEnd(): Promise<ShownRun> {
    const before = newest()?.id;
    await vscode.commands.executeCommand('voipbin.runCall');
    return whenRun(({ id, phase }) => id !== before && phase === 'ended');
  }

  const path = ({ trace }: ShownRun) =>
    trace.steps.map(
      (step) => `${step.path ? step.path.at(-1) : '-'} ${step.type}${step.decided ? ` (${step.decided})` : ''}`,
    );

  test('branch menu: the key that is pressed decides', async () => {
    await openExample('branch-menu.flow.json');
    act({ keys: ['7', '3'] });
    const run = await runToEnd();
    assert.deepEqual(path(run), [
      '0 talk',
      '1 digits_receive (key 7)',
      '2 branch (key 7, no case → talk "There…")',
      '9 talk',
      '10 goto (jumps every time → talk "Welcom…")',
      '0 talk',
      '1 digits_receive (key 3)',
      '2 branch (key 3 → talk "Repair…")',
      '7 talk',
      '8 hangup',
    ]);
    assert.equal(run.call?.hangup_by, 'local');
  });

  test('voicemail: a busy workshop, and the caller leaves a message', async () => {
    await openExample('voicemail.flow.json');
    act({
      acts: (phone, leg) => {
        if (leg.role === 'flow') phone.answer(leg.id);
        else phone.busy(leg.id);
      },
    });
    const run = await runToEnd();
    assert.match(path(run)[0] ?? '', /^0 connect \(\+15550101001 is busy\)$/);
    assert.ok(path(run).some((text) => text.startsWith('3 recording_start')));
    assert.equal(path(run).at(-1), '5 hangup');
  });

  test('message send: nobody need answer more than the call', async () => {
    await openExample('message-send.flow.json');
    act();
    assert.deepEqual(path(await runToEnd()), ['0 message_send']);
  });

  test('message and call: the call that the flow places rings, too', async () => {
    await openExample('message-and-call.flow.json');
    const rung: string[] = [];
    act({
      acts: (phone, leg) => {
        rung.push(leg.destination.target ?? '');
        phone.answer(leg.id);
      },
    });
    assert.deepEqual(path(await runToEnd()), ['0 message_send', '1 call']);
    assert.ok(rung.includes('+15550101011'), rung.join(', '));
    const placed = calls.runs.list().find(({ placedBy }) => placedBy === newest()?.id);
    assert.equal(placed?.call?.destination?.target, '+15550101011');
  });

  test('a flow with names is sent with UUIDs, and what ran is told by name', async () => {
    const named = `[
      { "id": "ask", "type": "talk", "option": { "text": "Press 1.", "language": "en-US" } }, // again
      { "type": "digits_receive", "option": { "duration": 5000, "length": 1 } },
      { "type": "branch", "option": { "target_ids": { "1": "bye" }, "default_target_id": "ask" } },
      { "id": "bye", "type": "hangup" },
    ]`;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'called.flow.jsonc');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(named));
    await vscode.window.showTextDocument(uri);
    act({ keys: ['7', '1'] });
    const run = await runToEnd();
    assert.deepEqual(path(run), [
      '0 talk',
      '1 digits_receive (key 7)',
      '2 branch (key 7, no case → ask: talk)',
      '0 talk',
      '1 digits_receive (key 1)',
      '2 branch (key 1 → bye: hangup)',
      '3 hangup',
    ]);

    await vscode.workspace.fs.delete(uri);
  });

  test('hanging up in the middle ends the call, and the marks stay where it was', async () => {
    await openExample('branch-menu.flow.json');
    act();
    const before = newest()?.id;
    await vscode.commands.executeCommand('voipbin.runCall');
    await whenRun(({ id, trace }) => id !== before && trace.steps.at(-1)?.type === 'digits_receive');
    await vscode.commands.executeCommand('voipbin.hangUp');
    const run = await whenRun(({ id, phase }) => id !== before && phase === 'ended');
    assert.deepEqual(
      marksOf(run.trace).map(({ type, count, isRunning }) => [type, count, isRunning]),
      [
        ['talk', 1, false],
        ['digits_receive', 1, false],
      ],
    );
    assert.equal(run.call?.hangup_by, 'local');
  });

  test('declining ends it before anything runs', async () => {
    await openExample('branch-menu.flow.json');
    act({ acts: (phone, leg) => phone.decline(leg.id) });
    const run = await runToEnd();
    assert.deepEqual(path(run), []);
    assert.equal(run.call?.hangup_reason, 'noanswer');
  });

  test('a file with errors runs nothing and shows where', async () => {
    const { document } = await open('{\n  "actions": [\n    { "type": "answer" },\n    { "type": "tlak" }\n  ]\n}');
    const before = calls.runs.list().length;
    // The notification stays; the command waits for it to be closed.
    const running = vscode.commands.executeCommand('voipbin.runCall');
    while (vscode.window.activeTextEditor?.selection.active.line !== 3)
      await new Promise((wake) => setTimeout(wake, 20));
    assert.equal(vscode.window.activeTextEditor.document.uri.toString(), document.uri.toString());
    await vscode.commands.executeCommand('notifications.clearAll');
    await running;
    assert.equal(calls.runs.list().length, before);
  });

  test('with a file in front that is not a flow, the flow beside it runs, and without one that is said', async () => {
    const notes = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes' });
    const data = await vscode.workspace.openTextDocument({ language: 'json', content: '{ "a": 1 }' });
    const said: string[] = [];
    const { showInformationMessage, showErrorMessage } = vscode.window;
    const show = async (message: string) => void said.push(message);
    Object.assign(vscode.window, { showInformationMessage: show, showErrorMessage: show });
    try {
      for (const document of [notes, data]) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('voipbin.runCall');
      }
    } finally {
      Object.assign(vscode.window, { showInformationMessage, showErrorMessage });
    }
    const none = 'No flow is in front. Open a flow, then run the command again.';
    assert.deepEqual(said, [none, none]);
    const flow = await openExample('message-send.flow.json');
    await vscode.window.showTextDocument(data, vscode.ViewColumn.Two);
    act();
    assert.equal((await runToEnd()).document.uri, flow.uri.toString());
  });

  test('a code lens over the actions runs the very document', async () => {
    const document = await openExample('branch-menu.flow.json');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const [run, called, simulate] = lenses.map(({ command }) => command);
    assert.equal(run?.command, 'voipbin.runCall');
    assert.deepEqual(run?.arguments, [document.uri.toString()]);
    assert.equal(called?.command, 'voipbin.callFlow');
    assert.equal(simulate?.command, 'voipbin.simulate');
    assert.match(document.lineAt(lenses[0]?.range.start.line ?? 0).text, /"actions"/);
  });

  test('registering stores the flow, and updating shows the difference before it replaces it', async () => {
    const flow = (text: string) =>
      JSON.stringify(
        { name: 'Opening hours', actions: [{ type: 'talk', option: { text, language: 'en-US' } }] },
        null,
        2,
      );
    const { document } = await open(flow('Open.'));
    const stored = () =>
      (calls.local.sandbox.snapshot().tables.flows ?? []).filter(
        (row) => 'name' in row && row.name === 'Opening hours',
      );
    await vscode.commands.executeCommand('voipbin.registerFlow');
    assert.equal(stored().length, 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const titles = lenses.map(({ command }) => command?.title);
    const at = titles.indexOf('Run Call');
    assert.deepEqual(
      titles.slice(at, at + 6),
      ['Run Call', 'Call This Flow', 'Simulate', 'Debug', 'Show Picture', 'Registered as "Opening hours"'],
      'the buttons keep their place',
    );

    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), flow('Closed.'));
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document);
    const updating = vscode.commands.executeCommand('voipbin.updateFlow');
    const diff = await shownDiff();
    const side = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await side(diff.original), /"text": "Open\."/);
    assert.match(await side(diff.modified), /"text": "Closed\."/);
    assert.equal((await side(diff.original)).replace('Open.', 'Closed.'), await side(diff.modified));
    assert.match(JSON.stringify(stored()), /Open\./);
    while (!JSON.stringify(stored()).includes('Closed.')) {
      // Accepting does nothing before the list is drawn.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((wake) => setTimeout(wake, 100));
    }
    await updating;
    assert.equal(stored().length, 1);
    assert.ok(
      !diffs().some(({ modified }) => modified.toString() === diff.modified.toString()),
      'the difference is closed',
    );
  });

  test('Call This Flow: the phone calls, and the flow knows the caller', async () => {
    await open(
      JSON.stringify({
        actions: [{ type: 'talk', option: { text: '${voipbin.call.source.target}', language: 'en-US' } }],
      }),
    );
    act();
    const before = newest()?.id;
    const calling = vscode.commands.executeCommand('voipbin.callFlow');
    const isOver = accepting(calling);
    const run = await whenRun(({ id, phase }) => id !== before && phase === 'ended');
    await isOver;
    assert.equal(run.call?.direction, 'incoming');
    assert.match(JSON.stringify(run.events), /"text":"\+15550101011"/);
  });

  test('Attach Flow to Number offers the numbers with what answers them, and asks before it writes', async () => {
    await open(JSON.stringify({ name: 'Front door', actions: [{ type: 'answer' }] }));
    await vscode.commands.executeCommand('voipbin.registerFlow');
    const attached = () =>
      calls.local.sandbox.phone.numbers.filter(({ callFlow }) => callFlow === 'Front door').map(({ number }) => number);
    // The first number is taken; the dialog of VS Code that follows is answered by the test itself.
    const { showInformationMessage } = vscode.window;
    let asked = '';
    Object.assign(vscode.window, {
      showInformationMessage: async (message: string, { detail = '' }: vscode.MessageOptions, ...items: object[]) => {
        asked ||= `${message}\n${detail}`;
        return items[0];
      },
    });
    try {
      await accepting(vscode.commands.executeCommand('voipbin.attachFlow'));
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.match(asked, /^Attach "Front door" to .*\?\nThe number has now:\n• Calls: /);
    assert.equal(attached().length, 1);
  });

  /** Accepts what quick picks offer first until a command is over. */
  async function accepting(running: Thenable<unknown>): Promise<void> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    running.then(end, end);
    while (!isOver) {
      // Accepting does nothing before the list is drawn.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((wake) => setTimeout(wake, 100));
    }
    await running;
  }

  const diffs = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input] : []));

  async function shownDiff(): Promise<vscode.TabInputTextDiff> {
    for (;;) {
      const [diff] = diffs();
      if (diff) return diff;
      await new Promise<void>((resolve) => {
        const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
          listening.dispose();
          resolve();
        });
      });
    }
  }
});
