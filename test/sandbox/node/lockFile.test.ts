import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { lockFile } from '../../../sandbox/node/lockFile';
import { withFolder } from '../../support/cli';

/** A process that lives, and the lock file that it would write. */
async function withHolder(use: (pid: number) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  try {
    await once(child, 'spawn');
    await use(child.pid ?? 0);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

/** The number of a process that is over. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

suite('lockFile', () => {
  test('a lock of a process that lives is not taken, and the process is named', () =>
    withFolder({}, (folder) =>
      withHolder(async (pid) => {
        const path = join(folder, 'state.json');
        writeFileSync(`${path}.lock`, `${pid} token`);
        await assert.rejects(lockFile(path), {
          message: `the process ${pid} is using it; stop that one, or delete ${path}.lock if it is not a sandbox`,
        });
        assert.equal(readFileSync(`${path}.lock`, 'utf8'), `${pid} token`);
        assert.deepEqual(readdirSync(folder), ['state.json.lock']);
      }),
    ));

  test('a lock that a dead process, an earlier life of ours, or a crash has left is taken over', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      for (const left of [`${deadProcess()} token`, `${process.pid} token`, '', '\0\0', '-1 x']) {
        writeFileSync(`${path}.lock`, left);
        const lock = await lockFile(path);
        await lock.check();
        await lock.release();
        assert.deepEqual(readdirSync(folder), [], JSON.stringify(left));
      }
    }));

  test('of many that want a lock at once only one keeps it', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const taken = await Promise.allSettled(Array.from({ length: 10 }, () => lockFile(path)));
      const locks = taken.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const checked = await Promise.allSettled(locks.map((lock) => lock.check()));
      assert.equal(checked.filter(({ status }) => status === 'fulfilled').length, 1);
    }));

  test('who has lost a lock to another process learns it before the file is used', () =>
    withFolder({}, (folder) =>
      withHolder(async (pid) => {
        const path = join(folder, 'state.json');
        const lock = await lockFile(path);
        writeFileSync(`${path}.lock`, `${pid} token`);
        await assert.rejects(lock.check(), /the process \d+ is using it/);
        await lock.release();
        assert.equal(readFileSync(`${path}.lock`, 'utf8'), `${pid} token`);
      }),
    ));

  test('a lock that somebody deleted is taken again', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const lock = await lockFile(path);
      rmSync(`${path}.lock`);
      await lock.check();
      assert.ok(existsSync(`${path}.lock`));
      await lock.release();
      assert.ok(!existsSync(`${path}.lock`));
    }));
});
