import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Run } from '../../../client/run/run';
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

  /** The newest run, once it has come so far. */
  async function whenRun(holds: (run: Run) => boolean): Promise<Run> {
    for (;;) {
      const [run] = calls.runs.list();
      if (run && holds(run)) return run;
      await new Promise<void>((resolve) => {
        const stop = calls.runs.onChange(() => {
          stop();
          resolve();
        });
      });
    }
  }

  async function runToEnd(): Promise<Run> {
    const before = calls.runs.list()[0]?.id;
    await vscode.commands.executeCommand('voipbin.runCall');
    return whenRun(({ id, phase }) => id !== before && phase === 'ended');
  }

  const path = ({ trace }: Run) =>
    trace.steps.map(
      (step) => `${step.path ? step.path.at(-1) : '-'} ${step.type}${step.decided ? ` (${step.decided})` : ''}`,
    );

  test('branch menu: the key that is pressed decides', async () => {
    await openExample('branch-menu.flow.json');
    act({ keys: ['7', '3'] });
    const run = await runToEnd();
    assert.deepEqual(path(run), [
      '0 talk',
      '1 digits_receive (keys 7)',
      '2 branch (digits = 7, no case → talk "There is nothing behind…")',
      '9 talk',
      '10 goto (jumps, 1 more → talk "Welcome to Harbour Bikes…")',
      '0 talk',
      '1 digits_receive (keys 3)',
      '2 branch (digits = 3 → talk "Repairs take two days. W…")',
      '7 talk',
      '8 hangup',
    ]);
    assert.equal(run.call?.hangup_by, 'local');
  });

  test('voicemail: as the engine works, a busy workshop hangs up all the same', async () => {
    await openExample('voicemail.flow.json');
    act({
      acts: (phone, leg) => {
        if (leg.role === 'flow') phone.answer(leg.id);
        else phone.busy(leg.id);
      },
    });
    const run = await runToEnd();
    assert.match(path(run)[0] ?? '', /^0 connect \(\+15550101001: busy\)$/);
    assert.match(
      path(run).find((one) => one.startsWith('1 ')) ?? '',
      /condition_call_status \(true: status "progressing" == "progressing"\)/,
    );
    assert.equal(path(run).at(-1), '2 hangup');
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
  });

  test('hanging up in the middle ends the call, and the marks stay where it was', async () => {
    await openExample('branch-menu.flow.json');
    act();
    const before = calls.runs.list()[0]?.id;
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

  test('a code lens over the actions runs the very document', async () => {
    const document = await openExample('branch-menu.flow.json');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const [run, simulate] = lenses.map(({ command }) => command);
    assert.equal(run?.command, 'voipbin.runCall');
    assert.deepEqual(run?.arguments, [document.uri.toString()]);
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
        (one) => 'name' in one && one.name === 'Opening hours',
      );
    await vscode.commands.executeCommand('voipbin.registerFlow');
    assert.equal(stored().length, 1);

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
