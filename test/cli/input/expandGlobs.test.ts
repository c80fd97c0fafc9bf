import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite, test } from 'mocha';
import { buildCommand } from '../../../cli/build/buildCommand';
import { checkCommand } from '../../../cli/check/checkCommand';
import { describeFailure } from '../../../cli/input/describeFailure';
import { expandGlobs } from '../../../cli/input/expandGlobs';
import { testCommand } from '../../../cli/test/testCommand';
import { recordingIo, withFolder } from '../../support/cli';

const files = {
  'a.json': '',
  'b.json': '',
  'bc.jsonc': '',
  '.hidden.json': '',
  'a+b (1).txt': '',
  'sub/a.json': '',
  'sub/deep/a.json': '',
  'sub/.git/a.json': '',
  'sub/node_modules/a.json': '',
  'odd[1].json': '',
};

async function expanded(...patterns: readonly string[]): Promise<readonly string[]> {
  return withFolder(files, async (folder) => {
    symlinkSync(join(folder, 'sub'), join(folder, 'sub/circle'));
    return expandGlobs(patterns.map((pattern) => `${folder}/${pattern}`)).map((path) =>
      relative(folder, path).replaceAll('\\', '/'),
    );
  });
}

suite('expandGlobs', () => {
  test('matches names as a shell does', async () => {
    assert.deepEqual(await expanded('*.json'), ['a.json', 'b.json', 'odd[1].json']);
    assert.deepEqual(await expanded('?.json'), ['a.json', 'b.json']);
    assert.deepEqual(await expanded('[!a].json'), ['b.json']);
    assert.deepEqual(await expanded('[a-b]*.{json,jsonc}'), ['a.json', 'b.json', 'bc.jsonc']);
    assert.deepEqual(await expanded('.h*'), ['.hidden.json']);
    assert.deepEqual(await expanded('a+b*'), ['a+b (1).txt']);
    assert.deepEqual(await expanded('s*/a.json'), ['sub/a.json']);
  });

  test('** matches any folders but hidden, installed and linked ones', async () => {
    assert.deepEqual(await expanded('**/a.json'), ['a.json', 'sub/a.json', 'sub/deep/a.json']);
    assert.deepEqual(await expanded('sub/**/*.json'), ['sub/a.json', 'sub/deep/a.json']);
    assert.deepEqual(await expanded('sub/deep/**'), ['sub/deep/a.json']);
    assert.deepEqual(await expanded('sub/node_modules/*'), ['sub/node_modules/a.json']);
  });

  test('keeps what is a name, what matches nothing, and the order', async () => {
    assert.deepEqual(await expanded('odd[1].json', 'b.json', 'a*'), ['odd[1].json', 'b.json', 'a+b (1).txt', 'a.json']);
    assert.deepEqual(await expanded('x*.json'), ['x*.json']);
    assert.deepEqual(expandGlobs(['-', 'none.json']), ['-', 'none.json']);
    const missing = Object.assign(new Error(), { code: 'ENOENT' });
    assert.equal(describeFailure('x*.json', missing), 'no file matches x*.json');
  });

  test('the commands that take several files take patterns', async () => {
    const flow = '[{ "type": "answer" }]';
    const tests = '{ "cases": [{ "name": "answers", "expect": { "runs": ["answer"] } }] }';
    await withFolder(
      { 'in/a.flow.json': flow, 'in/b/c.flow.json': flow, 'in/b/c.flow.test.json': tests },
      async (folder) => {
        const { io, written } = recordingIo();
        assert.equal(await checkCommand([`${folder}/in/**/*.flow.json`, '--format', 'json'], io, '1'), 0);
        assert.equal((JSON.parse(written.stdout) as { files: unknown[] }).files.length, 2);
        assert.equal(await buildCommand([`${folder}/in/**/*.flow.json`, '--out', `${folder}/out`], io), 0);
        assert.equal(await checkCommand([`${folder}/out/?.flow.json`], io, '1'), 0);
        const { io: testIo, written: tested } = recordingIo();
        const stop = () => AbortSignal.abort();
        assert.equal(await testCommand([`${folder}/in/**/*.flow.test.json`], testIo, { stop }), 0);
        assert.match(tested.stdout, /1 passed/);
        assert.equal(await testCommand([`${folder}/in/*.flow.test.json`], testIo, { stop }), 2);
        assert.match(tested.stderr, /no file matches .*in\/\*\.flow\.test\.json/);
      },
    );
  });
});
