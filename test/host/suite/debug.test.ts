import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { until } from './support';

const menu = `{
  "actions": [
    { "type": "talk", "option": { "text": "Press 1 or 2.", "language": "en-US" } },
    { "type": "digits_receive", "option": { "duration": 6000, "length": 1 } },
    {
      "type": "branch",
      "option": {
        "target_ids": {
          "1": "a0000000-0000-4000-8000-000000000001",
          "2": "a0000000-0000-4000-8000-000000000002"
        }
      }
    },
    { "id": "a0000000-0000-4000-8000-000000000001", "type": "talk", "option": { "text": "One.", "language": "en-US" } },
    { "id": "a0000000-0000-4000-8000-000000000002", "type": "hangup" }
  ]
}`;

/** VS Code saves what it debugs, and would ask where. */
async function openFile(): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, 'debugged.flow.json');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(menu));
  return vscode.window.showTextDocument(uri);
}

/** Resolves with the line at which the flow stands, as soon as VoIPbin's debugger has stopped and nothing else is asked. */
function stops() {
  const waiting: (() => void)[] = [];
  let count = 0;
  const tracker = vscode.debug.registerDebugAdapterTrackerFactory('voipbin-flow', {
    createDebugAdapterTracker: () => ({
      onDidSendMessage({ event }: { event?: string }) {
        if (event !== 'stopped') return;
        const wake = waiting.shift();
        if (wake) wake();
        else count++;
      },
    }),
  });
  return {
    next: () =>
      new Promise<void>((resolve) => {
        if (count === 0) return void waiting.push(resolve);
        count--;
        resolve();
      }),
    dispose: () => tracker.dispose(),
  };
}

async function lineOf(session: vscode.DebugSession): Promise<number> {
  const { stackFrames } = await session.customRequest('stackTrace', { threadId: 1 });
  return stackFrames[0].line;
}

suite('The debugger', () => {
  test('starts by F5 without a launch.json, takes a key from the console, steps back, and goes the other way', async () => {
    const editor = await openFile();
    const { uri } = editor.document;
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(uri, new vscode.Position(7, 0)));
    vscode.debug.addBreakpoints([breakpoint]);
    const stopped = stops();
    const started = new Promise<vscode.DebugSession>((resolve) => {
      const listening = vscode.debug.onDidStartDebugSession((session) => {
        listening.dispose();
        resolve(session);
      });
    });
    try {
      await vscode.commands.executeCommand('workbench.action.debug.start');
      const session = await started;
      assert.equal(session.type, 'voipbin-flow');
      // It waits in the digits_receive until a key is pressed, or time passes.
      const first = stopped.next();
      await session.customRequest('evaluate', { expression: 'press 2', context: 'repl' });
      await first;
      assert.equal(await lineOf(session), 5, 'the breakpoint has moved to the first line of its action');

      // Until it shows where the flow stands, VS Code has nothing to step in.
      const isFocused = () => vscode.debug.activeStackItem?.session === session;
      const step = async (command: string) => {
        await until(vscode.debug.onDidChangeActiveStackItem, isFocused);
        const next = stopped.next();
        await vscode.commands.executeCommand(`workbench.action.debug.${command}`);
        await next;
        return lineOf(session);
      };
      const stepRequest = async (command: string) => {
        const next = stopped.next();
        await session.customRequest(command, { threadId: 1 });
        await next;
        return lineOf(session);
      };
      assert.equal(await step('stepOver'), 15);
      assert.equal(await stepRequest('stepBack'), 5);

      const { scopes } = await session.customRequest('scopes', { frameId: 1000 });
      const scope = scopes.find(({ name }: { name: string }) => name === 'VoIPbin Variables');
      const variable = { variablesReference: scope.variablesReference, name: 'voipbin.call.digits' };
      await session.customRequest('setVariable', { ...variable, value: '1' });
      assert.equal(await stepRequest('next'), 14, 'the other branch is taken');

      const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
      assert.ok(extension);
      const { runs } = await (await extension.activate()).calls();
      const [run] = runs.list();
      assert.deepEqual(
        run?.trace.steps.map(({ type }) => type),
        ['talk', 'digits_receive', 'branch', 'talk'],
      );
      assert.equal(run?.trace.isRunning, true);
    } finally {
      await vscode.debug.stopDebugging();
      vscode.debug.removeBreakpoints([breakpoint]);
      stopped.dispose();
    }
  });

  test('debugs with a world, as tests do', async () => {
    const editor = await openFile();
    const ended = new Promise<void>((resolve) => {
      const listening = vscode.debug.onDidTerminateDebugSession(() => {
        listening.dispose();
        resolve();
      });
    });
    const configuration = {
      type: 'voipbin-flow',
      request: 'launch',
      name: 'A case',
      program: editor.document.uri.toString(),
      world: { digits: ['2'] },
    };
    assert.ok(await vscode.debug.startDebugging(undefined, configuration));
    await ended;
  });

  test('is answered on the phone beside the editor', async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    const { phone } = await (await extension.activate()).calls();
    await openFile();
    const ended = new Promise<void>((resolve) => {
      const listening = vscode.debug.onDidTerminateDebugSession(() => {
        listening.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('voipbin.debug');
    try {
      const changed: vscode.Event<unknown> = (listener) => new vscode.Disposable(phone.onChange(listener));
      const leg = await until(changed, () => phone.state.legs.find((leg) => leg.wait?.for === 'digits' && leg.file));
      assert.deepEqual([leg.pace, leg.file], ['patient', 'debugged.flow.json']);
      phone.take({ type: 'press', leg: leg.id, key: '2' });
      await ended;
      const over = phone.state.legs.find(({ id }) => id === leg.id);
      assert.deepEqual([over?.state, over?.end?.by], ['over', 'flow']);
    } finally {
      await vscode.debug.stopDebugging();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});
