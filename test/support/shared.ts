import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../../shared');

/** The text of a file that lies in `shared` beside the repository; undefined where there is no such folder. */
export function sharedText(path: string): string | undefined {
  const file = resolve(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
