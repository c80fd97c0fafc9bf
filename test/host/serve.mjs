// Starts VS Code's server from .vscode-host/ and ends it again, with everything it started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a first start of VS Code would put between the user and the files.
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
};

/**
 * Starts a server on 127.0.0.1 with a data folder of its own, and resolves when it answers.
 *
 * @param {object} options
 * @param {string} options.server folder that ensureVscodeHost() returned
 * @param {number} [options.port] preferred port; a free one is taken without it, or when it is in use
 * @param {Record<string, unknown>} [options.settings] user settings, on top of the quiet ones
 * @param {Record<string, string>} [options.env] added to the environment of the server and the extension host
 * @returns {Promise<{ url: string, port: number, log: () => string, stop: () => Promise<void> }>}
 *   `stop` ends the whole process tree and removes the data folder; it also happens when this process ends.
 */
export async function serveVscode({ server, port: preferred, settings = {}, env = {} }) {
  const port = await freePort(preferred);
  const data = mkdtempSync(join(tmpdir(), 'voipbin-flow-host-'));
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));

  // VS Code takes every theme below the extension under development for one of its own, and .vscode-host/ is below it:
  // the built-in extensions come from another place, else the colors of no setting hold.
  const builtin = join(data, 'builtin');
  symlinkSync(join(server, 'extensions'), builtin, 'junction');

  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off');
  args.push('--disable-workspace-trust', '--builtin-extensions-dir', builtin);
  const child = spawn(process.execPath, ['out/server-main.js', ...args], {
    cwd: server,
    // Without a gallery the host reaches nothing outside this machine.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the extension hosts and language servers below it can be ended together.
    detached: process.platform !== 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-100_000);
    });
  }

  const exited = once(child, 'exit');
  const end = () => {
    kill(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    kill(child);
    if (child.exitCode === null && child.signalCode === null) await exited;
    end();
  };

  const url = `http://127.0.0.1:${port}/`;
  try {
    await answers(url, child);
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start: ${error.message}\n${said}`);
  }
  return { url, port, log: () => said, stop };
}

/**
 * The address that shows `folder` with the extension at `extension`; it opens the file `open` and runs the suite at
 * `tests` when they are given. All are absolute paths.
 */
export function pageAddress({ url, folder, extension, tests, open }) {
  const encoded = (path) => path.split('/').map(encodeURIComponent).join('/');
  const remote = (path) => `vscode-remote://${new URL(url).host}${encoded(path)}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (open) payload.push(['openFile', remote(open)]);
  return `${url}?folder=${encoded(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** Turns Ctrl+C and an ordinary kill into an exit, so that what is registered for the exit is cleaned up. */
export function exitOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => process.exit(code));
  }
}

async function freePort(preferred) {
  if (preferred && (await canListen(preferred))) return preferred;
  return canListen(0);
}

// The port that was listened on for a moment, or undefined when it is taken.
function canListen(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

async function answers(url, child) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`);
    try {
      const response = await fetch(`${url}version`, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no answer within 60 seconds');
}

function kill(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
