import { constants, type Stats } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './hasCode';

/**
 * The path under which a state may be kept, its links followed.
 *
 * Rejects with a phrase unless there is a regular file or nothing, in a folder that can be written. Whatever else is there would be replaced by a
 * file at the first change: a device too, where root asks for it.
 */
export async function stateFilePath(path: string): Promise<string> {
  const target = await followLinks(path);
  await refuseOther(target);
  await access(dirname(target), constants.W_OK);
  return target;
}

/** Rejects when something is there that is not a regular file. */
export async function refuseOther(path: string): Promise<void> {
  const found = await lstat(path).catch(nothing);
  if (found && !found.isFile()) throw new Error(`it is ${kindOf(found)}, not a file`);
}

async function followLinks(path: string): Promise<string> {
  const found = await lstat(path).catch(nothing);
  if (!found?.isSymbolicLink()) return join(await realpath(dirname(path)), basename(path));
  if (!(await stat(path).catch(nothing))) throw new Error('it is a link to nothing');
  return realpath(path);
}

function nothing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return found.isSymbolicLink() ? 'a link' : 'a device';
}
