import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundle } from '../../support/bundle';
import { root } from '../../support/repository';

const cli = bundle('dist/cli.js');

export interface RunningSandbox {
  readonly origin: string;
  readonly accessKey: string;
  /** What a request is answered with; one that fails is an error. A path such as `/calls`. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  ask(method: string, path: string, body?: unknown): Promise<any>;
  /** Waits for a line on standard output. */
  line(pattern: RegExp): Promise<void>;
  /** Sends a signal and waits for the end. */
  end(
    signal: NodeJS.Signals,
  ): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** The program `voipbin-flow sandbox` on a free port, ready to be asked. */
export async function runningSandbox(...args: string[]): Promise<RunningSandbox> {
  const command = [cli, 'sandbox', '--port', '0', ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  const looks = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text) => {
      written[name] += text;
      for (const look of [...looks]) look();
    });
  }
  const exited = once(child, 'close');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  exited.then(() => process.off('exit', kill));
  const line = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(written.stdout)) return;
        looks.delete(look);
        resolve();
      };
      looks.add(look);
      look();
      exited.then(() => reject(new Error(`it ended: ${written.stderr.slice(-500)}`)));
    });
  await line(/Stop it with Ctrl\+C\./);
  const [, origin = '', accessKey = ''] = /API +(\S+)\/v1\.0\n[\s\S]*access key +(\S+)/.exec(written.stdout) ?? [];
  return {
    origin,
    accessKey,
    line,
    async ask(method, path, body) {
      const answer = await fetch(`${origin}/v1.0${path}?accesskey=${accessKey}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      assert.equal(answer.status, 200);
      return answer.json();
    },
    async end(signal) {
      child.kill(signal);
      const [code] = await exited;
      return { code, ...written };
    },
  };
}
