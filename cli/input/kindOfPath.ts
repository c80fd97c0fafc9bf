import { statSync } from 'node:fs';

/** What a path leads to; undefined where there is neither a file nor a folder, or where the user may not look. */
export function kindOfPath(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}
