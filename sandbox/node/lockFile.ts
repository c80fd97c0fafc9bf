/** A file that belongs to one process at a time. */
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hasCode } from './hasCode';

export interface Lock {
  /** Rejects when another process has the lock; one that has vanished is taken again. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** How often a lock is tried for that another process takes or gives back at the same moment. */
const attempts = 20;

/**
 * Takes the lock `PATH.lock`; rejects with a phrase when a process that lives has it. The lock of a dead one is taken over.
 *
 * Two that take over at once may both believe to have it: who uses the file calls `check` before.
 */
export async function lockFile(path: string): Promise<Lock> {
  const lock = `${path}.lock`;
  const own = `${process.pid} ${crypto.randomUUID()}`;
  const take = async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (await create(lock, own)) return;
      const holder = await read(lock);
      if (holder === undefined) continue;
      const pid = Number.parseInt(holder, 10);
      if (isAlive(pid)) throw inUse(lock, pid);
      await rm(lock, { force: true });
    }
    throw new Error('other sandboxes are opening it right now');
  };
  await take();
  return {
    async check() {
      const holder = await read(lock);
      if (holder === undefined) await take();
      else if (holder !== own) throw inUse(lock, Number.parseInt(holder, 10));
    },
    async release() {
      if ((await read(lock).catch(() => undefined)) === own) await rm(lock, { force: true });
    },
  };
}

function inUse(lock: string, pid: number): Error {
  return new Error(`the process ${pid} is using it; stop that one, or delete ${lock} if it is not a sandbox`);
}

/** Whether the lock could be made. It appears with its content, so that no process reads half of it. */
async function create(lock: string, text: string): Promise<boolean> {
  const beside = `${lock}.${crypto.randomUUID()}`;
  await writeFile(beside, text, { flag: 'wx', mode: 0o600 });
  try {
    await link(beside, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // Some file systems have no links.
    return await createInPlace(lock, text);
  } finally {
    await rm(beside, { force: true });
  }
}

async function createInPlace(lock: string, text: string): Promise<boolean> {
  try {
    await writeFile(lock, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function read(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A lock with our own number was left by a process of an earlier life of this machine, or of this container. */
function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
