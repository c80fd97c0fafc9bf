import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { simulateCommand, simulateUsage } from '../../cli/simulate/simulateCommand';
import { referenceTypes } from '../../flow/catalog';
import { quirks, type RunOutcome, readWorldScript, type WorldScript } from '../../flow/simulator';
import { recordingIo, withFolder } from '../support/cli';
import { readText, root } from '../support/repository';

const page = readText('docs/simulate.md');
const sectionOf = (title: string) => page.split(/^##+ /m).find((text) => text.startsWith(`${title}\n`)) ?? '';

/** The compiler demands that nothing is missing here. */
const keys: Readonly<Record<keyof WorldScript, true>> = {
  variables: true,
  digits: true,
  call_status: true,
  now: true,
  fetch: true,
  reference_type: true,
  direction: true,
  source: true,
  destination: true,
  keys: true,
  hangs_up_at: true,
  callees: true,
  flows: true,
  audio: true,
  amd: true,
  queues: true,
  conferences: true,
  ai_ends_after: true,
  ai_sets: true,
  reference_data: true,
  refuses: true,
  calls: true,
};
const outcomes: Readonly<Record<RunOutcome, true>> = {
  finished: true,
  stopped: true,
  blocked: true,
  hangup: true,
  refused: true,
};

async function simulate(...args: string[]): Promise<string> {
  const { io, written } = recordingIo();
  await simulateCommand(args, io);
  return written.stdout;
}

suite('docs/simulate.md', () => {
  test('has every key of a world, with an example that fits', () => {
    const rows = [...sectionOf('World files').matchAll(/^\| `(\w+)` \| `(.+?)` \|/gm)];
    for (const [, key = '', example = ''] of rows) {
      assert.deepEqual(readWorldScript({ [key]: JSON.parse(example) }).ok, true, `${key}: ${example}`);
    }
    assert.deepEqual(rows.map(([, key]) => key).sort(), Object.keys(keys).sort());
  });

  test('has called parties by what is dialled as a world may', () => {
    const [, example = ''] = /`(\{"\+[^`]+\})`/.exec(sectionOf('World files')) ?? [];
    assert.equal(readWorldScript({ callees: JSON.parse(example) }).ok, true);
  });

  test('has every option, trigger, outcome and deviation', () => {
    for (const [option] of simulateUsage.matchAll(/--[\w-]+/g)) assert.ok(page.includes(`| \`${option}`), option);
    for (const type of referenceTypes.filter(Boolean)) assert.ok(page.includes(`\`${type}\``), type);
    for (const outcome of Object.keys(outcomes)) assert.ok(page.includes(`| \`${outcome}\` |`), outcome);
    for (const { name } of quirks) assert.ok(page.includes(`| \`${name}\` |`), name);
  });

  test('shows what the command prints', () =>
    withFolder({ 'world.json': '{ "digits": ["2"] }' }, async (folder) => {
      const path = join(root, 'examples/branch-menu.flow.json');
      const [, ...printed] = (await simulate('--world', join(folder, 'world.json'), path)).trimEnd().split('\n');
      const shown = [...page.matchAll(/^(?: {4}.*\n|\n)+/gm)].map(([block]) => block.replace(/^ {4}/gm, '').trim());
      assert.ok(shown.includes(printed.join('\n').trim()), printed.join('\n'));
    }));

  test('names every key of the JSON that the command prints', async () => {
    const section = sectionOf('JSON');
    const { trace, parting, ...rest } = JSON.parse(
      await simulate('--format', 'json', join(root, 'examples/branch-menu.flow.json')),
    );
    for (const key of Object.keys({ trace, parting, ...rest, ...trace[0], ...parting, ...parting.observed }))
      assert.ok(section.includes(`\`${key}\``), key);
  });

  test('has cases that run', () =>
    withFolder({ 'cases.json': /```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '' }, async (folder) => {
      const [result] = JSON.parse(await simulate('--cases', join(folder, 'cases.json'), '--format', 'json'));
      assert.deepEqual([result.outcome, result.variables['voipbin.call.digits']], ['hangup', '2']);
      for (const key of Object.keys(result)) assert.ok(sectionOf('Cases').includes(key), key);
    }));
});
