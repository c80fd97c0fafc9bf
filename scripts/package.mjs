// Builds the bundles for release and writes voipbin-flow-VERSION.vsix, which must stay under 1 MB.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

const limit = 1_000_000;
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = `${name}-${version}.vsix`;

run(process.execPath, ['scripts/build.mjs', '--production']);
run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', file]);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`The package must stay under 1 MB. Look at what it holds: unzip -l ${file}`);
  process.exit(1);
}
