// What both hosts of the suite share: its bundle, its workspace, and the reading of its result file.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { Obstacle, root } from '../../scripts/ensure.mjs';

const folder = join(root, 'test/host/suite');
const bundle = join(root, 'dist/test/host/index.js');

/** The command line of a suite runner: names of suite files, `--grep PATTERN`, `--report FILE`. */
export function suiteOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string' }, report: { type: 'string' }, extension: { type: 'string' } },
  });
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.test.ts'.length));
  const unknown = positionals.find((name) => !all.includes(name));
  if (unknown) throw new Obstacle(`There is no test/host/suite/${unknown}.test.ts; there are: ${all.join(', ')}.`);
  return { ...values, files: positionals.length > 0 ? positionals : all };
}

/** Bundles the suite, with Mocha and without vscode, and returns the path of the bundle. */
export async function buildSuite() {
  await build({
    entryPoints: [join(folder, 'index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    sourcemap: 'linked',
    // Mocha's parallel mode, which the suite does not use, would warn about files outside the bundle.
    logLevel: 'error',
  });
  return bundle;
}

/** A temporary place, removed at exit, with a copy of the workspace for the tests to change; and the suite's environment. */
export function prepareRun({ files, grep }) {
  // macOS's temporary folder is a link, and VS Code reports real paths.
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'voipbin-flow-suite-')));
  const workspace = join(place, 'workspace');
  const resultFile = join(place, 'result.json');
  cpSync(join(root, 'test/host/workspace'), workspace, { recursive: true });
  const remove = () => rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  process.once('exit', remove);
  const env = { VOIPBIN_SUITE_RESULT: resultFile, VOIPBIN_SUITE_FILES: files.join(',') };
  if (grep) env.VOIPBIN_SUITE_GREP = grep;
  return { place, workspace, resultFile, env };
}

/** The suite's result so far, or undefined before the first test. */
export function readResult(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The suite is writing it at this moment.
    return undefined;
  }
}

/** One line for a test, and the error's text below it. */
export function describeTest({ title, state, milliseconds, error }) {
  const mark = { passed: '✔', failed: '✖', pending: '-' }[state];
  const again = state === 'passed' && error ? ', at the second attempt; the first one' : '';
  const line = `  ${mark} ${title} (${Math.round(milliseconds)} ms)${again}`;
  return error ? `${line}\n${inSources(error).replace(/^/gm, '      ')}` : line;
}

// The extension host names places in the bundle; people want those in the sources, and not Mocha's.
function inSources(error) {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const lines = error.split('\n').map((line) => {
    const [, before, row, column] =
      /^(\s*at .*?\(?)(?:file:\/\/)?[^\s(]*dist[\\/]test[\\/]host[\\/]index\.js:(\d+):(\d+)/.exec(line) ?? [];
    if (!row) return line;
    const { originalSource, originalLine, originalColumn } = map.findEntry(Number(row) - 1, Number(column) - 1);
    if (!originalSource || originalSource.includes('node_modules')) return undefined;
    const path = relative(root, resolve(dirname(bundle), originalSource));
    return `${before}${path}:${originalLine + 1}:${originalColumn + 1}${before.endsWith('(') ? ')' : ''}`;
  });
  return lines.filter((line) => line !== undefined).join('\n');
}
