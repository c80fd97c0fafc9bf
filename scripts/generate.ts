// Writes what is derived from the catalog, the checks, the settings and the simulator's list of deviations: npm run generate.
// With --check nothing is written; stale files are named, and the exit code is 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checks } from '../flow/checks/checks';
import { generatedFiles } from '../flow/derive/generatedFiles';
import { readExamples } from './readExamples';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const handWritten = {
  manifest: read('package.json'),
  simulatePage: read('docs/simulate.md'),
  examples: readExamples(root),
  testPage: read('docs/tests.md'),
};
const wanted = generatedFiles(checks, handWritten);
const stale = [...wanted].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text);
const names = stale.map(([path]) => path).join(', ');

if (!process.argv.includes('--check')) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(stale.length === 0 ? `${wanted.size} files are up to date` : `wrote ${names}`);
} else if (stale.length > 0) {
  console.error(`stale: ${names}\nThe catalog, the checks or the settings say something else. Run: npm run generate`);
  process.exitCode = 1;
} else {
  console.log(`${wanted.size} files are up to date`);
}
