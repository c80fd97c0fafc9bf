import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listFiles, readText } from '../support/repository';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  };
}

const text = readText('package.json');
const { contributes } = JSON.parse(text) as Manifest;
const declared = contributes.commands.map(({ command }) => command).sort();
/** VS Code makes these of the views. */
const ofViews = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => `${id}.focus`));

/** Commands, views, settings, colors, and the context keys of conditions. */
const declaredIds = new Set([...[...text.matchAll(/voipbin\.[\w.]+/g)].map(([id]) => id), ...ofViews]);

const sources = listFiles('client').filter((path) => path.endsWith('.ts'));
const all = (pattern: RegExp) =>
  sources.flatMap((path) => [...readText(path).matchAll(pattern)].map(([, id = '']) => id));

suite('commands', () => {
  test('what is registered is what the manifest declares', () => {
    const registered = all(/^\s*'(voipbin\.\w+)': \(/gm).sort();
    assert.ok(registered.length > 10);
    assert.deepEqual(registered, declared);
    assert.equal(new Set(declared).size, declared.length);
  });

  test('each empty view says what it is for, with a button that fills it', () => {
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
    assert.ok(views.length > 1);
    assert.deepEqual(
      views.filter(
        (id) =>
          !contributes.viewsWelcome.some(
            ({ view, contents }) => view === id && /^\[.+\]\(command:voipbin\.\w+\)$/m.test(contents),
          ),
      ),
      [],
    );
  });

  test('New Flow is under File → New File…', () =>
    assert.deepEqual(
      contributes.menus['file/newFile']?.map(({ command }) => command),
      ['voipbin.newFlow'],
    ));

  test('what menus, links and buttons run is declared', () => {
    const known = new Set([...declared, ...ofViews]);
    const ran = [
      ...all(/(?:executeCommand\(|\.command\(|command[:=] |command = |scheme: 'command', path: )'(voipbin\.[\w.]+)'/g),
      ...[...text.matchAll(/command:(voipbin\.[\w.]+)/g)].map(([, id = '']) => id),
      ...Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
    ].filter((id) => id.startsWith('voipbin.'));
    assert.ok(ran.length > 20);
    assert.deepEqual(
      ran.filter((id) => !known.has(id)),
      [],
    );
  });

  test('the manifest is the home of every id: what the client writes is there, if it is not a constant, an item, a variable or the address', () => {
    const written = all(/(?<!const \w+ = |Item\(|createTestController\()'(voipbin\.(?!net'|call\.\w+')[\w.]+)'/g);
    assert.ok(written.length > 80);
    assert.deepEqual(
      written.filter((id) => !declaredIds.has(id)),
      [],
    );
  });
});
