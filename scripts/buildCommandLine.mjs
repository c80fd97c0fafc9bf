// Builds the command line and nothing else, from a bare clone: what GitHub's action and the hook of pre-commit run. Only esbuild and the packages of the
// bundle are installed, in the versions of package-lock.json, because all that developers need takes minutes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, root, runMain } from './ensure.mjs';
import { buildCli } from './sharedBundles.mjs';

export const program = join(root, 'dist/cli.js');
const builtFrom = join(root, 'dist/cli/commit');

/** What is needed to build the command line: the bundler, and what is in the bundle. */
export const needed = [
  'esbuild',
  '@dagrejs/dagre',
  '@hono/node-server',
  'hono',
  'jsonc-parser',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
  'ws',
  'zod',
];

/** The parts of a lock file that some packages need, and a manifest that fits it. */
export function lockOf({ packages, ...lock }, names) {
  const chosen = new Map();
  const choose = (name, from) => {
    const path = resolvePath(packages, name, from);
    if (path === undefined || chosen.has(path)) return;
    // What is for development only is all that this installs.
    const { dev, ...entry } = packages[path];
    chosen.set(path, entry);
    const { dependencies, optionalDependencies } = entry;
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) choose(next, path);
  };
  for (const name of names) choose(name, '');
  const dependencies = Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`].version]));
  const manifest = { name: 'voipbin-flow-build', version: '0.0.0', private: true, dependencies };
  const { name, version } = manifest;
  return {
    manifest,
    lock: { ...lock, name, version, packages: { '': { name, version, dependencies }, ...Object.fromEntries(chosen) } },
  };
}

/** Where the package is that a package imports: the nearest one, as Node searches. */
function resolvePath(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder}${folder === '' ? '' : '/'}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/** The command line is there, and built from the commit of the clone. */
export async function ensureCommandLine() {
  const commit = commitOf(root);
  const before = existsSync(builtFrom) ? readFileSync(builtFrom, 'utf8') : undefined;
  if (existsSync(program) && before === commit) return;
  const own = createRequire(join(root, 'package.json'));
  if (needed.every((name) => existsSync(join(root, 'node_modules', name)))) await build(own('esbuild'));
  else await installAndBuild();
  writeFileSync(builtFrom, commit);
}

async function installAndBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'voipbin-flow-build-'));
  try {
    const { manifest, lock } = lockOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), needed);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    // esbuild works without its script, which only makes its command start faster.
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    const installed = createRequire(join(folder, 'package.json'));
    await build(installed('esbuild'), { nodePaths: [join(folder, 'node_modules')] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const build = (esbuild, settings = {}) =>
  buildCli(esbuild, { production: true, settings: { absWorkingDir: root, outdir: join(root, 'dist'), ...settings } });

/** Empty where there is no Git: then nothing tells that the sources are others. */
function commitOf(folder) {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(ensureCommandLine);
