import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { createSandbox, type Sandbox, systemRandom, systemTimers } from '../../../sandbox';
import { type Served, serveSandbox } from '../../../sandbox/node/serve';
import { until } from './support';

type Calls = Awaited<ReturnType<Activated['calls']>>;

suite('signing in to a server', () => {
  let sandbox: Sandbox;
  let served: Served;
  let prompts: Calls['prompts'];
  let asked: Calls['prompts'];

  suiteSetup(async () => {
    sandbox = createSandbox({ now: Date.now, newId: randomUUID, random: systemRandom, timers: systemTimers, speed: 0 });
    served = await serveSandbox(sandbox, { port: 0 });
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    ({ prompts } = await (await extension.activate()).calls());
    asked = { ...prompts };
    const settings = vscode.workspace.getConfiguration('voipbin');
    const baseUrl = `http://127.0.0.1:${served.port}/v1.0`;
    await settings.update('profiles', [{ name: 'workshop', baseUrl }], vscode.ConfigurationTarget.Global);
    await settings.update('profile', 'workshop', vscode.ConfigurationTarget.Global);
  });
  suiteTeardown(async () => {
    Object.assign(prompts, asked);
    const settings = vscode.workspace.getConfiguration('voipbin');
    await settings.update('profile', undefined, vscode.ConfigurationTarget.Global);
    await settings.update('profiles', undefined, vscode.ConfigurationTarget.Global);
    await served.close();
    sandbox.close();
  });

  // It is younger than the oldest VS Code that the extension runs in, whose types are used.
  const { getAccounts } = vscode.authentication as unknown as {
    getAccounts(provider: string): Thenable<readonly { readonly label: string }[]>;
  };
  const accounts = () => getAccounts('voipbin');

  test('a wrong key is asked again, a good one is kept, and VS Code lists the account', async () => {
    const keys = ['vb_wrong', sandbox.accessKey];
    const problems: (string | undefined)[] = [];
    Object.assign(prompts, {
      chooseKind: async () => ({ value: 'accesskey' }),
      askText: async ({ problem }: { problem?: string }) => {
        problems.push(problem);
        return { value: keys.shift() ?? assert.fail('asked once more') };
      },
    });
    await vscode.commands.executeCommand('voipbin.signIn');
    assert.match(problems[1] ?? '', /does not know this access key/);
    assert.deepEqual(
      (await accounts()).map(({ label }) => label),
      ['Harbour Bikes (access key)'],
    );
    assert.equal(vscode.workspace.getConfiguration('voipbin').get('profile'), 'workshop');
  });

  test('the account’s flows are there, without asking again', async () => {
    Object.assign(prompts, { chooseKind: () => assert.fail('asked again') });
    const before = new Set(vscode.workspace.textDocuments);
    const opened = until(vscode.window.onDidChangeActiveTextEditor, () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && !before.has(document) && document.getText().includes('"actions"')
        ? document
        : undefined;
    });
    const running = vscode.commands.executeCommand('voipbin.openFlow');
    // Accepting does nothing before the list is drawn.
    const accept = setInterval(
      () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      100,
    );
    const document = await opened;
    clearInterval(accept);
    await running;
    assert.equal(document.languageId, 'voipbin-flow');
    const names = (sandbox.snapshot().tables.flows ?? []).map((flow) => ('name' in flow ? flow.name : ''));
    assert.ok(names.includes(JSON.parse(document.getText()).name));
  });

  test('signing out forgets the key and goes back to Local', async () => {
    await vscode.commands.executeCommand('voipbin.signOut');
    assert.deepEqual([...(await accounts())], []);
    assert.equal(vscode.workspace.getConfiguration('voipbin').get('profile'), 'local');
  });
});
