// How bundles are made. esbuild is passed in: what checks flows elsewhere installs it apart from this repository.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** What the extension loads when it is first used, by the names of its bundles in dist/parts/. */
export const partEntries = {
  detection: 'client/detectFlows.ts',
  status: 'client/status.ts',
  debug: 'client/debug/startDebugging.ts',
  hovers: 'client/ui/wayHovers.ts',
  tests: 'client/tests/startTests.ts',
  language: 'client/node/language.ts',
  calls: 'client/node/calls.ts',
  picture: 'client/picture/startPicture.ts',
  tasks: 'cli/tasks.ts',
  webLanguage: 'client/browser/language.ts',
  webCalls: 'client/browser/calls.ts',
};

export const commonOptions = (production) => ({
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  target: 'es2022',
  // jsonc-parser's "main" is a UMD file that bundlers cannot follow; its "module" entry can be.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});

export const nodeOptions = (production) => ({
  ...commonOptions(production),
  platform: 'node',
  target: 'node20',
  format: 'cjs',
});

/**
 * Bundles programs and what they load when it is first used, so that they share what is the same. esbuild shares code among bundles of ES modules
 * only, and VS Code's extension host runs CommonJS, as does our Node program: each bundle is turned into that afterwards.
 */
export async function buildShared({ build, transform }, options) {
  const { platform, target, minify } = options;
  const production = options.sourcemap === false;
  const { outputFiles, metafile } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    sourcemap: production ? false : 'inline',
    write: false,
    metafile: true,
  });
  for (const { path, text } of outputFiles) {
    // A file is required sooner than it is imported.
    const settings = { platform, target, minify, format: 'cjs', supported: { 'dynamic-import': false } };
    const sourcemap = production ? false : 'external';
    const { code, map } = await transform(text, { ...settings, sourcefile: basename(path), sourcemap });
    const plain = plainExports(Object.entries(metafile.outputs).find(([output]) => path.endsWith(output))?.[1].exports);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${code}${plain}${production ? '' : `//# sourceMappingURL=${basename(path)}.map\n`}`);
    if (!production) await writeFile(`${path}.map`, map);
  }
  return metafile;
}

/** esbuild exports by getters, and each use of one in a loop costs a search by name: `check` took a seventh longer. Nothing changes what it exports. */
function plainExports(names = []) {
  return names.length === 0
    ? ''
    : `{const e=module.exports;module.exports={${names.map((name) => `${name}:e.${name}`)}};}\n`;
}

/** The command line: each command loads what it needs. `settings` are more options of esbuild. */
export function buildCli(esbuild, { production, settings = {} }) {
  return buildShared(esbuild, {
    ...nodeOptions(production),
    entryPoints: { cli: 'cli/main.ts' },
    outdir: 'dist',
    chunkNames: 'cli/[name]-[hash]',
    ...settings,
  });
}
