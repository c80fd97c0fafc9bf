import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'mocha';
import { makeBareClone } from '../support/bareClone';
import { listFiles, readText } from '../support/repository';

const ofTheCommandLine = /^dist\/cli\b/;

/** The names in a zip file, by its central directory. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, nameEnd));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** The extension as `npm run package` writes it, from a bare clone; that ends in an error when the package is over its limit. */
suite('the package of the extension', () => {
  let clone = '';
  let files: string[] = [];

  before(function () {
    this.timeout(300_000);
    clone = mkdtempSync(join(tmpdir(), 'voipbin-flow-vsix-test-'));
    makeBareClone(clone);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
      cwd: clone,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
    const file = readdirSync(clone).find((name) => name.endsWith('.vsix')) ?? assert.fail(stdout);
    files = namesIn(readFileSync(join(clone, file)))
      .filter((name) => name.startsWith('extension/'))
      .map((name) => name.slice('extension/'.length));
  });

  after(() => rmSync(clone, { recursive: true, force: true }));

  test('holds every bundle but those of the command line, the marks of runs, and the files that the manifest names', () => {
    const built = readdirSync(join(clone, 'dist'), { recursive: true, encoding: 'utf8' })
      .map((path) => `dist/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:js|css)$/.test(path) && !ofTheCommandLine.test(path));
    const named = [
      ...readText('package.json').matchAll(/"(?:\.\/)?((?:dist|images|schemas|snippets|syntaxes)\/[\w./-]+)"/g),
    ]
      .map(([, path = '']) => path)
      .filter((path) => !ofTheCommandLine.test(path));
    assert.ok(built.includes('dist/server.js') && named.includes('dist/client.js'));
    assert.deepEqual(
      [...built, ...named, ...listFiles('images/run')].filter((path) => !files.includes(path)),
      [],
    );
  });

  test('holds no source, no source map and no command line', () => {
    assert.deepEqual(
      files.filter((path) =>
        /\.(?:ts|map|mjs)$|^dist\/cli\b|^(?:flow|server|client|sandbox|cli|test|scripts|docs)\//.test(path),
      ),
      [],
    );
  });
});
