// Brings what the other scripts need, from the npm registry and from Debian's packages alone. Plain Node without
// dependencies, because it runs before there is a node_modules. Every function may be called any number of times.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What stands in the way, and what to do next; `stop` prints it without a stack. */
export class Obstacle extends Error {}

/** Runs `main`; an Obstacle, or an option that there is not, becomes its sentence and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    await signalsAnswered();
    const isTold = error instanceof Obstacle || String(error?.code).startsWith('ERR_PARSE_ARGS');
    console.error(isTold ? error.message : error);
    process.exit(1);
  }
}

/**
 * Resolves when signals that came meanwhile were answered: what installs waits without listening, and the user who pressed Ctrl+C knows why
 * it failed.
 */
export async function signalsAnswered() {
  // A whole turn of the event loop takes two: the first ends the turn that is going on.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** The root's node_modules is what package-lock.json says; `npm ci` runs only when it is not. */
export function ensureNodeModules() {
  if (nodeModulesMatchLock()) return;
  console.log('Installing the dependencies (npm ci) …');
  npm(['ci', '--include=dev'], root);
}

/**
 * VS Code's server and workbench in .vscode-host/, which no VS Code download is needed for; returns the folder to start
 * it from. The marker is written last, so an interrupted installation starts over (from npm's cache) at the next call.
 */
export function ensureVscodeHost() {
  const recipe = join(root, 'test/host/vscode');
  const host = join(root, '.vscode-host');
  const server = join(host, 'node_modules/code-server/lib/vscode');
  const marker = join(host, 'complete');
  const wanted = hashOf(ensureVscodeHost.toString(), [
    join(recipe, 'package.json'),
    join(recipe, 'package-lock.json'),
    join(recipe, 'natives/native-watchdog.cjs'),
    join(recipe, 'natives/spdlog.cjs'),
  ]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return server;

  console.log('Installing VS Code for the tests into .vscode-host/ (once, about 350 MB on disk) …');
  rmSync(marker, { force: true });
  mkdirSync(host, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(recipe, name), join(host, name));
  npm(['ci', '--ignore-scripts'], host);
  // `npm ci` refuses this one: the published shrinkwrap lacks a package. `npm install` keeps to it and adds that package.
  npm(['install', '--omit=dev', '--ignore-scripts'], server);

  const modules = join(server, 'node_modules');
  cpSync(join(recipe, 'natives/native-watchdog.cjs'), join(modules, 'native-watchdog/index.js'));
  cpSync(join(recipe, 'natives/spdlog.cjs'), join(modules, '@vscode/spdlog/index.js'));
  link('node_modules', join(server, 'node_modules.asar'));
  // Its own ripgrep is a download from elsewhere; newer versions of the same package bring the program through npm.
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  mkdirSync(join(modules, '@vscode/ripgrep/bin'), { recursive: true });
  cpSync(
    join(host, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/${program}`),
    join(modules, '@vscode/ripgrep/bin', program),
  );
  writeFileSync(marker, wanted);
  return server;
}

/** The path of a Chromium or Chrome: the environment's CHROME_PATH, an installed one, or Debian's, installed now. */
export function ensureChromium() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Obstacle(
      `CHROME_PATH is ${given}, which is not a program. Point it at a Chromium or Chrome, or unset it.`,
    );
  }
  const installed = findChromium();
  if (installed) return installed;

  if (!findProgram('apt-get')) {
    throw new Obstacle(
      'The tests in VS Code need Chromium or Chrome, and none was found. Install one, or set CHROME_PATH to its program.',
    );
  }
  installPackages('The tests in VS Code need Chromium', ['chromium']);
  const now = findChromium();
  if (!now) throw new Obstacle('Chromium was installed but its program is not on the PATH. Set CHROME_PATH to it.');
  return now;
}

/** Installs packages of Debian's, as root or with sudo's right; `need` says who needs them. An Obstacle where that does not work. */
export function installPackages(need, packages) {
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`;
  if (!findProgram('apt-get')) throw new Obstacle(`${need}, and there is no apt-get to install them with.`);
  const sudo = rightToInstall(need, command);
  console.log(`Installing ${packages.join(', ')} (${command}) …`);
  const apt = (...args) =>
    run(
      [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300', ...args],
      root,
      `${need}, and installing failed. Run this yourself: ${command}`,
    );
  apt('update');
  apt('install', '-y', ...packages);
}

/** The path of a program on the PATH, or undefined. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** A program and its arguments as one line for a shell, which splits it at spaces that are not in quotes. */
export const shellLine = (words) => words.map((word) => `"${word}"`).join(' ');

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
  const onPath = names.map(findProgram).find((path) => path !== undefined);
  if (onPath) return onPath;
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
  ];
  return elsewhere.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function rightToInstall(need, command) {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  // Without a terminal the user cannot type a password, and sudo would wait for one.
  const asks = process.stdin.isTTY ? [] : ['-n'];
  if (sudo && (process.stdin.isTTY || spawnSync(sudo, ['-n', 'true']).status === 0)) return [sudo, ...asks];
  throw new Obstacle(`${need}, and installing it needs root. Run this as root, then start again: ${command}`);
}

// npm writes node_modules/.package-lock.json when an installation is complete, and it says what is there.
function nodeModulesMatchLock() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

export function npm(args, folder) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(
    [command, ...args, '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
    `"npm ${args[0]}" failed in ${folder}; its own words are above. If the npm registry cannot be reached, set the proxy ` +
      'or the registry (npm config set registry …), then start again.',
  );
}

// The output appears only on failure: when all goes well, one line is enough.
function run([command, ...args], folder, obstacle) {
  const result = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: [process.stdin.isTTY ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim();
  // What went wrong comes first; npm adds its usage after it.
  const words = said.split(/\n.*Usage:/)[0].slice(0, 4000);
  throw new Obstacle(words ? `${words}\n${obstacle}` : obstacle);
}

function link(target, path) {
  rmSync(path, { force: true, recursive: false });
  symlinkSync(target, path, 'junction');
}

function hashOf(text, files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${text}`);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(() => {
    ensureNodeModules();
    ensureVscodeHost();
    ensureChromium();
  });
}
