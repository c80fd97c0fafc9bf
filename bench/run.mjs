// Bundles the benchmark and runs it in a process of its own: `npm run bench`, with --quick for one small size.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureBundles } from '../scripts/bundles.mjs';
import { root } from '../scripts/ensure.mjs';

ensureBundles();
const folder = mkdtempSync(join(tmpdir(), 'voipbin-bench-'));
const outfile = join(folder, 'bench.js');
await build({
  entryPoints: ['bench/bench.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // It starts a browser with files of its own.
  external: ['playwright-core'],
  logLevel: 'warning',
});
const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit', env }).status;
const cli = join(root, 'dist', 'cli.js');
const options = process.argv.slice(2);
// The memory of an exploration has a process of its own, with a limit.
const explores = options.length === 0 || options.some((option) => option === '--quick' || option === '--explore');
const status =
  run(outfile, cli, ...options) ||
  (explores ? run('--max-old-space-size=256', outfile, cli, '--states', ...options) : 0);
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
