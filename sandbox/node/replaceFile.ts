import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refuseOther } from './stateFilePath';

/**
 * Replaces a file as a whole: a process that is killed meanwhile leaves the old one or the new one. Only the owner may read it.
 *
 * What is not a regular file is not replaced.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${crypto.randomUUID()}.new`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await refuseOther(path);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}

/** Removes what processes that were killed while they replaced the file have left beside it. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const name = basename(path);
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(`${name}.`) && isLeftover.test(entry.slice(name.length)))
      await rm(join(folder, entry), { force: true });
  }
}

const isLeftover = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.new$/;
