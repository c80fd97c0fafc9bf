import '../../support/fakeVscode';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'mocha';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { signInPrompts } from '../../../client/auth/signInPrompts';
import { showCallPanel } from '../../../client/callPanel/showCallPanel';
import { cloudProfile } from '../../../client/profiles/profile';
import type { Ui } from '../../../client/questions/ui';
import { createRuns } from '../../../client/run/runs';
import { guardCommands } from '../../../client/ui/guardCommands';
import { createLateView } from '../../../client/ui/lateView';
import { showProfileStatus } from '../../../client/ui/profileStatus';
import { showRunStatus } from '../../../client/ui/runStatus';
import { vscodeUi } from '../../../client/ui/vscodeUi';
import { forget, person, ran, shown, treeViews } from '../../support/fakeVscode';
import { listFiles, root } from '../../support/repository';
import { runOf } from '../../support/runOf';

const hostile =
  '$(check) [Pay](command:evil) [x](https://evil.example)\r\nVoIPbin bills nothing.\u202e\u0007\u200b$\u200b(bell)';

/** Nothing that was shown links, draws or breaks a line, other than what is ours. */
function assertHarmless(own: RegExp = /^$/): void {
  assert.notEqual(shown.length, 0);
  for (const { where, text } of shown) {
    const rest = text.replace(own, '');
    assert.doesNotMatch(rest, /\]\(/, where);
    assert.doesNotMatch(rest, /\$\(/, where);
    assert.doesNotMatch(rest, where === 'dialog.detail' ? /[^\P{Cc}\n]/u : /\p{Cc}/u, where);
    assert.doesNotMatch(rest, /[\u2028\u2029\u202a-\u202e\u200b]/, where);
    assert.ok(rest.length <= 1000, where);
  }
}

const said = (where: string) => shown.filter((item) => item.where === where).map(({ text }) => text);

suite('texts from elsewhere', () => {
  beforeEach(forget);
  afterEach(forget);

  /** Every function of `Ui`, so that a new one does not compile until it is tried here. */
  const tries: { readonly [name in keyof Ui]: () => Promise<void> } = {
    async pick() {
      const choice = { label: hostile, description: hostile, detail: hostile, group: hostile, pick: { value: 1 } };
      const typed = () => [choice];
      const step = { at: 2, of: 2 };
      person.input = (input) => input.emit('change');
      const reply = await vscodeUi.pick({ title: hostile, placeholder: hostile, choices: [choice], typed, step });
      assert.equal(reply, 'cancelled', 'Escape does what VS Code writes below the question');
      assert.equal(said('pick.label').length, 6, 'what was typed, a heading and the list, before and after typing');
      assertHarmless();
    },
    async ask() {
      const texts = { title: hostile, prompt: hostile, placeholder: hostile, value: hostile };
      let value: string | undefined;
      person.input = (input) => {
        value = input.value;
        input.emit('accept');
      };
      await vscodeUi.ask({ ...texts, check: () => hostile });
      assert.equal(said('question.problem').length, 1);
      assert.equal(value, hostile, 'what is edited is whole');
      assertHarmless();
    },
    async confirm() {
      person.press = 0;
      const detail = [hostile, '', hostile];
      assert.equal(await vscodeUi.confirm({ message: hostile, detail, buttons: [hostile] }), hostile);
      assert.equal(said('dialog.detail')[0]?.split('\n').length, 3, 'no text makes a line of its own');
      assertHarmless();
    },
    async tell() {
      person.press = 0;
      for (const kind of ['information', 'warning', 'error'] as const) {
        const pressed = new Promise<void>((resolve) => {
          const run = async () => {
            resolve();
            throw new Error(hostile);
          };
          vscodeUi.tell(kind, hostile, { label: hostile, run });
        });
        await pressed;
      }
      await new Promise((wake) => setImmediate(wake));
      assert.equal(said('notification').length, 6, 'three, and how each button failed');
      assertHarmless();
    },
    async during() {
      assert.equal(await vscodeUi.during(hostile, async (signal) => signal.aborted), false);
      assertHarmless();
    },
    async copy() {
      await vscodeUi.copy('a\nb\u001b[2J\u202e');
      assert.deepEqual(said('clipboard'), ['a\nb\ufffd[2J']);
    },
    async command() {
      await vscodeUi.command('[Pay](command:evil)', hostile);
      assert.deepEqual(ran, []);
    },
  };
  test('the arrow goes back a question, a button of ours answers, and a secret is hidden', async () => {
    const orElse = { label: 'Assume the Rest', icon: 'debug-continue', value: 'assume' };
    const press = (position: number) => (input: { emit(type: string, value?: unknown): void; buttons?: unknown[] }) =>
      input.emit('button', input.buttons?.[position]);
    const question = { title: 'x', prompt: 'y', orElse, isSecret: true, step: { at: 2, of: 2 } };
    let isHidden: unknown;
    person.input = (input) => {
      isHidden = (input as { password?: boolean }).password;
      press(0)(input);
    };
    assert.equal(await vscodeUi.ask(question), 'back');
    assert.equal(isHidden, true);
    person.input = press(1);
    assert.deepEqual(await vscodeUi.ask(question), { value: 'assume' });
    person.input = () => {};
    assert.equal(await vscodeUi.ask(question), 'cancelled');
  });

  for (const [name, run] of Object.entries(tries)) test(`${name} shows them as text`, run);

  test('a call shows them as text', () => {
    const runs = createRuns();
    const context = { subscriptions: [] as { dispose(): void }[] };
    showRunStatus(
      context as unknown as ExtensionContext,
      runs,
      () => '14:03',
      () => ({ here: Date.now(), local: 0 }),
    );
    showCallPanel(
      context as unknown as ExtensionContext,
      createLateView('voipbin.call', () => {}),
      runs,
      () => '14:03',
      () => {},
    );
    const { document, ...run } = runOf();
    const handle = runs.add({
      ...run,
      document: { ...document, name: hostile },
      destination: hostile,
      phase: 'running',
      trace: { ...run.trace, isRunning: true, steps: [{ path: undefined, type: hostile, at: 0 }] },
    });
    try {
      handle.update({ problem: hostile });
      handle.update({ phase: 'lost' });
      assert.ok(said('status.text').length > 2, JSON.stringify(shown));
      assertHarmless(/^\$\((call-outgoing|debug-stop|warning)\)|\n/g);
      forget();
      const row = {
        id: 'r',
        runId: run.id,
        kind: 'live',
        icon: 'x',
        label: hostile,
        description: hostile,
        tooltip: hostile,
      };
      const item = treeViews.at(-1)?.treeDataProvider.getTreeItem(row) ?? {};
      for (const where of ['label', 'description', 'tooltip']) shown.push({ where, text: String(item[where]) });
      assertHarmless();
    } finally {
      handle.update({ phase: 'ended' });
      for (const subscription of context.subscriptions) subscription.dispose();
    }
  });

  test('a profile shows them as text', () => {
    const profile = { ...cloudProfile, kind: 'selfHosted' as const, name: hostile, origin: hostile };
    const profiles = {
      list: () => ({ profiles: [], problems: [] }),
      add: async () => {},
      select: async () => {},
      onDidChange: () => ({ dispose() {} }),
    };
    showProfileStatus({ ...profiles, current: () => ({ profile }) });
    showProfileStatus({ ...profiles, current: () => ({ problem: hostile }) });
    assertHarmless(/^\$\((server|warning)\)/);
  });

  test('a sign-in and a command that fails show them as text', async () => {
    await signInPrompts.chooseKind(hostile);
    await signInPrompts.askText({ title: hostile, prompt: hostile, isSecret: false, problem: hostile });
    await signInPrompts.offerRenewal({ ...cloudProfile, origin: hostile });
    await signInPrompts.during(hostile, async () => {});
    const log = { error() {} } as unknown as LogOutputChannel;
    const failing = guardCommands(log, { failing: () => Promise.reject(new Error(hostile)) });
    await failing.failing?.();
    assert.equal(said('notification').length, 2);
    assertHarmless();
  });

  test('whatever shows texts in VS Code makes them harmless', () => {
    const shows =
      /show(Information|Warning|Error)Message|withProgress|create(QuickPick|InputBox|StatusBarItem)|new vscode\.TreeItem\((?!'')|show(QuickPick|InputBox)|MarkdownString|contentText|vscode\.diff/;
    const files = listFiles('client').filter((path) => shows.test(readFileSync(join(root, path), 'utf8')));
    assert.ok(files.length > 5);
    const open = files.filter((path) => !/from '.*\/harmless'/.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(open, []);
  });
});
