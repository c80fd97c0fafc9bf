import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'mocha';
import { withFolder } from '../support/cli';
import { listFiles, readText, root } from '../support/repository';

const whole = [
  'server.js',
  'client.js',
  'cli.js',
  'layout.js',
  'phone.js',
  'phone.css',
  'picture.js',
  'picture.css',
  'web/client.js',
];
const parts = [
  'calls',
  'debug',
  'detection',
  'hovers',
  'language',
  'picture',
  'status',
  'tasks',
  'tests',
  'webCalls',
  'webLanguage',
];
const bundles = [...whole, ...parts.map((name) => `parts/${name}.js`)];
const sources = ['flow/a.ts', 'server/a.ts', 'client/a/b.ts', 'sandbox/a.ts', 'cli/a.ts', 'package.json'];
const others = ['package-lock.json', 'scripts/build.mjs', 'scripts/sharedBundles.mjs'];

suite('bundles in dist/', () => {
  test('are old as soon as one of them is missing, or a source is younger, was added or was removed', async () => {
    const { areFresh } = await import(join(root, 'scripts/bundles.mjs'));
    const built = bundles.map((name) => `dist/${name}`);
    await withFolder({}, async (folder) => {
      const write = (path: string, seconds: number) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), '');
        utimesSync(join(folder, path), seconds, seconds);
      };
      const folders = ['flow', 'server', 'client', 'client/a', 'sandbox', 'cli'];
      const reset = () => {
        for (const path of [...sources, ...others]) write(path, 1000);
        for (const path of folders) utimesSync(join(folder, path), 1000, 1000);
        for (const path of built) write(path, 2000);
      };
      reset();
      assert.equal(areFresh(folder), true);
      for (const path of [...sources, ...others]) {
        write(path, 3000);
        assert.equal(areFresh(folder), false, path);
        reset();
      }
      for (const path of built) {
        write(path, 500);
        assert.equal(areFresh(folder), false, path);
        rmSync(join(folder, path));
        assert.equal(areFresh(folder), false, path);
        reset();
      }
      rmSync(join(folder, 'client/a/b.ts'));
      assert.equal(areFresh(folder), false);
    });
  });

  test('are those that the build makes', () => {
    const build = readText('scripts/build.mjs') + readText('scripts/sharedBundles.mjs');
    const all = (pattern: RegExp) => [...build.matchAll(pattern)].map(([, name]) => name).sort();
    const shared = all(/^ +entryPoints: \{ (\w+): 'cli\/.+\.ts' \},$/gm).map((name) => `${name}.js`);
    assert.deepEqual([...all(/outfile: 'dist\/(.+?)'/g), ...shared].sort(), [...whole].sort());
    assert.deepEqual(all(/^ +(\w+): ['`](?:client|cli)\/.+\.ts['`],$/gm), parts);
    assert.deepEqual(all(/buildParts\('dist\/(.+?)'\)/g), ['parts']);
  });

  test('are reached by tests through what keeps them fresh', () => {
    const names = /['"`](?:\.\.\/)*dist\/(?!test\/)[\w/]+\.(?:js|css)['"`]/;
    const users = listFiles('test').filter((path) => /\.(?:ts|mjs)$/.test(path) && names.test(readText(path)));
    assert.ok(users.length > 0);
    for (const path of users)
      assert.match(readText(path), /\b(?:bundle|startServerProcess|ensureBundles|makeBareClone)\(/, path);
  });
});
