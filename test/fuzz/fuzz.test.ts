import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { targets } from './targets';

const fixtures = join(__dirname, 'fixtures');
const kept = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => name.endsWith('.json')) : [];

suite('fuzz: a short run with the same inputs each time', () => {
  for (const { name, input, run } of targets) {
    test(name, async () => {
      await fc.assert(fc.asyncProperty(input, run), { numRuns: 25, seed: 20261129 });
    }).timeout(120_000);
  }
});

suite('fuzz: what was found once', () => {
  for (const file of kept) {
    test(file.replace('.json', ''), async () => {
      const { target, input } = JSON.parse(readFileSync(join(fixtures, file), 'utf8'));
      const found = targets.find(({ name }) => name === target);
      assert.ok(found, `there is no target ${target}`);
      await found.run(input);
    }).timeout(60_000);
  }
});
