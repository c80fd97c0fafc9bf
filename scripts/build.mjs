// Bundles the language server, the extension and the command line into dist/.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';

const production = process.argv.includes('--production');

/** Leaves out what only reference pages and SARIF print: the long texts of the checks and the evidence behind the facts. */
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
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const worker = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/**
 * For code that runs in Node and in a web worker: a package has its parts for each under names of their own. `ws` has not, and its version for
 * browsers throws.
 */
const bothHosts = {
  ...node,
  target: common.target,
  plugins: [withoutReferenceTexts],
  conditions: ['browser', 'module'],
  alias: { ws: './node_modules/ws/wrapper.mjs' },
  external: ['vscode'],
};

const bundles = [
  { ...bothHosts, entryPoints: ['server/main.ts'], outfile: 'dist/server.js', format: 'iife' },
  { ...node, entryPoints: ['client/node/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
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
 * Bundles what the extension loads when it is first used, for both hosts at once, so that they share what is the same. esbuild shares code among
 * bundles of ES modules only, and VS Code's extension host runs CommonJS: each bundle is turned into that afterwards.
 */
async function buildParts(outdir) {
  const { outputFiles, metafile } = await build({
    ...bothHosts,
    entryPoints: {
      detection: 'client/detectFlows.ts',
      status: 'client/status.ts',
      language: 'client/node/language.ts',
      calls: 'client/node/calls.ts',
      webLanguage: 'client/browser/language.ts',
      webCalls: 'client/browser/calls.ts',
    },
    outdir,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    sourcemap: production ? false : 'inline',
    write: false,
    metafile: true,
  });
  const inBrowser = ['detection', 'status', 'webLanguage', 'webCalls'].map((name) => `${outdir}/${name}.js`);
  refuseModulesOfNode(metafile.outputs, inBrowser);
  await mkdir(outdir, { recursive: true });
  for (const { path, text } of outputFiles) {
    const { platform, target, minify } = bothHosts;
    const settings = { platform, target, minify, format: 'cjs', sourcefile: basename(path) };
    const { code, map } = await transform(text, { ...settings, sourcemap: production ? false : 'external' });
    await writeFile(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
    if (!production) await writeFile(`${path}.map`, map);
  }
}

/** Ends the build when a bundle for browsers, or one that it requires, needs more than VS Code: esbuild takes Node's own modules as given. */
function refuseModulesOfNode(outputs, files) {
  const reached = new Set(files);
  for (const file of reached) {
    for (const { path, external } of outputs[file].imports) {
      if (!external) reached.add(path);
      else if (path !== 'vscode') throw new Error(`${file} runs in a browser, where there is no ${path}.`);
    }
  }
}

await rm('dist', { recursive: true, force: true });
await Promise.all([...bundles.map((bundle) => build(bundle)), buildParts('dist/parts')]);
console.log(`built ${bundles.length} bundles and the parts of the extension into dist/`);
