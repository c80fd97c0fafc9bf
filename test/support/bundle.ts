import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository';

let isFresh = false;

/**
 * The whole path of a bundle such as `dist/cli.js`, built from the sources as they are now; throws with the words of the build when it fails.
 *
 * Called while a test file is loaded, so that no test waits for the build.
 */
export function bundle(path: string): string {
  if (!isFresh) execFileSync(process.execPath, ['scripts/bundles.mjs'], { cwd: root, encoding: 'utf8' });
  isFresh = true;
  return join(root, path);
}
