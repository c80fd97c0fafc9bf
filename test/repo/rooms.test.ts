import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type Import, listExports, listImportedNames, listImports } from '../support/imports';
import { listFiles, readText } from '../support/repository';

/** The door of `flow`. */
const flow = 'flow';
/** Small structures that know nothing of flows: open to every room of `flow`. */
const collections = 'flow/collections';

/** Whose door each room may knock on: prefixes of paths. Its own files are always among them. The longest name that fits a file is its room. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  [collections]: [],
  'flow/clock': [],
  'flow/json': [],
  'flow/catalog': [],
  'flow/model': ['flow/json', 'flow/catalog'],
  'flow/graph': ['flow/json', 'flow/catalog', 'flow/model'],
  'flow/edit': ['flow/json', 'flow/model'],
  'flow/plain': ['flow/json', 'flow/model', 'flow/edit'],
  'flow/text': ['flow/json', 'flow/catalog', 'flow/model'],
  'flow/refactor': [
    'flow/json',
    'flow/catalog',
    'flow/model',
    'flow/graph',
    'flow/edit',
    'flow/plain',
    'flow/text',
    'flow/template',
  ],
  'flow/checks': [
    'flow/json',
    'flow/catalog',
    'flow/model',
    'flow/graph',
    'flow/edit',
    'flow/plain',
    'flow/text',
    'flow/refactor',
  ],
  'flow/simulator': ['flow/json', 'flow/catalog', 'flow/model', 'flow/text'],
  'flow/explore': ['flow/json', 'flow/catalog', 'flow/model', 'flow/simulator'],
  'flow/ways': [
    'flow/json',
    'flow/catalog',
    'flow/model',
    'flow/plain',
    'flow/text',
    'flow/graph',
    'flow/simulator',
    'flow/explore',
  ],
  'flow/layout': ['flow/json', 'flow/catalog', 'flow/model', 'flow/text', 'flow/graph', 'flow/checks'],
  'flow/changes': ['flow/json', 'flow/model', 'flow/text', 'flow/layout'],
  'flow/narrate': ['flow/json', 'flow/catalog', 'flow/model', 'flow/plain', 'flow/text', 'flow/simulator'],
  'flow/tests': [
    'flow/json',
    'flow/edit',
    'flow/catalog',
    'flow/model',
    'flow/plain',
    'flow/text',
    'flow/graph',
    'flow/simulator',
    'flow/explore',
    'flow/ways',
    'flow/checks/document/explainSyntax',
  ],
  'flow/debug': [
    'flow/clock',
    'flow/json',
    'flow/catalog',
    'flow/model',
    'flow/plain',
    'flow/text',
    'flow/simulator',
    'flow/changes/sameActions',
  ],
  'flow/settings': ['flow/json', 'flow/catalog', 'flow/checks', 'flow/text'],
  'flow/template': ['flow/catalog'],
  'flow/derive': [
    'flow/template',
    'flow/json',
    'flow/catalog',
    'flow/model',
    'flow/text',
    'flow/checks',
    'flow/settings',
    'flow/simulator',
    'flow/layout',
    'flow/tests',
  ],
  'flow/index.ts': ['flow/'],
  'server/text': [flow, 'server/protocol'],
  'server/workspace': [flow, 'server/text', 'server/protocol'],
  'server/features': [flow, 'server/text', 'server/workspace', 'server/protocol'],
  'server/protocol.ts': [flow],
  'server/lsp': [flow, 'server/text', 'server/workspace', 'server/features', 'server/protocol'],
  'server/main.ts': ['server/lsp', 'server/node/', 'server/browser/'],
  'server/node': ['server/lsp', 'server/protocol'],
  'server/browser': ['server/lsp'],
  'client/api': [flow],
  'client/questions': [],
  'client/profiles': [flow, 'client/api', 'client/settings'],
  'client/run': [flow, 'client/api', 'client/profiles', 'client/questions', 'client/memory', 'client/told'],
  'client/localProfile': [flow, 'sandbox', 'client/api', 'client/profiles', 'client/run', 'client/memory'],
  'client/commands': [
    flow,
    'server/protocol',
    'client/api',
    'client/profiles',
    'client/run',
    'client/questions',
    'client/memory',
  ],
  'client/ui': [
    flow,
    'server/protocol',
    'client/api/apiError',
    'client/api/clock',
    'client/profiles',
    'client/run',
    'client/questions',
    'client/filePatterns',
    'client/longestRead',
    'client/settings',
    'client/told',
    'client/commands/context',
    'client/commands/playHere',
    'client/commands/turnOffCheck',
  ],
  'client/auth': ['client/api', 'client/profiles', 'client/questions', 'client/ui', 'client/memory'],
  'client/callPanel': [flow, 'client/run', 'client/ui'],
  'client/phone': [
    flow,
    'server/protocol',
    'sandbox',
    'client/run/hangupReason',
    'client/run/compareNumbers',
    'client/run/dialRefusal',
    'client/run/elapsed',
    'client/viewIds',
    'client/told',
    'client/ui/fillWithPage',
  ],
  'client/phone/page': ['client/phone/', 'client/run/elapsed', 'client/run/localCaller'],
  'client/picture': [
    flow,
    'client/run',
    'client/ui',
    'client/viewIds',
    'client/tests/coverages',
    'client/quickFixes',
    'client/told',
    'client/sideWorker',
    'server/protocol',
  ],
  'client/picture/page': [flow, 'client/picture/', 'client/phone/page/element', 'client/phone/page/vsCodeApi'],
  'client/waysView': [flow, 'client/run', 'client/ui'],
  'client/debug': [
    flow,
    'server/protocol',
    'client/api/clock',
    'client/commands/newRun',
    'client/commands/context',
    'client/phone/',
    'client/run',
    'client/ui',
    'client/debugType',
    'client/savedText',
  ],
  'client/tests': [
    flow,
    'client/api/clock',
    'client/run/inSlices',
    'client/ui',
    'client/debugType',
    'client/debug/debugFiles',
    'client/filePatterns',
    'client/savedText',
    'client/told',
  ],
  'client/node': ['client/'],
  'client/browser': ['client/'],
  client: [flow, 'server/protocol', 'sandbox'],
  'sandbox/clock': [flow],
  'sandbox/resources': [flow, 'sandbox/clock'],
  'sandbox/seed': [flow, 'sandbox/resources'],
  'sandbox/store': [flow, 'sandbox/resources', 'sandbox/seed'],
  'sandbox/core.ts': [flow, 'sandbox/clock', 'sandbox/resources', 'sandbox/store'],
  'sandbox/log': [flow, 'sandbox/core', 'sandbox/resources', 'sandbox/store'],
  'sandbox/socket': [flow, 'sandbox/core', 'sandbox/resources'],
  'sandbox/engine': [flow, ...sandboxRooms('core', 'log', 'resources', 'seed', 'store')],
  'sandbox/phone': [flow, ...sandboxRooms('clock', 'core', 'engine', 'resources')],
  'sandbox/api': [flow, ...sandboxRooms('clock', 'core', 'engine', 'log', 'resources', 'seed', 'store')],
  'sandbox/node': [flow, ...sandboxRooms('api', 'clock', 'log', 'sandbox', 'socket', 'store', 'systemRandom')],
  sandbox: [flow],
  cli: [flow, 'sandbox', 'server/node/', 'package.json'],
};

/** Rooms of the sandbox, of which none knows those who put it together. */
function sandboxRooms(...names: readonly string[]): readonly string[] {
  return names.map((name) => `sandbox/${name}`);
}

