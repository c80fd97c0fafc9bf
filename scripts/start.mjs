// Opens VS Code with the extension under development and the examples: node scripts/start.mjs [--port N] [--host-only].
// An installed VS Code is used when there is one; else VS Code's server from the npm registry, for any browser.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals, pageAddress, serveVscode } from '../test/host/serve.mjs';
import { ensureNodeModules, ensureVscodeHost, findProgram, Obstacle, root, runMain, shellLine } from './ensure.mjs';

const usualPort = 3939;
// The browser says whether it is light or dark.
const settings = { 'window.autoDetectColorScheme': true };
const examples = join(root, 'examples');
// The flow that a newcomer sees first: every kind of jump, and texts that make it plain what happens.
const first = 'branch-menu.flow.json';

await runMain(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'host-only': { type: 'boolean' } } });
  const port = values.port === undefined ? usualPort : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Obstacle(`--port ${values.port} is not a port. Give a number from 1 to 65535.`);
  }
  exitOnSignals();
  ensureNodeModules();
  console.log('Building the extension …');
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0)
    throw new Obstacle('The build failed; its errors are above. Correct them, then run "npm start" again.');

  const flows = readdirSync(examples).filter((name) => /\.flow\.jsonc?$/.test(name));
  const files = [first, ...flows.filter((name) => name !== first)].slice(0, 3).map((name) => join(examples, name));
  if (!values['host-only'] && openInstalled(files)) return;

  const server = ensureVscodeHost();
  console.log('Starting VS Code …');
  const host = await serveVscode({ server, port, settings, keep: join(root, '.vscode-host/data') });
  if (host.port !== port) console.log(`Port ${port} is in use, so this one listens on ${host.port}.`);
  const address = pageAddress({ url: host.url, folder: examples, extension: root, open: files[0] });
  console.log(`\nOpen this address in a browser:\n\n  ${address}\n`);
  if (openInBrowser(address)) console.log('The default browser was asked to open it.');
  console.log('The files of examples/ are in the explorer. Press Ctrl+C to end.');
});

// False when there is no VS Code that can show a window here.
function openInstalled(files) {
  const code = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  // In a remote terminal "code" opens files in the window it belongs to, and cannot start one for development.
  if (!code || process.env.VSCODE_IPC_HOOK_CLI || !hasDesktop()) return false;
  console.log('Opening VS Code with the extension and examples/ …');
  const args = [`--extensionDevelopmentPath=${root}`, examples, ...files];
  // Windows runs a .cmd only in a shell, which gets one line.
  const opened = code.endsWith('.cmd')
    ? spawnSync(shellLine([code, ...args]), { stdio: 'inherit', shell: true })
    : spawnSync(code, args, { stdio: 'inherit' });
  if (opened.status === 0) return true;
  console.log(`"${code}" could not open a window, so VS Code is started for a browser.`);
  return false;
}

function openInBrowser(address) {
  const opener = { darwin: 'open', linux: 'xdg-open' }[process.platform];
  if (!opener || !hasDesktop() || !findProgram(opener)) return false;
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
  return true;
}

function hasDesktop() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
