// How long the Test Explorer holds up a window with many test files: node bench/discovery.mjs. It prints into how many slices the work is cut and the longest
// of them, with a `vscode` that lists the files at once and keeps their items.
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const count = 500;
const text = JSON.stringify({
  cases: Array.from({ length: 20 }, (_, n) => ({ name: `case ${n}`, expect: { runs: ['talk'] } })),
});

const { ensureBundles } = await import('../scripts/bundles.mjs');
ensureBundles();
const part = join(root, 'dist/parts/tests.js');
if (!existsSync(part)) throw new Error(`${part} is not there.`);

const bytes = new TextEncoder().encode(text);

const disposable = { dispose() {} };
const uriOf = (path) => ({ path, scheme: 'file', toString: () => `file://${path}` });
const collection = () => {
  const items = new Map();
  return {
    get: (id) => items.get(id),
    add: (item) => void items.set(item.id, item),
    delete: (id) => void items.delete(id),
    replace: (all) => {
      items.clear();
      for (const item of all) items.set(item.id, item);
    },
    forEach(each) {
      for (const item of [...items.values()]) each(item);
    },
    get size() {
      return items.size;
    },
    [Symbol.iterator]: () => items[Symbol.iterator](),
  };
};
const controller = {
  items: collection(),
  createTestItem: (id, label, uri) => ({ id, label, uri, children: collection() }),
  createRunProfile: () => ({}),
};
const event = () => disposable;
const vscode = {
  tests: { createTestController: () => controller },
  workspace: {
    textDocuments: [],
    findFiles: async () => Array.from({ length: count }, (_, n) => uriOf(`/flows/f${n}.flow.test.json`)),
    getWorkspaceFolder: () => ({}),
    asRelativePath: ({ path }) => path.slice(1),
    // As from another process: not within the same turn.
    fs: { readFile: () => new Promise((resolve) => setImmediate(() => resolve(bytes))) },
    createFileSystemWatcher: () => ({ ...disposable, onDidCreate: event, onDidChange: event, onDidDelete: event }),
    onDidOpenTextDocument: event,
    onDidChangeTextDocument: event,
    onDidSaveTextDocument: event,
  },
  TestRunProfileKind: { Run: 1, Debug: 2, Coverage: 3 },
  Disposable: Object.assign(function Disposable() {}, { from: () => disposable }),
  Position: class {
    constructor(line, character) {
      this.line = line;
      this.character = character;
    }
    isAfter(other) {
      return this.line > other.line || (this.line === other.line && this.character > other.character);
    }
  },
  Range: class {
    constructor(start, end) {
      this.start = start;
      this.end = end;
    }
  },
};
const plain = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : plain(name, ...rest));
const { startTests } = Module.createRequire(self)(part);
const { tree } = startTests({ subscriptions: [] }, { error: console.error });

/** In ms; how long others wait for the machine says nothing of us. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What is done between turns while something runs: how long others wait. */
async function slicesOf(work) {
  const slices = [];
  let isOver = false;
  let last = processorTime();
  const tick = () => {
    slices.push(processorTime() - last);
    last = processorTime();
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isOver = true;
  slices.push(processorTime() - last);
  return slices;
}

async function measure(name, work) {
  const slices = await slicesOf(work);
  const sum = slices.reduce((all, part) => all + part, 0);
  console.log(
    `${name.padEnd(36)}${sum.toFixed(1).padStart(8)} ms of processor time, the longest slice ${Math.max(...slices).toFixed(1)} ms of ${slices.length}`,
  );
}

await measure(`${count} test files are found`, () => tree.discover());
if (controller.items.size !== count) throw new Error(`${controller.items.size} were found.`);
await measure('and read, with 20 cases each', async () => {
  for (const [, item] of controller.items) await tree.read(item);
});
