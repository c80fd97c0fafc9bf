import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isFlowText } from '../../flow/model/looksLikeFlow';

/** Folders that hold other people's files. */
const passedOver = new Set(['node_modules', 'dist', 'out', 'vendor']);

export interface FoundFiles {
  readonly files: readonly string[];
  /** What was named or lies in a folder and cannot be looked at. */
  readonly failures: readonly ReadFailure[];
}

export interface ReadFailure {
  readonly path: string;
  readonly error: unknown;
}

/**
 * The flow files behind the paths that were named, in the order named, each once.
 *
 * A file that is named is a flow whatever its name. In a folder these are `*.flow.json`, `*.flow.jsonc` and JSON files whose content is a flow;
 * hidden folders and folders of installed packages are passed over. What cannot be looked at does not keep the rest from being found.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = new Map<string, string>();
  const failures: ReadFailure[] = [];
  const add = (path: string) => {
    const whole = path === '-' ? path : resolve(path);
    if (!found.has(whole)) found.set(whole, path);
  };
  for (const path of paths) {
    try {
      if (path !== '-' && (await stat(path)).isDirectory()) await listFolder(path, add, failures);
      else add(path);
    } catch (error) {
      failures.push({ path, error });
    }
  }
  return { files: [...found.values()], failures };
}

async function listFolder(folder: string, add: (path: string) => void, failures: ReadFailure[]): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !passedOver.has(entry.name)) await listFolder(path, add, failures);
      } else if (isNamedFlow(path) ? await isFile(path) : entry.isFile() && (await holdsFlow(path))) add(path);
    } catch (error) {
      failures.push({ path, error });
    }
  }
}

const isNamedFlow = (path: string) => /\.flow\.jsonc?$/i.test(path);

/** A link counts as the file it leads to. */
const isFile = async (path: string) => (await stat(path)).isFile();

async function holdsFlow(path: string): Promise<boolean> {
  if (!/\.jsonc?$/i.test(path)) return false;
  // A file that nobody called a flow and that cannot be read is none of ours.
  const text = await readFile(path, 'utf8').catch(() => '');
  return isFlowText(text);
}
