import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listImports } from '../support/imports';

/** What each file imports, types as well. */
function importsByFile(): ReadonlyMap<string, readonly string[]> {
  const imports = listImports();
  const files = new Set(imports.map(({ from }) => from));
  const fileOf = (path: string) => [`${path}.ts`, `${path}/index.ts`].find((name) => files.has(name)) ?? path;
  const byFile = new Map<string, string[]>();
  for (const { from, to } of imports) byFile.set(from, [...(byFile.get(from) ?? []), fileOf(to)]);
  return byFile;
}

/** The circles that a walk through all files meets, each from the file in which it is entered. */
function circlesIn(byFile: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string) => {
    if (way.includes(file)) return void circles.push(way.slice(way.indexOf(file)));
    if (done.has(file)) return;
    way.push(file);
    for (const next of byFile.get(file) ?? []) visit(next);
    way.pop();
    done.add(file);
  };
  for (const file of byFile.keys()) visit(file);
  return circles;
}

/** Folders two deep are rooms, and so are the pages of webviews; a file beside them is on its own. */
const roomOf = (file: string) =>
  (/^client\/\w+\/page\//.exec(file) ?? /^\w+\/\w+\//.exec(file))?.[0].slice(0, -1) ?? file;

/** The same between rooms. */
function byRoom(byFile: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const rooms = new Map<string, string[]>();
  for (const [file, imported] of byFile) {
    const others = imported.map(roomOf).filter((room) => room !== roomOf(file));
    rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...others]);
  }
  return rooms;
}

suite('circles', () => {
  test('a walk finds circles, also through three files', () => {
    const byFile = new Map([
      ['a', ['b', 'vscode']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    assert.deepEqual(circlesIn(byFile), [['a', 'b', 'c']]);
  });

  test('no file imports itself by way of others', () => {
    const byFile = importsByFile();
    assert.ok([...byFile.values()].flat().filter((file) => byFile.has(file)).length > 300);
    assert.deepEqual(circlesIn(byFile), []);
  });

  test('no room imports itself by way of others', () => {
    assert.deepEqual(
      circlesIn(
        byRoom(
          new Map([
            ['client/run/a.ts', ['client/ui/b.ts']],
            ['client/ui/b.ts', ['client/run/c.ts']],
          ]),
        ),
      ),
      [['client/run', 'client/ui']],
    );
    const rooms = byRoom(importsByFile());
    assert.ok(['client/run', 'client/ui', 'sandbox/engine', 'flow/checks'].every((room) => rooms.has(room)));
    assert.deepEqual(circlesIn(rooms), []);
  });
});
