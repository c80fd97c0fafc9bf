import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFlowText } from '../../flow';
import { readText } from '../readText';

/** Folders that hold other people's files, and may hold flows. */
const foreign = new Set(['dist', 'out', 'vendor']);

export interface PassedOver {
  readonly path: string;
  /** A phrase such as "a hidden folder". */
  readonly why: string;
  /** Whether nobody expects flows there, such as in a hidden folder. */
  readonly isUsual: boolean;
}

/** Is told what no file is found behind. */
export interface SearchNotes {
  /** What was named or lies in a folder and cannot be looked at. */
  fail(path: string, error: unknown): void;
  /** What lies in a folder and was not looked at. */
  passOver(passedOver: PassedOver): void;
}

/**
 * The flow files behind the paths that were named, in the order named, each once; a folder is read when its files are asked for.
 *
 * A file that is named is a flow whatever its name, and so is what a pipe brings. In a folder these are `*.flow.json`, `*.flow.jsonc` and JSON files
 * whose content is a flow; hidden folders, folders of installed or built files and links to folders are passed over. What cannot be looked at does
 * not keep the rest from being found.
 */
export function* findFiles(paths: readonly string[], notes: SearchNotes): Generator<string, undefined> {
  const found = new Set<string>();
  for (const path of paths) {
    for (const file of filesBehind(path, notes)) {
      const whole = file === '-' ? file : resolve(file);
      if (!found.has(whole)) yield file;
      found.add(whole);
    }
  }
}

function* filesBehind(path: string, notes: SearchNotes): Generator<string> {
  try {
    if (path === '-' || !statSync(path).isDirectory()) yield path;
    else yield* listFolder(path, notes);
  } catch (error) {
    notes.fail(path, error);
  }
}

function* listFolder(folder: string, notes: SearchNotes): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) yield* enterFolder(path, entry.name, notes);
      else if (isFlowFile(path, entry, notes)) yield path;
    } catch (error) {
      notes.fail(path, error);
    }
  }
}

function* enterFolder(path: string, name: string, notes: SearchNotes): Generator<string> {
  const installed = 'a folder of installed or built files';
  if (name.startsWith('.')) notes.passOver({ path, why: 'a hidden folder', isUsual: true });
  else if (name === 'node_modules') notes.passOver({ path, why: installed, isUsual: true });
  else if (foreign.has(name)) notes.passOver({ path, why: installed, isUsual: false });
  else yield* listFolder(path, notes);
}

/** A link counts as the file it leads to; folders behind links may lead in circles, or out of what was named. */
function isFlowFile(path: string, entry: Dirent, notes: SearchNotes): boolean {
  const isNamed = isNamedFlow(path);
  const isJson = /\.jsonc?$/i.test(path);
  const passOver = (why: string) => notes.passOver({ path, why, isUsual: false });
  const found = entry.isSymbolicLink() ? statOf(path, isNamed) : entry;
  if (found?.isDirectory()) passOver('a link to a folder');
  else if (!isJson) return false;
  else if (!found) passOver('a link to nothing');
  else if (!found.isFile()) passOver('not a file');
  else return isNamed || holdsFlow(path);
  return false;
}

const isNamedFlow = (path: string) => /\.flow\.jsonc?$/i.test(path);

/** What is called a flow and cannot be looked at is a failure; of other files nobody knows whether they are ours. */
function statOf(path: string, isNamed: boolean) {
  try {
    return statSync(path);
  } catch (error) {
    if (isNamed) throw error;
    return undefined;
  }
}

function holdsFlow(path: string): boolean {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    // A file that nobody called a flow and that cannot be read is none of ours.
    return false;
  }
  return isFlowText(readText(bytes).text);
}
