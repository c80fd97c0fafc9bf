// Builds the bundles for release and writes voipbin-flow-VERSION.vsix.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const limit = 1_500_000;
const { files: _, scripts: __, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, `${manifest.name}-${manifest.version}.vsix`);

execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: 'inherit' });

// `files` says what npm packs, .vscodeignore what the extension is; vsce refuses a manifest that has both.
const stage = mkdtempSync(join(tmpdir(), 'voipbin-flow-vsix-'));
try {
  const parts = [
    'dist',
    'syntaxes',
    'snippets',
    'schemas',
    'images',
    '.vscodeignore',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
  ];
  for (const name of [...parts, 'language-configuration.json']) {
    cpSync(join(root, name), join(stage, name), { recursive: true });
  }
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], {
    cwd: stage,
    stdio: 'inherit',
  });
} finally {
  rmSync(stage, { recursive: true, force: true });
}

const { size } = statSync(file);
console.log(`${file}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`The package must stay under 1.5 MB. List what it holds: unzip -l ${file}`);
  process.exit(1);
}
