// Starts VS Code's server from .vscode-host/ and ends it again, with everything it started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { prepareDataFolder } from './dataFolder.mjs';
import { keyHalf, serveWithKey } from './keyHalf.mjs';

/**
 * Starts a server on 127.0.0.1 with its data folder, and resolves when it answers.
 *
 * @param {object} options
 * @param {string} options.server folder that ensureVscodeHost() returned
 * @param {number} [options.port] preferred port; a free one is taken without it, or when it is in use
 * @param {Record<string, unknown>} [options.settings] user settings, on top of the quiet ones
 * @param {string} [options.keep] a data folder that stays for the next start, with the sign-ins; it is used where the preferred port is free
 * @param {Record<string, string>} [options.env] added to the environment of the server and the extension host
 * @returns {Promise<{ url: string, port: number, log: () => string, stop: () => Promise<void> }>}
 *   `stop` ends the whole process tree and removes the data folder, unless it is kept; it also happens when this process ends.
 */
export async function serveVscode({ server, port: preferred, settings = {}, env = {}, keep }) {
  const port = await freePort(preferred);
  // Two servers at a time do not share one.
  const isKept = keep !== undefined && port === preferred;
  const { data, builtin } = prepareDataFolder({ server, settings, keep: isKept ? keep : undefined });

  const own = isKept ? await freePort() : port;

  const args = ['--host', '127.0.0.1', '--port', String(own), '--without-connection-token'];
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
  let endFront = () => {};
  const end = () => {
    endFront();
    kill(child);
    rmSync(isKept ? dirname(builtin) : data, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
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
    await answers(`http://127.0.0.1:${own}/`, child);
    if (isKept) endFront = await serveWithKey({ port, onward: own, key: keyHalf(data) });
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
