import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFlowFileName, isTestFileName, type Likeness, likenessOf } from '../../flow';
import { readText } from '../readText';

/** Folders that hold other people's files, and may hold flows. */
const foreign = new Set(['dist', 'out', 'vendor']);

export interface PassedOver {
  readonly path: string;
  /** A phrase such as "a hidden folder". */
  readonly why: string;
  /** Whether flows are not expected there, such as in a hidden folder. */
  readonly isUsual: boolean;
  /** Whether it is a file that could be a flow, and could belong to another tool. */
  readonly mayBeFlow?: true;
}

/** Is told what no file is found behind. */
export interface SearchNotes {
  /** What was named or lies in a folder and cannot be looked at. */
  fail(path: string, error: unknown): void;
  /** What lies in a folder and was not looked at. */
  passOver(passedOver: PassedOver): void;
  /** A folder that is read next. */
  enter?(folder: string): void;
}

/** Which files of a folder are looked for. */
export interface WantedFiles {
  /** By its name alone. */
  isNamed(path: string): boolean;
  /** By the content of a JSON file whose name does not tell. */
  holds(path: string): Likeness;
}

/** `*.flow.json`, `*.flow.jsonc` and JSON files whose content is a flow for certain. */
const flows: WantedFiles = { isNamed: isFlowFileName, holds: holdsFlow };

/** `*.flow.test.json` and `*.flow.test.jsonc`. */
export const testFiles: WantedFiles = { isNamed: isTestFileName, holds: () => 'none' };

/**
 * The files of a kind, flows as a rule, behind the paths that were named, in the order named, each once; a folder is read when its files are asked for.
 *
 * A file that is named is of the kind whatever its name, and so is what a pipe brings. In folders hidden folders, folders of installed or built files and links to folders are passed over. What cannot be looked at does
 * not keep the rest from being found.
 */
export function* findFiles(paths: readonly string[], notes: SearchNotes, kind = flows): Generator<string, undefined> {
  const [only, ...others] = paths;
  // A file can be found twice only behind two paths.
  if (only !== undefined && others.length === 0) return yield* filesBehind(only, notes, kind);
  const found = new Set<string>();
  for (const path of paths) {
    for (const file of filesBehind(path, notes, kind)) {
      const whole = file === '-' ? file : resolve(file);
      if (!found.has(whole)) yield file;
      found.add(whole);
    }
  }
}

function* filesBehind(path: string, notes: SearchNotes, kind: WantedFiles): Generator<string, undefined> {
  try {
    if (path === '-' || !statSync(path).isDirectory()) yield path;
    else yield* listFolder(path, notes, kind);
  } catch (error) {
    notes.fail(path, error);
  }
  return undefined;
}

function* listFolder(folder: string, notes: SearchNotes, kind: WantedFiles): Generator<string> {
  notes.enter?.(folder);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) yield* enterFolder(path, entry.name, notes, kind);
      else if (isWanted(path, entry, notes, kind)) yield path;
    } catch (error) {
      notes.fail(path, error);
    }
  }
}

function* enterFolder(path: string, name: string, notes: SearchNotes, kind: WantedFiles): Generator<string> {
  const installed = 'a folder of installed or built files';
  if (name.startsWith('.')) notes.passOver({ path, why: 'a hidden folder', isUsual: true });
  else if (name === 'node_modules') notes.passOver({ path, why: installed, isUsual: true });
  else if (foreign.has(name)) notes.passOver({ path, why: installed, isUsual: false });
  else yield* listFolder(path, notes, kind);
}

/** A link counts as the file it leads to; folders behind links may lead in circles, or out of what was named. */
function isWanted(path: string, entry: Dirent, notes: SearchNotes, kind: WantedFiles): boolean {
  const isNamed = kind.isNamed(path);
  const isJson = /\.jsonc?$/i.test(path);
  const passOver = (why: string) => notes.passOver({ path, why, isUsual: false });
  const found = entry.isSymbolicLink() ? statOf(path, isNamed) : entry;
  if (found?.isDirectory()) passOver('a link to a folder');
  else if (!isJson) return false;
  else if (!found) passOver('a link to nothing');
  else if (!found.isFile()) passOver('not a file');
  else if (isNamed) return true;
  else {
    const likeness = kind.holds(path);
    if (likeness === 'certain') return true;
    if (likeness === 'possible')
      notes.passOver({ path, why: 'which may be a flow or a file of another tool', isUsual: false, mayBeFlow: true });
  }
  return false;
}

/** What is called a flow and cannot be looked at is a failure; other files may not be ours. */
function statOf(path: string, isNamed: boolean) {
  try {
    return statSync(path);
  } catch (error) {
    if (isNamed) throw error;
    return undefined;
  }
}

function holdsFlow(path: string): Likeness {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    // A file without the name of a flow that cannot be read is not ours.
    return 'none';
  }
  return likenessOf(readText(bytes).text);
}
