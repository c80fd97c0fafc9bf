import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createBundleLoader } from '../../../client/browser/createBundleLoader';

const bundles: Readonly<Record<string, string>> = {
  'calls.js': 'const { count } = require("./shared-A1.js"); exports.calls = [count(), require("vscode").version];',
  'language.js': 'exports.language = require("./shared-A1.js").count();',
  'shared-A1.js': 'const base = require("./shared-B2.js"); let at = base.from; exports.count = () => ++at;',
  'shared-B2.js': 'module.exports = { from: 10 };',
  'broken.js': 'throw new Error("broken");',
};

function loader() {
  const read: string[] = [];
  const load = createBundleLoader(
    async (file) => {
      read.push(file);
      return bundles[file] ?? assert.fail(file);
    },
    { vscode: { version: '1.91' } },
  );
  return { load, read };
}

suite('createBundleLoader', () => {
  test('runs a bundle after those that it requires, each once, and hands over what it is given', async () => {
    const { load, read } = loader();
    assert.deepEqual(await load('calls.js'), { calls: [11, '1.91'] });
    assert.deepEqual(await load('language.js'), { language: 12 });
    assert.equal(await load('calls.js'), await load('calls.js'));
    assert.deepEqual(read, ['calls.js', 'shared-A1.js', 'shared-B2.js', 'language.js']);
  });

  test('two that are loaded at the same time share what both require', async () => {
    const { load, read } = loader();
    const [calls, language] = await Promise.all([load('calls.js'), load('language.js')]);
    assert.deepEqual([calls, language], [{ calls: [11, '1.91'] }, { language: 12 }]);
    assert.equal(new Set(read).size, read.length);
  });

  test('a bundle that fails says why', async () => {
    await assert.rejects(loader().load('broken.js'), /broken/);
  });
});
