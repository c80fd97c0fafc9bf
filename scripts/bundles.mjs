// Builds dist/ when it is missing or older than the sources, so that no test judges a program of yesterday.
// As a program: node scripts/bundles.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle, root, runMain } from './ensure.mjs';
import { partEntries } from './sharedBundles.mjs';

const sources = [
  'flow',
  'server',
  'client',
  'sandbox',
  'cli',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/sharedBundles.mjs',
];
const bundles = [
  'server.js',
  'client.js',
  'cli.js',
  'phone.js',
  'phone.css',
  'picture.js',
  'picture.css',
  'layout.js',
  'web/client.js',
  ...Object.keys(partEntries).map((name) => `parts/${name}.js`),
];

/** The bundles are there and as young as the sources; says what the build said when it fails. */
export function ensureBundles() {
  if (areFresh()) return;
  console.log('dist/ is older than the sources: building …');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Obstacle(`The bundles in dist/ are old and could not be built.\n${stdout}${stderr}`);
}

/** Whether every bundle is younger than every source, folders included: they change when a file in them goes. */
export function areFresh(folder = root) {
  const built = bundles.map((name) => join(folder, 'dist', name));
  if (!built.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.every((name) => newest(join(folder, name)) <= oldest);
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(ensureBundles);
