#!/usr/bin/env node
// What .pre-commit-hooks.yaml runs. pre-commit clones this repository, and npm runs no `prepack` for a package from Git: the first run builds.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(program)) {
  execFileSync(process.execPath, [fileURLToPath(new URL('prepack.mjs', import.meta.url))], {
    stdio: ['ignore', 2, 2],
  });
}
const { status } = spawnSync(process.execPath, [program, 'check', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;
