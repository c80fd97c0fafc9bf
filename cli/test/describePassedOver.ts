import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFileName } from '../../flow';
import type { PassedOver } from '../input/findFiles';
import { kindOfPath } from '../input/kindOfPath';
import { printable } from '../printable';

/** A cache can hold many folders: it is not searched to its end. */
const maxFolders = 2000;

/** Folders in which no project keeps its tests. */
const isForeign = (name: string) => name === 'node_modules' || name === '.git';

/** Says which folders were passed over although they have test files; undefined where none was. */
export function describePassedOver(passedOver: readonly PassedOver[]): string | undefined {
  const left = { folders: maxFolders };
  const [first, ...more] = passedOver
    .map(({ path }) => path)
    .filter((path) => kindOfPath(path) === 'folder' && holdsTests(path, left));
  if (first === undefined) return undefined;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const folders = more.length === 0 ? 'this folder' : 'these folders';
  return `the tests in ${printable(first)}${others} did not run: name ${folders} to run them`;
}

function holdsTests(folder: string, left: { folders: number }): boolean {
  if (left.folders-- <= 0 || isForeign(folder.split(/[\\/]/).at(-1) ?? '')) return false;
  const entries = entriesOf(folder);
  return (
    entries.some((entry) => !entry.isDirectory() && isTestFileName(entry.name)) ||
    entries.some((entry) => entry.isDirectory() && holdsTests(join(folder, entry.name), left))
  );
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
