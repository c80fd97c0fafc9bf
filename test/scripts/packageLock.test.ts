import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';

interface LockEntry {
  optionalDependencies?: Record<string, string>;
}

suite('package-lock.json', () => {
  for (const path of ['package-lock.json', 'test/host/vscode/package-lock.json']) {
    test(`${path} names every platform's optional packages, without which "npm ci" refuses it`, () => {
      const lock = JSON.parse(readFileSync(join(__dirname, '../..', path), 'utf8')) as {
        packages: Record<string, LockEntry>;
      };
      const entries = Object.values(lock.packages);
      assert.ok(entries.length > 1);
      // npm leaves out what the registry it writes the lock with does not have, and then cannot read its own lock.
      const missing = entries
        .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
        .filter((name) => !Object.keys(lock.packages).some((key) => key.endsWith(`node_modules/${name}`)));
      assert.deepEqual(missing, []);
    });
  }
});
