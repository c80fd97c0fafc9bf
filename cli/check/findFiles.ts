import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isFlowText } from '../../flow/model/looksLikeFlow';
import { readText } from '../readText';

/** Folders that hold other people's files. */
const foreign = new Set(['node_modules', 'dist', 'out', 'vendor']);

export interface FoundFiles {
  readonly files: readonly string[];
  /** What was named or lies in a folder and cannot be looked at. */
  readonly failures: readonly ReadFailure[];
  /** What lies in a folder and was not looked at. */
  readonly passedOver: readonly PassedOver[];
}

export interface ReadFailure {
  readonly path: string;
  readonly error: unknown;
}

export interface PassedOver {
  readonly path: string;
  /** A phrase such as "a hidden folder". */
  readonly why: string;
}

/**
 * The flow files behind the paths that were named, in the order named, each once.
 *
 * A file that is named is a flow whatever its name, and so is what a pipe brings. In a folder these are `*.flow.json`, `*.flow.jsonc` and JSON files
 * whose content is a flow; hidden folders, folders of installed or built files and links to folders are passed over. What cannot be looked at does
 * not keep the rest from being found.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = new Map<string, string>();
  const failures: ReadFailure[] = [];
  const passedOver: PassedOver[] = [];
  const add = (path: string) => {
    const whole = path === '-' ? path : resolve(path);
    if (!found.has(whole)) found.set(whole, path);
  };
  const search: Search = { add, failures, passOver: (path, why) => passedOver.push({ path, why }) };
  for (const path of paths) {
    try {
      if (path !== '-' && (await stat(path)).isDirectory()) await listFolder(path, search);
      else add(path);
    } catch (error) {
      failures.push({ path, error });
    }
  }
  return { files: [...found.values()], failures, passedOver };
}

interface Search {
  readonly add: (path: string) => void;
  readonly failures: ReadFailure[];
  readonly passOver: (path: string, why: string) => void;
}

async function listFolder(folder: string, search: Search): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) await enterFolder(path, entry.name, search);
      else await lookAt(path, entry, search);
    } catch (error) {
      search.failures.push({ path, error });
    }
  }
}

async function enterFolder(path: string, name: string, search: Search): Promise<void> {
  if (name.startsWith('.')) search.passOver(path, 'a hidden folder');
  else if (foreign.has(name)) search.passOver(path, 'a folder of installed or built files');
  else await listFolder(path, search);
}

/** A link counts as the file it leads to; folders behind links may lead in circles, or out of what was named. */
async function lookAt(path: string, entry: Dirent, { add, passOver }: Search): Promise<void> {
  const isNamed = isNamedFlow(path);
  const isJson = /\.jsonc?$/i.test(path);
  const found = entry.isSymbolicLink() || isNamed ? await stat(path).catch(fail(isNamed)) : entry;
  if (found?.isDirectory()) passOver(path, 'a link to a folder');
  else if (!isJson) return;
  else if (!found) passOver(path, 'a link to nothing');
  else if (!found.isFile()) passOver(path, 'not a file');
  else if (isNamed || (await holdsFlow(path))) add(path);
}

const isNamedFlow = (path: string) => /\.flow\.jsonc?$/i.test(path);

/** What is called a flow and cannot be looked at is a failure; of other files nobody knows whether they are ours. */
const fail = (isNamed: boolean) => (error: unknown) => {
  if (isNamed) throw error;
  return undefined;
};

async function holdsFlow(path: string): Promise<boolean> {
  // A file that nobody called a flow and that cannot be read is none of ours.
  const bytes = await readFile(path).catch(() => new Uint8Array());
  return isFlowText(readText(bytes).text);
}
