import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { suite, test } from 'mocha';
import { root } from '../support/repository';

/** What is loaded in every window on a host: our files, and the packages that they name. */
async function loadedBy(host: 'node' | 'browser') {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`client/${host}/main.ts`],
    outdir: '.',
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    packages: 'external',
  });
  const packages = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { files: Object.keys(metafile.inputs).sort(), packages: [...new Set(packages)] };
}

const everywhere = [
  'client/activation.ts',
  'client/callPanel/callView.ts',
  'client/maxDetectedLength.ts',
  'client/memory.ts',
  'client/viewIds.ts',
  'flow/model/mayBeFlowText.ts',
  'server/protocol.ts',
];

suite('activation', () => {
  test('a window without flows loads a handful of small files, and no package', async () => {
    const node = await loadedBy('node');
    assert.deepEqual(node, { files: [...everywhere, 'client/node/main.ts'].sort(), packages: ['vscode'] });
    const browser = await loadedBy('browser');
    const own = ['client/browser/createBundleLoader.ts', 'client/browser/main.ts'];
    assert.deepEqual(browser, { files: [...everywhere, ...own].sort(), packages: ['vscode'] });
  });
});
