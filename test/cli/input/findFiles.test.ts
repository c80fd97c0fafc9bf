import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suite, test } from 'mocha';
import { findFiles, type PassedOver } from '../../../cli/input/findFiles';
import { withFolder } from '../../support/cli';

const flow = '{ "actions": [{ "type": "talk", "option": { "text": "Hello" } }] }';
const unsure = '[{ "type": "answer" }]';

/** All files behind the paths, and what was said of the others. */
function find(paths: readonly string[]) {
  const failures: { path: string; error: unknown }[] = [];
  const passedOver: PassedOver[] = [];
  const files = [
    ...findFiles(paths, {
      fail: (path, error) => failures.push({ path, error }),
      passOver: (passed) => passedOver.push(passed),
    }),
  ];
  return { files, failures, passedOver };
}

async function found(files: Readonly<Record<string, string>>, paths: readonly string[] = ['']): Promise<string[]> {
  return withFolder(files, async (folder) => {
    const { files: all, failures } = find(paths.map((path) => (path === '-' ? path : `${folder}/${path}`)));
    assert.deepEqual(failures, []);
    return all.map((path) => (path === '-' ? path : relative(folder, path).replaceAll('\\', '/')));
  });
}

suite('findFiles', () => {
  test('takes from a folder what is named or built like a flow', async () => {
    const files = {
      'a.flow.json': 'broken',
      'b.flow.jsonc': '',
      'deep/er/c.json': flow,
      'd.jsonc': `// remark\n${flow}`,
      'package.json': '{ "name": "x", "type": "module", "actions": 1 }',
      'stored.json': '{ "id": "1", "tm_create": "2026", "actions": [{ "type": "answer" }] }',
      'broken.json': '{ "actions": [',
      'readme.md': flow,
    };
    assert.deepEqual(await found(files), ['a.flow.json', 'b.flow.jsonc', 'd.jsonc', 'deep/er/c.json']);
  });

  test('takes keys in capitals, as VoIPbin does', async () => {
    const text = '{"Actions":[{"Type":"talk","Option":{"Text":"x","Language":"en-US"}}]}';
    assert.deepEqual(await found({ 'a.json': text }), ['a.json']);
  });

  test('passes over hidden folders and folders of other people', async () => {
    const files = {
      '.git/a.flow.json': flow,
      'node_modules/x/a.flow.json': flow,
      'dist/a.flow.json': flow,
      'src/a.flow.json': flow,
    };
    assert.deepEqual(await found(files), ['src/a.flow.json']);
    assert.deepEqual(await found(files, ['dist']), ['dist/a.flow.json']);
  });

  test('keeps the order of the paths and names each file once', async () => {
    const files = { 'a.flow.json': flow, 'b.flow.json': flow };
    assert.deepEqual(await found(files, ['b.flow.json', '-', '', 'b.flow.json']), ['b.flow.json', '-', 'a.flow.json']);
    assert.deepEqual(await found(files, ['a.flow.json', './a.flow.json']), ['a.flow.json']);
  });

  test('what may be a flow or a file of another tool is told, and checked when it is named', async () => {
    await withFolder(
      { 'a.flow.json': flow, 'unsure.json': unsure, 'toolbar.json': '[{ "type": "play" }]' },
      async (folder) => {
        const { files, passedOver } = find([folder]);
        assert.deepEqual(files, [join(folder, 'a.flow.json')]);
        const why = 'which may be a flow or a file of another tool';
        assert.deepEqual(passedOver, [{ path: join(folder, 'unsure.json'), why, isUsual: false, mayBeFlow: true }]);
        assert.deepEqual(find([join(folder, 'unsure.json')]).files, [join(folder, 'unsure.json')]);
      },
    );
  });

  test('finds the rest where something cannot be looked at', async () => {
    await withFolder({ 'a.flow.json': flow, 'z.flow.json': flow }, async (folder) => {
      symlinkSync('circle.flow.json', join(folder, 'circle.flow.json'));
      symlinkSync('circle.json', join(folder, 'circle.json'));
      symlinkSync('a.flow.json', join(folder, 'link.flow.json'));
      symlinkSync('a.flow.json', join(folder, 'link.json'));
      const { files, failures, passedOver } = find([join(folder, 'none'), folder]);
      assert.deepEqual(passedOver, [{ path: join(folder, 'circle.json'), why: 'a link to nothing', isUsual: false }]);
      const names = files.map((path) => relative(folder, path));
      assert.deepEqual(names, ['a.flow.json', 'link.flow.json', 'link.json', 'z.flow.json']);
      const failed = failures.map(({ path }) => relative(folder, path));
      assert.deepEqual(failed, ['none', 'circle.flow.json']);
    });
  });
});
