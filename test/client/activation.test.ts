import '../support/fakeVscode';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { suite, teardown, test } from 'mocha';
import type { ExtensionContext } from 'vscode';
import { activateExtension } from '../../client/activation';
import type { LoadPart } from '../../client/parts';
import { bundledFiles } from '../support/bundledFiles';
import { commands, logged, open } from '../support/fakeVscode';
import { root } from '../support/repository';

/** What is loaded in every window on a host: our files, and the packages that they name. */
async function loadedBy(host: 'node' | 'browser') {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`client/${host}/main.ts`],
    outdir: '.',
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    packages: 'external',
  });
  const packages = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { files: bundledFiles(metafile), packages: [...new Set(packages)] };
}

const everywhere = [
  'client/activation.ts',
  'client/filePatterns.ts',
  'client/told.ts',
  'client/ui/lateView.ts',
  'client/debugType.ts',
  'client/longestRead.ts',
  'client/memory.ts',
  'client/settings.ts',
  'client/viewIds.ts',
  'flow/collections/listeners.ts',
  'flow/model/mayBeFlowText.ts',
  'flow/tests/fileNames.ts',
  'server/protocol.ts',
];

suite('activation', () => {
  test('a window without flows loads a handful of small files, and no package', async () => {
    const node = await loadedBy('node');
    const ofNode = ['main', 'startSideWorker', 'tasks'].map((name) => `client/node/${name}.ts`);
    const files = [...everywhere, ...ofNode, 'client/taskArguments.ts'].sort();
    assert.deepEqual(node, { files, packages: ['vscode', 'node:worker_threads'] });
    const browser = await loadedBy('browser');
    const own = ['createBundleLoader', 'main', 'startSideWorker', 'startWorker'].map(
      (name) => `client/browser/${name}.ts`,
    );
    assert.deepEqual(browser, { files: [...everywhere, ...own].sort(), packages: ['vscode'] });
  });

  teardown(() => {
    open.documents = [];
    open.detectFlows = 'auto';
  });

  const flow = '[{ "type": "talk", "option": { "text": "Hello" } }]';
  const uri = { path: '/f.json' };
  const json = (text: string) => ({ languageId: 'json', uri, getText: () => text });

  test('other JSON loads nothing; what may be a flow loads its detection, unless the setting is off', async () => {
    assert.deepEqual(await loadedFor([json('{ "type": "module", "exports": {} }')]), []);
    assert.deepEqual(await loadedFor([{ languageId: 'plaintext', uri, getText: () => flow }]), []);
    assert.deepEqual(await loadedFor([json(flow), json(flow)]), ['detection']);
    assert.deepEqual(await loadedFor([json(flow + ' '.repeat(2_000_000))]), []);
    open.detectFlows = 'off';
    assert.deepEqual(await loadedFor([json(flow)]), []);
  });

  test('a test file loads the tests, whether it is open or only in the workspace', async () => {
    const testFile = { languageId: 'json', uri: { path: '/a/menu.flow.test.json' }, getText: () => '{}' };
    assert.deepEqual(await loadedFor([testFile]), ['language', 'tests']);
    open.files = [{ path: '/a/menu.flow.test.jsonc' }];
    assert.deepEqual(await loadedFor([]), ['tests']);
    open.files = [];
  });

  test('a flow loads all but the calls, which come for those who are signed in or have calls or links', async () => {
    const document = { languageId: 'voipbin-flow', getText: () => '' };
    const first = ['detection', 'language', 'status'];
    assert.deepEqual(await loadedFor([document]), first);
    assert.deepEqual(await loadedFor([document], { 'voipbin.sessions': '[]' }), first);
    assert.deepEqual(await loadedFor([document], { 'voipbin.sessions': '[{}]' }), ['calls', ...first]);
    assert.deepEqual(await loadedFor([], { 'voipbin.liveRuns': [], 'voipbin.flowLinks': {} }), []);
    assert.deepEqual(await loadedFor([], { 'voipbin.liveRuns': [{}] }), ['calls', 'status']);
    assert.deepEqual(await loadedFor([], { 'voipbin.flowLinks': { a: {} } }), ['calls', 'status']);
  });

  test('a command loads the part that has it, once, and runs it there', async () => {
    assert.deepEqual(await loadedFor([], {}, ['voipbin.showLog']), []);
    assert.deepEqual(await loadedFor([], {}, ['voipbin.restartServer']), ['language', 'restartServer in language']);
    assert.deepEqual(await loadedFor([], {}, ['voipbin.turnOffCheck']), ['language', 'turnOffCheck in language']);
    const twice = await loadedFor([], {}, ['voipbin.signIn', 'voipbin.signIn']);
    assert.deepEqual(twice, ['calls', 'signIn in calls', 'signIn in calls', 'status']);
  });

  test('a part that cannot be loaded is told in the log, and activation goes on', async () => {
    logged.length = 0;
    open.documents = [{ languageId: 'voipbin-flow', getText: () => '' }];
    const load: LoadPart = async (name) => {
      throw new Error(`${name} is broken`);
    };
    await activateExtension(contextWith({}), load, noWorker);
    assert.match(logged.join(), /is broken/);
    assert.deepEqual(await loadedFor([]), []);
  });
});

/** Activation starts none: the parts that it loads do. */
const noWorker = () => assert.fail();

function contextWith(kept: Readonly<Record<string, unknown>>): ExtensionContext {
  const ids = ['voipbin.showLog', 'voipbin.restartServer', 'voipbin.turnOffCheck', 'voipbin.signIn'];
  return {
    subscriptions: [],
    extension: { packageJSON: { contributes: { commands: ids.map((command) => ({ command })) } } },
    secrets: { get: async (key: string) => kept[key] },
    workspaceState: { get: (key: string, fallback: unknown) => kept[key] ?? fallback },
  } as unknown as ExtensionContext;
}

/** The parts that are loaded, and the commands that run in them, in alphabetical order. */
async function loadedFor(documents: readonly unknown[], kept = {}, ran: readonly string[] = []): Promise<string[]> {
  const loaded: string[] = [];
  const commandsIn = (part: string) => ({
    commands: Object.fromEntries(
      ['restartServer', 'turnOffCheck', 'signIn'].map((name) => [
        `voipbin.${name}`,
        () => loaded.push(`${name} in ${part}`),
      ]),
    ),
  });
  const load = async (name: string) => {
    loaded.push(name);
    const start = async () => commandsIn(name);
    return {
      detectFlows: () => ({ dispose() {} }),
      showStatus() {},
      startLanguage: start,
      startCalls: start,
      startTests: () => ({}),
    };
  };
  open.documents = documents;
  await activateExtension(contextWith(kept), load as unknown as LoadPart, noWorker);
  for (const id of ran) await commands.get(id)?.();
  // Activation does not wait for the search.
  await new Promise((resolve) => setTimeout(resolve));
  return loaded.sort();
}
