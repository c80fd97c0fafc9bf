import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suite, test } from 'mocha';
import { checkUsage } from '../../cli/check/checkCommand';
import { simulateUsage } from '../../cli/simulate/simulateCommand';
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
const pages = listFiles().filter((path) => path.endsWith('.md'));
const readme = readText('README.md');

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

    test(`${page}: its commands exist`, () => {
      for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(manifest.scripts[script], script);
      for (const [, script = ''] of text.matchAll(/node ((?:scripts|test)\/[\w/.-]+\.mjs)/g))
        assert.ok(existsSync(join(root, script)), script);
    });

    test(`${page}: its settings and commands of VS Code exist`, () => {
      const { commands, configuration } = manifest.contributes;
      const known = [...commands.map((one) => one.command), ...Object.keys(configuration.properties)];
      // In backticks: names of variables begin with the same word.
      const named = [...text.matchAll(/`(voipbin\.(?:checks|engine\w*|flow\w*|detect\w*|restart\w*|show\w*))`/g)];
      for (const [, name = ''] of named) assert.ok(known.includes(name) || name.startsWith('voipbin.flow.'), name);
    });

    test(`${page}: the files it names in backticks exist`, () => {
      const named = text.matchAll(/`((?:flow|server|client|cli|scripts|test|bench)\/[\w/.-]+\.\w+)`/g);
      for (const [, path = ''] of named) if (!/[A-Z]{3,}/.test(path)) assert.ok(existsSync(join(root, path)), path);
    });
  }

  test('README names every command of the palette', () => {
    const { commands, menus } = manifest.contributes;
    const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    for (const { command, title } of commands.filter((one) => !hidden.includes(one.command)))
      assert.ok(readme.includes(`**VoIPbin: ${title}** (\`${command}\`)`), command);
  });

  test('README calls the command line with options that it has', () => {
    for (const line of readme.split('\n').filter((one) => one.includes('dist/cli.js'))) {
      const usage = line.includes(' simulate ') ? simulateUsage : checkUsage;
      for (const [option] of line.matchAll(/--[\w-]+/g)) assert.ok(usage.includes(option), option);
    }
  });

  test('CHANGELOG begins with the version of the manifest', () => {
    assert.equal(/^## (\S+)/m.exec(readText('CHANGELOG.md'))?.[1], manifest.version);
  });

  test('ARCHITECTURE has a row for every room', () => {
    const rooms = [...readText('ARCHITECTURE.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w/]+)`/g)].map(([, name = '']) => name),
    );
    const folders = new Set(
      listFiles()
        .filter((path) => /^(flow|server|client|cli|sandbox)\/.+\.ts$/.test(path))
        .map((path) =>
          path
            .split('/')
            .slice(0, /^(flow|server)\//.test(path) ? 2 : 1)
            .join('/'),
        )
        .filter((path) => !path.includes('.')),
    );
    assert.deepEqual(
      [...folders].filter((folder) => !rooms.includes(folder)),
      [],
    );
  });
});