/** Packages that may be named below a folder, of which the longest counts; every one where there is no list. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'flow/': ['jsonc-parser'],
  'flow/layout/': ['@dagrejs/dagre'],
  'flow/simulator/': ['zod'],
  'flow/debug/': ['@vscode/debugprotocol'],
  'flow/derive/': ['zod'],
  'flow/tests/': ['zod'],
  'flow/settings/': ['zod/mini'],
  'server/features/': ['jsonc-parser', 'vscode-languageserver-types', 'vscode-languageserver-textdocument'],
  'server/workspace/': ['vscode-languageserver-types'],
  'server/text/': ['vscode-languageserver-types', 'vscode-languageserver-textdocument'],
  'client/api/': ['zod'],
  'client/run/': ['zod'],
  'client/localProfile/': [],
  'client/phone/page/': [],
  'client/picture/page/': ['zod/mini'],
  'sandbox/': ['zod', 'hono', 'hono/cookie', 'hono/route'],
  'sandbox/node/': ['@hono/node-server', 'ws', ...['fs', 'fs/promises', 'http', 'net', 'path', 'stream'].map(ofNode)],
};

function ofNode(name: string): string {
  return `node:${name}`;
}

const imports = listImports();

const isOwn = ({ to }: Import) => /^(flow|server|client|sandbox|cli|package\.json)(\/|$)/.test(to);

function roomOf(path: string): string {
  const fitting = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** The command whose folder a file of the command line is in. What all commands stand on is beside the folders, or in `cli/input`. */
