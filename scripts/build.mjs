// Bundles the language server, the extension and the command line into dist/.
import { readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const production = process.argv.includes('--production');

/**
 * Leaves out what only reference pages and SARIF print: the long texts of the checks and the evidence behind the facts. Four
 * bundles with them would make the package a tenth larger.
 */
const withoutReferenceTexts = {
  name: 'without-reference-texts',
  setup(builder) {
    const checkText = /^ {2}doc: `(?:[^`\\]|\\[\s\S])*`,$/m;
    const evidence = /\bsource:\s*(['`])(?:bin-|\$\{)[^'`\n]*\1/g;
    builder.onLoad({ filter: /[\\/]flow[\\/](?:checks[\\/]\w+|catalog)[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { loader: 'ts', contents: source.replace(checkText, "  doc: '',").replace(evidence, "source: ''") };
    });
  },
};

const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  target: 'es2022',
  // jsonc-parser's "main" is a UMD file that bundlers cannot follow; its "module" entry can be.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};
const extension = { plugins: [withoutReferenceTexts] };
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const worker = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, ...extension, entryPoints: ['server/node/main.ts'], outfile: 'dist/server.js' },
  { ...node, ...extension, entryPoints: ['client/node/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...worker, ...extension, entryPoints: ['server/browser/main.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  {
    ...worker,
    ...extension,
    entryPoints: ['client/browser/main.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...worker, entryPoints: ['client/phone/page/main.ts'], outfile: 'dist/phone.js', format: 'iife' },
  { ...worker, entryPoints: ['client/phone/page/phone.css'], outfile: 'dist/phone.css' },
];

await rm('dist', { recursive: true, force: true });
await Promise.all(bundles.map((bundle) => build(bundle)));
console.log(`built ${bundles.length} bundles into dist/`);
