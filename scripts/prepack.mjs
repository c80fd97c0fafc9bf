// What npm runs before it packs: the bundles for release, from a bare clone too.
import { execFileSync } from 'node:child_process';
import { ensureNodeModules, root, runMain } from './ensure.mjs';

await runMain(() => {
  ensureNodeModules();
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: ['ignore', 2, 2] });
});
