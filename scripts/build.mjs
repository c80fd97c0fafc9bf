// Bundles the language server, the extension and the command line into dist/.
import { readFile, rm } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { buildCli, buildShared, commonOptions, nodeOptions, partEntries } from './sharedBundles.mjs';

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

const { build } = esbuild;
const common = commonOptions(production);
const node = nodeOptions(production);
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
  {
    ...worker,
    entryPoints: ['client/browser/main.ts'],
    outfile: 'dist/web/client.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...worker, entryPoints: ['client/phone/page/main.ts'], outfile: 'dist/phone.js', format: 'iife' },
  { ...worker, entryPoints: ['client/picture/page/main.ts'], outfile: 'dist/picture.js', format: 'iife' },
  { ...worker, entryPoints: ['client/picture/page/picture.css'], outfile: 'dist/picture.css' },
  { ...bothHosts, entryPoints: ['client/picture/layoutWorker.ts'], outfile: 'dist/layout.js', format: 'iife' },
  { ...worker, entryPoints: ['client/phone/page/phone.css'], outfile: 'dist/phone.css' },
];

/** What the extension loads when it is first used, for both hosts at once. */
async function buildParts(outdir) {
  const { outputs } = await buildShared(esbuild, {
    ...bothHosts,
    entryPoints: partEntries,
    outdir,
    chunkNames: 'shared-[hash]',
  });
  const inBrowser = ['detection', 'status', 'debug', 'tests', 'picture', 'hovers', 'webLanguage', 'webCalls'];
  refuseModulesOfNode(
    outputs,
    inBrowser.map((name) => `${outdir}/${name}.js`),
  );
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
await Promise.all([
  ...bundles.map((bundle) => build(bundle)),
  buildCli(esbuild, { production }),
  buildParts('dist/parts'),
]);
console.log(`built ${bundles.length} bundles, the command line and the parts of the extension into dist/`);
