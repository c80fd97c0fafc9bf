import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { before, suite, test } from 'mocha';
import { root } from '../support/repository';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

suite('what GitHub and pre-commit install to build the command line', () => {
  let needed: readonly string[];
  let lockOf: (lock: Lock, names: readonly string[]) => { manifest: { dependencies: object }; lock: Lock };
  let buildCli: (bundler: object, options: object) => Promise<esbuild.Metafile>;
  const all: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

  before(async () => {
    ({ needed, lockOf } = await import(join(root, 'scripts/buildCommandLine.mjs')));
    ({ buildCli } = await import(join(root, 'scripts/sharedBundles.mjs')));
  });

  test('has every package of the bundle, and none of the tools of developers', async () => {
    let metafile: esbuild.Metafile | undefined;
    const build = async (options: esbuild.BuildOptions) => {
      const result = await esbuild.build({ ...options, write: false, metafile: true });
      metafile = result.metafile;
      return { ...result, outputFiles: [] };
    };
    await buildCli({ ...esbuild, build }, { production: true, settings: { absWorkingDir: root } });
    const bundled = Object.keys(metafile?.inputs ?? {}).flatMap((path) => {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
      return name === undefined ? [] : [name];
    });
    assert.ok(bundled.length > 0);
    const { lock } = lockOf(all, needed);
    const installed = Object.keys(lock.packages).map((path) => path.replace(/.*node_modules\//, ''));
    assert.deepEqual(
      [...new Set(bundled)].filter((name) => !installed.includes(name)),
      [],
    );
    const unused = needed.filter((name) => name !== 'esbuild' && !bundled.includes(name));
    assert.deepEqual(unused, []);
  });

  test('has the versions of the lock file', () => {
    const { lock, manifest } = lockOf(all, needed);
    assert.deepEqual(Object.keys(manifest.dependencies), needed);
    for (const [path, { version }] of Object.entries(lock.packages))
      if (path !== '') assert.equal(version, all.packages[path]?.version, path);
    assert.equal(
      Object.values(lock.packages).some(({ dev }) => dev),
      false,
      'a package for development is not installed',
    );
  });
});
