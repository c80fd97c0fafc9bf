import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { checks } from '../../flow/checks/checks';
import { generatedFiles } from '../../flow/derive/generatedFiles';
import { readExamples } from '../../scripts/readExamples';

const root = join(__dirname, '../..');
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

suite('generated files', () => {
  const handWritten = {
    manifest: read('package.json'),
    simulatePage: read('docs/simulate.md'),
    examples: readExamples(root),
    testPage: read('docs/tests.md'),
  };
  const wanted = generatedFiles(checks, handWritten);

  for (const [path, text] of wanted) {
    test(`${path} says what the catalog, the checks and the settings say`, () => {
      assert.ok(read(path) === text, `${path} is stale. Run: npm run generate`);
    });
  }
});