const commandOf = (path: string) => /^cli\/(?!input\/)([^/]+)\//.exec(path)?.[1];

/** A feature is a file, or a folder of files; `index.ts` lists them. */
const featureOf = (path: string) => /^server\/features\/(?!index\.ts$)([^/.]+)/.exec(path)?.[1];

suite('rooms', () => {
  test('the files of every room were found, and their imports', () => {
    for (const room of Object.keys(rooms))
      assert.ok(
        imports.some(({ from }) => roomOf(from) === room),
        room,
      );
    assert.ok(imports.length > 300);
  });

  test('no room knocks on a door that is not open to it', () => {
    const wrong = imports.filter((imported) => {
      const room = roomOf(imported.from);
      if (!isOwn(imported) || imported.to.startsWith(`${room}/`)) return false;
      const open = [...(rooms[room] ?? []), ...(room.startsWith('flow/') ? [collections] : [])];
      return !open.some((door) => (door === flow ? imported.to === flow : imported.to.startsWith(door)));
    });
    assert.deepEqual(wrong, []);
  });

  test('the door of flow leads through a door of each room, and none of them has code', () => {
    const rows = listFiles('flow')
      .filter((path) => /^flow\/(\w+\/)?index\.ts$/.test(path))
      .map((path) => ({
        path,
        rest: readText(path)
          .replace(/^\/\*\*[\s\S]*?\*\/\n/, '')
          .trim()
          .split('\n'),
      }));
    assert.equal(rows.length, Object.keys(rooms).filter((room) => room.startsWith('flow/')).length);
    const wrong = rows.flatMap(({ path, rest }) =>
      rest
        .filter((line) => line !== '' && !/^export \* from '\.\/[\w/]+'; \/\/ \S/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('a door of flow lists no file of which others use nothing', () => {
    const used = new Set(
      listImportedNames('flow')
        .filter(({ from }) => !from.startsWith('flow/'))
        .map(({ name }) => name),
    );
    const idle = listFiles('flow')
      .filter((path) => /^flow\/\w+\/index\.ts$/.test(path))
      .flatMap((path) =>
        [...readText(path).matchAll(/'\.\/(.+)'/g)].map(([, file]) => path.replace('index', file ?? '')),
      )
      .filter((path) => !listExports(path).some((name) => used.has(name)));
    // What a library needs besides: types of results, worlds, and flows without names.
    assert.deepEqual(idle, ['flow/plain/plainFlow.ts', 'flow/simulator/errors.ts', 'flow/simulator/world/world.ts']);
  });

  test('features never import each other', () => {
    const wrong = imports.filter(({ from, to }) => {
      const other = featureOf(to);
      return other !== undefined && featureOf(from) !== undefined && featureOf(from) !== other;
    });
    assert.deepEqual(wrong, []);
  });

  test('commands of the command line never import each other, and what they stand on imports none of them', () => {
    const commands = imports.filter(({ from }) => commandOf(from) !== undefined);
    assert.equal(new Set(commands.map(({ from }) => commandOf(from))).size, 8);
    const wrong = imports.filter(({ from, to }) => {
      const other = commandOf(to);
      const own = from.startsWith('cli/input/') ? 'input' : commandOf(from);
      return other !== undefined && own !== undefined && own !== other;
    });
    assert.deepEqual(wrong, []);
  });

  test('the pure rooms name no package of an editor, a disk or a network', () => {
    const folders = Object.keys(packages).sort((a, b) => b.length - a.length);
    for (const folder of folders)
      assert.ok(
        imports.some(({ from }) => from.startsWith(folder)),
        folder,
      );
    const wrong = imports.filter((imported) => {
      const allowed = packages[folders.find((folder) => imported.from.startsWith(folder)) ?? ''];
      return allowed && !isOwn(imported) && !allowed.includes(imported.to);
    });
    assert.deepEqual(wrong, []);
  });

  test('commands, and what they stand on, run without VS Code', () => {
    const wrong = imports.filter(
      ({ from, to }) => /^client\/(commands|run|questions|api)\//.test(from) && to.startsWith('vscode'),
    );
    assert.deepEqual(wrong, []);
  });

  test('the client knows the sandbox by its front door, and opens no port', () => {
    const doors = imports.filter(({ from, to }) => from.startsWith('client/') && to.startsWith('sandbox'));
    assert.deepEqual([...new Set(doors.map(({ to }) => to))], ['sandbox']);
  });
});
