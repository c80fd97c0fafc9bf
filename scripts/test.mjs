// Everything that has to hold, from a bare clone: node scripts/test.mjs [--unit] [--grep PATTERN].
// The last line is "N passed, N failed"; the build, the types, the lint and the generated files count as a test each.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../test/host/serve.mjs';
import { ensureChromium, ensureNodeModules, ensureVscodeHost, Obstacle, root, signalsAnswered } from './ensure.mjs';
import { ensureEditors } from './ensureEditors.mjs';

const { values } = parseArgs({ options: { unit: { type: 'boolean' }, grep: { type: 'string' } } });
const unitTestFiles = ['test/**/*.test.ts', '--ignore', 'test/host/suite/**'];
const filter = values.grep ? ['--grep', values.grep] : [];
const whole = !values.unit && !values.grep;
const stepLimitMinutes = 20;

exitOnSignals();
const reports = mkdtempSync(join(tmpdir(), 'voipbin-flow-test-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

let passed = 0;
let failed = 0;
await runSteps();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runSteps() {
  if (!(await prepared('dependencies', ensureNodeModules))) return;
  const hostReady =
    values.unit || ((await prepared('VS Code', ensureVscodeHost)) && (await prepared('Chromium', ensureChromium)));
  const built = await step('build', [process.execPath, 'scripts/build.mjs']);
  // The host runs alone, because a busy machine makes an editor slow.
  await Promise.all([unitTests(), whole ? staticSteps() : undefined]);
  if (whole) await editorTests(built);
  if (hostReady && !values.unit) await hostTests(built);
}

async function prepared(name, ensure) {
  try {
    ensure();
    return true;
  } catch (error) {
    await signalsAnswered();
    conclude(name, 0, 1, error instanceof Obstacle ? error.message : error.stack);
    return false;
  }
}

async function staticSteps() {
  await step('types', [program('tsc'), '-b']);
  await step('lint', [program('biome'), 'check', '--error-on-warnings', '.']);
  if (existsSync(join(root, 'scripts/generate.ts'))) {
    await step('generated files', [program('tsx'), 'scripts/generate.ts', '--check']);
  }
}

async function step(name, command) {
  const { code, output, seconds } = await run(command);
  conclude(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, code === 0 ? '' : output, seconds);
  return code === 0;
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${file}`];
  const { code, output, seconds } = await run([
    program('mocha'),
    ...unitTestFiles,
    '--forbid-only',
    ...reporter,
    ...filter,
  ]);
  if (!existsSync(file)) {
    conclude('unit tests', 0, 1, `Mocha ended with exit code ${code} before it reported.\n${output}`, seconds);
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = report.pending.filter((test) => !mayBeSkipped(test));
  const failures = [
    ...report.failures.map(
      (test) => `✖ ${test.fullTitle}  [${place(test)}]\n${indent(test.err.stack ?? test.err.message)}`,
    ),
    ...skipped.map((test) => `✖ ${test.fullTitle}  [${place(test)}]\n      is skipped; a test runs or goes`),
  ];
  if (code !== 0 && failures.length === 0) failures.push(`✖ Mocha ended with exit code ${code}\n${indent(output)}`);
  if (whole && report.passes.length === 0) failures.push('✖ No unit test passed.');
  conclude('unit tests', report.passes.length, failures.length, failures.join('\n'), seconds);
}

/** Where other editors cannot be installed that is said, and nothing counts. */
async function editorTests(built) {
  try {
    ensureEditors();
  } catch (error) {
    await signalsAnswered();
    if (!(error instanceof Obstacle)) throw error;
    console.log(
      `– tests in other editors: not run, because the editors cannot be installed\n${indent(error.message, '    ')}`,
    );
    return;
  }
  if (built) await reportedStep('tests in other editors', 'test/editors/run.mjs', []);
  else conclude('tests in other editors', 0, 1, 'They did not run, because the build failed.');
}

async function hostTests(built) {
  if (!built) {
    conclude('tests in VS Code', 0, 1, 'They did not run, because the build failed.');
    return;
  }
  await reportedStep('tests in VS Code', 'test/host/run.mjs', filter);
  if (whole) await reportedStep('tests in a web worker', 'test/host/worker.mjs', []);
}

async function reportedStep(name, script, args) {
  console.log(`  running the ${name} …`);
  const file = join(reports, `${basename(dirname(script))}-${basename(script)}.json`);
  const { code, output, seconds } = await run([process.execPath, script, '--report', file, ...args]);
  if (!existsSync(file)) {
    conclude(name, 0, 1, `They ended with exit code ${code} before they reported.\n${output}`, seconds);
    return;
  }
  const { tests } = JSON.parse(readFileSync(file, 'utf8'));
  const good = tests.filter((test) => test.state === 'passed').length;
  const bad = tests.length - good + (whole && tests.length === 0 ? 1 : 0);
  conclude(name, good, bad, bad > 0 ? withoutPassed(output) : '', seconds);
  for (const { title, state, error } of tests) {
    if (state === 'passed' && error)
      console.log(indent(`! passed at its second attempt only: ${title}\n${error}`, '    '));
  }
}

/** The lines of passed tests would push those of a failed one out of what CI shows of a long output. */
function withoutPassed(output) {
  return output.replace(/^\s*✔ .*\n/gm, '');
}

function conclude(name, good, bad, text, seconds = 0) {
  passed += good;
  failed += bad;
  const counts = good + bad > 1 ? `: ${good} passed, ${bad} failed` : '';
  console.log(`${bad > 0 ? '✖' : '✔'} ${name}${counts} (${seconds.toFixed(1)} s)`);
  if (text) console.log(indent(text.trimEnd(), '    '));
}

// Tests over documents that live beside the repository may be skipped where those are missing.
function mayBeSkipped(test) {
  return !existsSync(join(root, '../shared')) && readFileSync(test.file, 'utf8').includes('/shared');
}

function place(test) {
  return test.file ? relative(root, test.file) : 'no file';
}

function indent(text, by = '      ') {
  return text.replace(/^(?=.)/gm, by);
}

function program(name) {
  return join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

function run([command, ...args]) {
  const start = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
      // One way to count and read: no colours in what is read by programs, no watch modes.
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    const end = () => child.kill('SIGTERM');
    const limit = setTimeout(() => {
      output += `\nIt did not end within ${stepLimitMinutes} minutes and was stopped.`;
      end();
    }, stepLimitMinutes * 60_000);
    process.once('exit', end);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      process.off('exit', end);
      resolve({ code, output, seconds: (Date.now() - start) / 1000 });
    });
  });
}
