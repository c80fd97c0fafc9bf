import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { simulateCommand } from '../../cli/simulate/simulateCommand';
import { deriveJsonSchema } from '../../flow/derive/jsonSchema';
import { readFlow } from '../../flow/model/flowModel';
import { recordingIo } from '../support/cli';
import { listFindings } from '../support/findings';
import { jsonServiceWith } from '../support/jsonService';

const folder = join(__dirname, '../../examples');

/** What stands in an example although it is reported, because the scenario is about it. */
const onPurpose: Readonly<Record<string, readonly string[]>> = {
  // The menu goes back a limited number of times, and only a counted goto says that.
  'branch-menu.flow.json': ['goto-never-ends on 2'],
};

suite('examples', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.flow.json'));
  const schema = jsonServiceWith(deriveJsonSchema());

  test('there are eight, and their page names each', () => {
    assert.equal(files.length, 8);
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const name of files) assert.ok(page.includes(`(${name})`), name);
  });

  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');

    test(`${name} has no error and no warning but those it is about`, () => {
      const severe = listFindings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        severe.map(({ code, offset, end }) => `${code} on ${text.slice(offset, end)}`),
        onPurpose[name] ?? [],
      );
    });

    test(`${name} runs the same way as documented and as observed, but for what it is about`, async () => {
      const { io, written } = recordingIo();
      await simulateCommand(['--format', 'json', join(folder, name)], io);
      const { parting } = JSON.parse(written.stdout) as { parting: { quirks: readonly string[] } | null };
      assert.deepEqual(parting?.quirks ?? [], name === 'branch-menu.flow.json' ? ['goto-loop-count-never-zero'] : []);
    });

    test(`${name} passes the schema for other editors`, async () => {
      assert.deepEqual(await schema.messages(text), []);
    });

    test(`${name} is told what it is by its keys, and has a name where it can`, () => {
      const { shape, root } = readFlow(text);
      assert.equal(shape, name === 'call-back.flow.json' ? 'call' : 'flow');
      if (shape === 'flow')
        assert.ok(['name', 'detail'].every((key) => root?.children.some((node) => node.key?.name === key)));
    });

    test(`${name} is laid out with two spaces`, () => {
      assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    });

    test(`${name} names nobody who exists: numbers and hosts are of those set aside for examples`, () => {
      for (const [number] of text.matchAll(/\+\d+/g)) assert.match(number, /^\+1555010\d{4}$/);
      for (const [, host = ''] of text.matchAll(/(?:https:\/\/|@)([\w.-]+)/g)) assert.match(host, /\.example$/);
    });
  }
});
