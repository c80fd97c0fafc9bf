import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(__dirname, '../..');

/** What tools put beside the source; none of it is committed. */
const made = new Set(['node_modules', '.git', 'dist', '.tsbuild', '.vscode-host']);

/** The files below a folder of the repository, as paths from its root with forward slashes, without those that tools make. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (made.has(entry.name) || entry.name.endsWith('.vsix')) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

export const readText = (path: string) => readFileSync(join(root, path), 'utf8');
