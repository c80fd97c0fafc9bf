import { statSync } from 'node:fs';
import { faultOfFile } from '../../flow';
import type { CliIo } from '../io';

/**
 * The bytes of a file that another file names, or why it is not read, as the rest of a sentence behind its name. Rejects where there is none.
 *
 * What a user names may be a pipe. A file that names one would keep its reader waiting.
 */
export async function readLinked(path: string, io: CliIo): Promise<Uint8Array | { readonly fault: string }> {
  const found = statSync(path);
  const fault = faultOfFile(found.isFile(), found.size, Number.POSITIVE_INFINITY);
  if (fault !== undefined) return { fault };
  // The files of the kernel say that they are empty, and some of them never end.
  return found.size === 0 ? new Uint8Array() : io.readFile(path);
}
