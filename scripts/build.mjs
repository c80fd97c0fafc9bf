// Bundles the language server, the extension and the command line into dist/.

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

const production = process.argv.includes('--production');

const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  target: 'es2022',
  // jsonc-parser's "main" is a UMD file that bundlers cannot follow; its "module" entry can be.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const worker = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entryPoints: ['server/node/main.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['client/node/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...worker, entryPoints: ['server/browser/main.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  {
    ...worker,
    entryPoints: ['client/browser/main.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...worker, entryPoints: ['client/phone/page/main.ts'], outfile: 'dist/phone.js', format: 'iife' },
  { ...worker, entryPoints: ['client/phone/page/phone.css'], outfile: 'dist/phone.css' },
].filter((bundle) => existsSync(bundle.entryPoints[0]));

await rm('dist', { recursive: true, force: true });
await Promise.all(bundles.map((bundle) => build(bundle)));
console.log(`built ${bundles.length} bundles into dist/`);
