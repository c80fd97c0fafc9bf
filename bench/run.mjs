// Bundles the benchmark and runs it in a process of its own: `npm run bench`, with --quick for one small size.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'voipbin-bench-'));
const outfile = join(folder, 'bench.js');
await build({
  entryPoints: { bench: 'bench/bench.ts', cli: 'cli/main.ts' },
  outdir: folder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, join(folder, 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
