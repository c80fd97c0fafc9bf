#!/usr/bin/env node
// What .pre-commit-hooks.yaml runs. pre-commit clones this repository, and npm runs no `prepack` for a package from Git: the first run builds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureCommandLine, program } from './buildCommandLine.mjs';
import { runMain } from './ensure.mjs';

await runMain(async () => {
  await ensureCommandLine();
  // Options come before the files, and the name of a file can begin with a hyphen.
  const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') && existsSync(arg) ? `./${arg}` : arg));
  const { status } = spawnSync(process.execPath, [program, 'check', ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
});
