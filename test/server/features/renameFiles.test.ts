import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { flowNamesFor } from '../../../flow/tests/fileNames';
import { renameFiles } from '../../../server/features/renameFiles';
import { openWorkspace } from '../../support/openWorkspace';

const plain = '{\n  "cases": []\n}\n';
const named = (path: string) => `{\n  "flow": "${path}",\n  "cases": []\n}\n`;

/** The files that change with moves, from name to name, and their texts. */
function moved(files: Readonly<Record<string, string>>, moves: Readonly<Record<string, string>>) {
  const { workspace, tests, after, uriOf } = openWorkspace(files);
  const list = Object.entries(moves).map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) }));
  const flowOf = (test: string) => flowNamesFor(test).find((uri) => workspace.file(uri));
  return after(renameFiles(list, tests(), flowOf));
}

suite('files that are moved', () => {
  test('a flow takes the path in its test file along', () => {
    const files = { 'flows/menu.flow.json': '[]', 'tests/menu.flow.test.json': named('../flows/menu.flow.json') };
    assert.deepEqual(moved(files, { 'flows/menu.flow.json': 'main.flow.json' }), {
      'tests/menu.flow.test.json': named('../main.flow.json'),
    });
    assert.deepEqual(moved(files, { flows: 'our flows' }), {
      'tests/menu.flow.test.json': named('../our flows/menu.flow.json'),
    });
    assert.deepEqual(moved(files, { 'tests/menu.flow.test.json': 'menu.flow.test.json' }), {
      'tests/menu.flow.test.json': named('flows/menu.flow.json'),
    });
  });
  test('a file in a folder whose name begins like that of the moved folder stays', () => {
    const files = { 'flows/menu.flow.json': '[]', 'menu.flow.test.json': named('flows/menu.flow.json') };
    assert.deepEqual(moved(files, { flow: 'other' }), {});
  });
  test('a path keeps its dot', () =>
    assert.deepEqual(
      moved({ 'a.flow.json': '[]', 'x.flow.test.json': named('./a.flow.json') }, { 'a.flow.json': 'b.flow.json' }),
      { 'x.flow.test.json': named('./b.flow.json') },
    ));
  test('a test file whose flow is no longer beside it names it from then on', () => {
    const files = { 'menu.flow.json': '[]', 'menu.flow.test.json': plain };
    assert.deepEqual(moved(files, { 'menu.flow.json': 'main.flow.json' }), {
      'menu.flow.test.json': named('main.flow.json'),
    });
    assert.deepEqual(moved(files, { 'menu.flow.test.json': 'tests/menu.flow.test.json' }), {
      'menu.flow.test.json': named('../menu.flow.json'),
    });
    const withSchema = '{\n  "$schema": "s",\n  "cases": []\n}\n';
    assert.deepEqual(moved({ ...files, 'menu.flow.test.json': withSchema }, { 'menu.flow.json': 'main.flow.json' }), {
      'menu.flow.test.json': '{\n  "$schema": "s",\n  "flow": "main.flow.json",\n  "cases": []\n}\n',
    });
  });
  test('nothing changes where the two still find each other', () => {
    const files = {
      'a/menu.flow.json': '[]',
      'a/menu.flow.test.json': plain,
      'a/own.flow.test.json': named('menu.flow.json'),
    };
    assert.deepEqual(moved(files, { a: 'b' }), {});
    assert.deepEqual(
      moved(files, { 'a/menu.flow.json': 'a/menu.flow.jsonc', 'a/own.flow.test.json': 'c.flow.test.json' }),
      {
        'a/own.flow.test.json': named('a/menu.flow.jsonc'),
      },
    );
    assert.deepEqual(moved({ 'x.flow.test.json': '[', 'y.flow.test.json': '{"flow": 1}' }, { a: 'b' }), {});
  });
});
