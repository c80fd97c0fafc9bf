// Bundles the language server, the extension and the command line into dist/.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';

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
  { ...node, entryPoints: ['client/node/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...worker, ...extension, entryPoints: ['server/browser/main.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  {
    ...worker,
    entryPoints: ['client/browser/main.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...worker, entryPoints: ['client/phone/page/main.ts'], outfile: 'dist/phone.js', format: 'iife' },
  { ...worker, entryPoints: ['client/phone/page/phone.css'], outfile: 'dist/phone.css' },
];

/**
 * Bundles what the extension loads when it is first used. esbuild shares code among bundles of ES modules only, and VS Code's extension host
 * runs CommonJS: each bundle is turned into that afterwards.
 */
async function buildParts(host, options, outdir) {
  const { outputFiles } = await build({
    ...options,
    ...extension,
    entryPoints: {
      detection: 'client/detectFlows.ts',
      status: 'client/status.ts',
      language: `client/${host}/language.ts`,
      calls: `client/${host}/calls.ts`,
    },
    outdir,
    external: ['vscode'],
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    sourcemap: production ? false : 'inline',
    write: false,
  });
  await mkdir(outdir, { recursive: true });
  for (const { path, text } of outputFiles) {
    const { platform, target, minify } = options;
    const settings = { platform, target, minify, format: 'cjs', sourcefile: basename(path) };
    const { code, map } = await transform(text, { ...settings, sourcemap: production ? false : 'external' });
    await writeFile(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
    if (!production) await writeFile(`${path}.map`, map);
  }
}

await rm('dist', { recursive: true, force: true });
await Promise.all([
  ...bundles.map((bundle) => build(bundle)),
  buildParts('node', node, 'dist/parts'),
  buildParts('browser', worker, 'dist/web/parts'),
]);
console.log(`built ${bundles.length} bundles and the parts of the extension into dist/`);
