import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles, root } from './repository';

/** Copies the files of the repository to a folder, without anything that was built, and lends it our node_modules. */
export function makeBareClone(folder: string): void {
  for (const path of listFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  assert.ok(!existsSync(join(folder, 'dist')), 'a bare clone has no bundles');
}
