import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { pathsCommand, pathsUsage } from '../../cli/paths/pathsCommand';
import type { RunOutcome } from '../../flow/simulator';
import { recordingIo } from '../support/cli';
import { readText, root } from '../support/repository';

const page = readText('docs/paths.md');
const sectionOf = (title: string) => page.split(/^##+ /m).find((text) => text.startsWith(`${title}\n`)) ?? '';

/** The compiler demands that nothing is missing here. */
const outcomes: Readonly<Record<RunOutcome, true>> = {
  finished: true,
  stopped: true,
  blocked: true,
  hangup: true,
  refused: true,
};

async function paths(...args: string[]): Promise<string> {
  const { io, written } = recordingIo();
  await pathsCommand(args, io);
  return written.stdout;
}

const example = (name: string) => join(root, 'examples', `${name}.flow.json`);

suite('docs/paths.md', () => {
  test('has every option and outcome', () => {
    for (const [option] of pathsUsage.matchAll(/--[\w-]+/g)) {
      assert.ok(page.includes(`\`${option}`), option);
    }
    for (const outcome of Object.keys(outcomes)) assert.ok(page.includes(`| \`${outcome}\` |`), outcome);
  });

  test('shows what the command prints', async () => {
    const printed = (await paths(example('branch-menu'))).replace(`${root}/`, '').split('\n');
    const shown = [...page.matchAll(/^(?: {4}.*\n|\n)+/gm)].map(([block]) => block.replace(/^ {4}/gm, '').trim());
    assert.ok(shown.includes(printed.join('\n').trim()), printed.join('\n'));
  });

  test('gives the world that the command hands out', async () => {
    const [, shown = ''] = /The first prints `(.+?)`/.exec(sectionOf('Worlds')) ?? [];
    const printed = await paths('--world-for', 'hangup@9', example('branch-menu'));
    assert.deepEqual(JSON.parse(printed), JSON.parse(shown));
  });

  test('names every key of the JSON that the command prints', async () => {
    const { ends, edges, ...rest } = JSON.parse(await paths('--format', 'json', example('branch-menu')));
    for (const key of Object.keys({
      ends,
      edges,
      ...rest,
      ...ends[0],
      ...edges[0],
      ...ends[0].shortest,
      ...ends[0].hangup,
    }))
      assert.ok(sectionOf('JSON').includes(`\`${key}\``), key);
  });
});
