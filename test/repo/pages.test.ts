import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suite, test } from 'mocha';
import { buildUsage } from '../../cli/build/buildCommand';
import { checkUsage } from '../../cli/check/checkCommand';
import { dapUsage } from '../../cli/dap/dapCommand';
import { pathsUsage } from '../../cli/paths/pathsCommand';
import { pictureUsage } from '../../cli/picture/pictureCommand';
import { sandboxUsage } from '../../cli/sandbox/sandboxCommand';
import { simulateUsage } from '../../cli/simulate/simulateCommand';
import { testUsage } from '../../cli/test/testCommand';
import { builtInVariables } from '../../flow/catalog';
import { listFiles, readText, root } from '../support/repository';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
  };
}

const manifest = JSON.parse(readText('package.json')) as Manifest;
const { commands, configuration } = manifest.contributes;
const known = [
  ...commands.map(({ command }) => command),
  ...Object.keys(configuration.properties),
  ...builtInVariables.map(({ name }) => name),
];
/** `lsp` takes no options of ours. */
const usages = {
  check: checkUsage,
  simulate: simulateUsage,
  paths: pathsUsage,
  build: buildUsage,
  picture: pictureUsage,
  test: testUsage,
  sandbox: sandboxUsage,
  dap: dapUsage,
  lsp: '',
};
const pages = listFiles().filter((path) => path.endsWith('.md'));
const commandsPage = readText('docs/commands.md');

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

suite('pages', () => {
  test('the pages were found', () => {
    for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/checks.md'])
      assert.ok(pages.includes(name), name);
  });

  for (const page of pages) {
    const text = readText(page);

    test(`${page}: its links lead to files of the repository`, () => {
      for (const [, target = ''] of text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g))
        assert.ok(existsSync(join(root, posix.dirname(page), target)), target);
    });

    test(`${page}: its links to headings lead to one`, () => {
      for (const [link, target, anchor = ''] of text.matchAll(/\]\(([\w./-]+\.md)?#([^)]+)\)/g)) {
        const there = target === undefined ? text : readText(posix.join(posix.dirname(page), target));
        assert.ok(anchorsOf(there).includes(anchor), link);
      }
    });

    test(`${page}: its commands exist`, () => {
      for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(manifest.scripts[script], script);
      for (const [, script = ''] of text.matchAll(/node ((?:scripts|test)\/[\w/.-]+\.mjs)/g))
        assert.ok(existsSync(join(root, script)), script);
    });

    // Reference pages also name variables that VoIPbin does not have.
    if (!text.startsWith('<!-- Generated'))
      test(`${page}: its settings, commands of VS Code and variables exist`, () => {
        // A name may stand for all that begin with it, capitals for one that somebody chooses.
        for (const [, name = ''] of text.matchAll(/`(voipbin\.[\w.]+)`/g))
          assert.ok(
            /\.[A-Z]+$/.test(name) || known.some((item) => `${item}.`.startsWith(`${name.replace(/\.$/, '')}.`)),
            name,
          );
      });

    test(`${page}: the files it names in backticks exist`, () => {
      const named = text.matchAll(/`((?:flow|server|client|sandbox|cli|scripts|test|bench)\/[\w/.-]+\.\w+)`/g);
      for (const [, path = ''] of named) if (!/[A-Z]{3,}/.test(path)) assert.ok(existsSync(join(root, path)), path);
    });
  }

  test('README stays short: tables are in docs', () => assert.ok(readText('README.md').split('\n').length < 150));

  test('docs/commands.md names every command of the palette', () => {
    const { menus } = manifest.contributes;
    const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    for (const { command, title } of commands.filter((other) => !hidden.includes(other.command)))
      assert.ok(commandsPage.includes(`**VoIPbin: ${title}** (\`${command}\`)`), command);
  });

  test('the command line is called with options that it has', () => {
    for (const page of pages)
      for (const [line, command = ''] of readText(page).matchAll(/(?:dist\/cli\.js|npx voipbin-flow) (\w+).*$/gm)) {
        assert.ok(command in usages, line);
        const usage = usages[command as keyof typeof usages];
        for (const [option] of line.matchAll(/--[a-z-]+/g)) assert.ok(usage.includes(option), line);
      }
  });

  test('CHANGELOG begins with the version of the manifest, or what comes after it', () => {
    const versions = [...readText('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, version]) => version);
    assert.equal(
      versions.find((version) => version !== 'Unreleased'),
      manifest.version,
    );
  });

  test('ARCHITECTURE has a row for every room', () => {
    const rooms = [...readText('ARCHITECTURE.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w/]+)`/g)].map(([, name = '']) => name),
    );
    const folders = new Set(
      listFiles()
        .filter((path) => /^(flow|server|client|cli|sandbox)\/.+\.ts$/.test(path))
        .map((path) => path.split('/').slice(0, 2).join('/'))
        .filter((path) => !path.includes('.')),
    );
    assert.deepEqual(
      [...folders].filter((folder) => !rooms.includes(folder)),
      [],
    );
  });
});
