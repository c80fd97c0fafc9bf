import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { suite, test } from 'mocha';
import { bundledFiles } from '../support/bundledFiles';
import { root } from '../support/repository';

suite('the bundle of the server', () => {
  test('has what test files name, but neither the simulator nor the schemas that it needs', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['server/main.ts'],
      outdir: '.',
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      metafile: true,
      packages: 'external',
    });
    const files = bundledFiles(metafile);
    assert.ok(files.includes('flow/tests/testNames.ts'));
    assert.deepEqual(
      files.filter((path) => path.startsWith('flow/simulator/') || path === 'flow/tests/testFile.ts'),
      // What a world can mean, and what VoIPbin can refuse, for the findings of a test file.
      ['flow/simulator/go/parseUtc.ts', 'flow/simulator/questions.ts', 'flow/simulator/world/worldKeys.ts'],
    );
    const packages = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    assert.ok(!packages.includes('zod'), 'the whole of zod is several times the server');
  });
});
