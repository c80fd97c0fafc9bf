import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { testCommand } from '../../cli/test/testCommand';
import { countCoverage, figuresOf, percentOf, readTestedFlow, readTestFile, runningTests } from '../../flow/tests';
import { recordingIo } from '../support/cli';
import { readText, root } from '../support/repository';

const names = readdirSync(join(root, 'examples')).flatMap((name) => /^(.+)\.flow\.test\.json$/.exec(name)?.[1] ?? []);

suite('the tests of the examples', () => {
  test('were found', () => assert.ok(names.length >= 5));

  for (const name of names) {
    test(`${name}: every case passes, and together they take every way`, () => {
      const flow = readTestedFlow(readText(`examples/${name}.flow.json`), `${name}.flow.json`);
      const { file, faults } = readTestFile(readText(`examples/${name}.flow.test.json`));
      assert.deepEqual(faults, []);
      assert.ok(file && typeof flow !== 'string');
      const counter = countCoverage(flow.model);
      for (const result of runningTests(flow, file)) {
        counter.add(result);
        assert.deepEqual(result.failures, [], result.name);
      }
      const { actions, ways } = figuresOf([counter.coverage()]);
      assert.deepEqual([percentOf(actions), percentOf(ways)], [100, 100]);
    });
  }

  test('pass on the command line, as the README of the examples says', async () => {
    const { io, written } = recordingIo();
    const code = await testCommand(['--min-coverage', '100', join(root, 'examples')], io, {
      stop: () => AbortSignal.abort(),
    });
    assert.equal(code, 0, written.stdout + written.stderr);
  });

  test('the case in docs/tests.md passes', () => {
    const [, example = ''] = /```json\n(\{\n[^`]*)```/.exec(readText('docs/tests.md')) ?? [];
    const { file, faults } = readTestFile(example);
    const flow = readTestedFlow(readText('examples/branch-menu.flow.json'), 'branch-menu.flow.json');
    assert.deepEqual(faults, []);
    assert.ok(file && typeof flow !== 'string');
    for (const { failures } of runningTests(flow, file)) assert.deepEqual(failures, []);
  });
});
