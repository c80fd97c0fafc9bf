// What the extension adds to the start of VS Code's extension host: node bench/loading.mjs. It prints processor time and memory of loading, each
// in new processes, in turn, medians; beside it VS Code's own JSON client where .vscode-host/ is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 11;
const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const bundle = (name) => join(root, 'dist', name);
const withFlow = ['client', 'parts/detection', 'parts/status', 'parts/language'];
const jsonClient = join(
  root,
  '.vscode-host/node_modules/code-server/lib/vscode/extensions/json-language-features/client/dist/node/jsonClientMain.js',
);
const cases = {
  nothing: [],
  'a window without flows': [bundle('client.js')],
  'JSON that may be a flow, and is not': ['client', 'parts/detection'].map((name) => bundle(`${name}.js`)),
  'test files, and no flow is open': ['client', 'parts/tests'].map((name) => bundle(`${name}.js`)),
  'a window with a flow': withFlow.map((name) => bundle(`${name}.js`)),
  'the first call as well': [...withFlow, 'parts/calls'].map((name) => bundle(`${name}.js`)),
  ...(existsSync(jsonClient) ? { 'JSON client of VS Code': [jsonClient] } : {}),
};

if (process.argv[2] === '--load') load(process.argv.slice(3));
else await compare();

function load(files) {
  // Whatever is asked of it is a class, a function and an object with everything in it.
  function Anything() {}
  const get = (own, name) => (name in own ? own[name] : anything);
  const anything = new Proxy(Anything, { get, apply: () => anything });
  const vscode = Object.create(anything);
  const plain = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : plain(name, ...rest));
  const require = Module.createRequire(self);
  const { heapUsed } = process.memoryUsage();
  const before = process.cpuUsage();
  for (const file of files) require(file);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify([(user + system) / 1000, (process.memoryUsage().heapUsed - heapUsed) / 1024]));
}

async function compare() {
  const { ensureBundles } = await import('../scripts/bundles.mjs');
  ensureBundles();
  const measured = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, files] of Object.entries(cases)) {
      const { stdout, stderr } = spawnSync(process.execPath, [self, '--load', ...files], { encoding: 'utf8' });
      if (!stdout) throw new Error(stderr.slice(-500));
      measured[name].push(JSON.parse(stdout));
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const of = (name, column) => median(measured[name].map((values) => values[column]));
  const all = of('the first call as well', 0);
  console.log(
    `${'loading'.padEnd(38)}${'size, KB'.padStart(10)}${'cpu, ms'.padStart(10)}${'ratio'.padStart(8)}${'heap, KB'.padStart(10)}`,
  );
  for (const [name, files] of Object.entries(cases)) {
    const size = sizeOf(files) / 1024;
    const row = [
      size.toFixed(0).padStart(10),
      of(name, 0).toFixed(1).padStart(10),
      (of(name, 0) / all).toFixed(2).padStart(8),
    ];
    console.log(`${name.padEnd(38)}${row.join('')}${of(name, 1).toFixed(0).padStart(10)}`);
  }
}

/** In bytes, with the shared bundles that are required by them. */
function sizeOf(files) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of readdirSync(dirname(file)))
      if (name.startsWith('shared-') && readFileSync(file, 'utf8').includes(`require("./${name}")`))
        visit(join(dirname(file), name));
  };
  for (const file of files) visit(file);
  return [...seen].reduce((sum, file) => sum + statSync(file).size, 0);
}
