import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { ignoredFiles } from '../../client/ignoredFiles';

/** Asserts which of some paths are left out by a `.gitignore` at the top. */
function checkIgnored(text: string, ignored: readonly string[], kept: readonly string[]): void {
  const isIgnored = ignoredFiles([{ folder: '', text }]);
  assert.deepEqual([...ignored, ...kept].filter(isIgnored), ignored, text);
}

suite('ignoredFiles', () => {
  test('a name counts in every folder, one with a slash from its own', () => {
    checkIgnored('a.json', ['a.json', 'x/a.json', 'x/y/a.json'], ['b/a.jsonc', 'aa.json']);
    checkIgnored('/a.json', ['a.json'], ['x/a.json']);
    checkIgnored('x/a.json', ['x/a.json'], ['y/x/a.json', 'a.json']);
  });
  test('a folder is left out with all that is in it', () => {
    checkIgnored('out/', ['out/a.json', 'x/out/y/a.json'], ['out', 'outer/a.json']);
    checkIgnored('out', ['out', 'out/a.json', 'x/out/a.json'], ['layout/a.json']);
    checkIgnored('/out/*', ['out/a.json', 'out/x/a.json'], ['x/out/a.json']);
  });
  test('stars, question marks and sets', () => {
    checkIgnored('*.tmp.json', ['a.tmp.json', 'x/.tmp.json'], ['a.tmp.jsonc']);
    checkIgnored('a?.json', ['ab.json'], ['a.json', 'a/b.json']);
    checkIgnored('a[0-9].json', ['a1.json'], ['ab.json']);
    checkIgnored('a[!0-9].json', ['ab.json'], ['a1.json']);
    checkIgnored('**/x/*.json', ['x/a.json', 'y/z/x/a.json'], ['x/y/a.json']);
    checkIgnored('x/**/a.json', ['x/a.json', 'x/y/z/a.json'], ['a.json']);
    checkIgnored('x/**', ['x/a.json', 'x/y/a.json'], ['y/a.json']);
    checkIgnored('a.b+(c)', ['a.b+(c)'], ['aXb+(c)', 'a.bbc']);
  });
  test('what is taken in again, but not from a folder that is left out', () => {
    checkIgnored('*.json\n!keep.json', ['a.json'], ['keep.json', 'x/keep.json']);
    checkIgnored('out/\n!out/keep.json', ['out/keep.json'], []);
    checkIgnored('!keep.json\n*.json', ['keep.json'], []);
  });
  test('comments, blanks and escapes', () =>
    checkIgnored(
      '# a.json\n\nb.json  \r\n\\#c.json\n\\!d.json',
      ['b.json', '#c.json', '!d.json'],
      ['a.json', 'c.json', 'd.json'],
    ));
  test('files of inner folders count there, and after those of outer ones', () => {
    const isIgnored = ignoredFiles([
      { folder: 'x', text: '!a.json\n/b.json' },
      { folder: '', text: 'a.json' },
    ]);
    assert.deepEqual(['a.json', 'x/a.json', 'x/y/a.json', 'x/b.json', 'b.json', 'x/y/b.json'].filter(isIgnored), [
      'a.json',
      'x/b.json',
    ]);
  });
  test('node_modules is left out without being asked', () => {
    const isIgnored = ignoredFiles([]);
    assert.deepEqual(['node_modules/a.json', 'x/node_modules/y/a.json', 'a.json'].filter(isIgnored), [
      'node_modules/a.json',
      'x/node_modules/y/a.json',
    ]);
  });
  test('what is not a pattern leaves nothing out', () => checkIgnored('[\n[]\n\\\n/\n//', [], ['a.json', '[.json']));
});
