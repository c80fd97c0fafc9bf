import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../flow/json/parse';
import { looksLikeFlow } from '../../flow/model/detectShape';

/** Folders that hold other people's files. */
const passedOver = new Set(['node_modules', 'dist', 'out', 'vendor']);

/**
 * The flow files behind the paths that were named, in the order named, each once.
 *
 * A file that is named is a flow whatever its name. In a folder these are `*.flow.json`, `*.flow.jsonc` and JSON files whose content is a flow;
 * hidden folders and folders of installed packages are passed over. Rejects for a path that does not exist.
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const isFolder = path !== '-' && (await isDirectory(path));
    if (!isFolder) found.add(path);
    else for (const file of await listFolder(path)) found.add(file);
  }
  return [...found];
}

async function isDirectory(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new Error(`there is no file or folder ${path}`) : error;
  });
  return found.isDirectory();
}

async function listFolder(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !passedOver.has(entry.name)) files.push(...(await listFolder(path)));
    } else if (entry.isFile() && (await isFlowFile(path))) files.push(path);
  }
  return files;
}

async function isFlowFile(path: string): Promise<boolean> {
  if (/\.flow\.jsonc?$/i.test(path)) return true;
  if (!/\.jsonc?$/i.test(path)) return false;
  const text = await readFile(path, 'utf8');
  return text.includes('"type"') && looksLikeFlow(parseJson(text, { allowTrailingComma: true }).root);
}
