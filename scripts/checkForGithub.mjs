// What action.yml runs: the checks as annotations of a pull request, and as SARIF where a file is named. Plain Node, on the built command line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const { VOIPBIN_PATHS = '.', VOIPBIN_MIN_SEVERITY = 'error', VOIPBIN_SARIF = '' } = process.env;
const paths = VOIPBIN_PATHS.split(/\r?\n/)
  .map((path) => path.trim())
  .filter((path) => path !== '');

function check(format, stdout) {
  const args = ['check', '--format', format, '--min-severity', VOIPBIN_MIN_SEVERITY, '--', ...paths];
  const run = spawnSync(process.execPath, [program, ...args], {
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { status: run.status ?? 2, output: run.stdout, said: run.stderr ?? '' };
}

/** A red check says why where people look: in the list of annotations. */
function fail(reason) {
  const text = reason.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  console.log(`::error title=voipbin-flow::${text}`);
  process.exitCode = 2;
}

/** What the command line says beside its findings; the text about its options behind an error is not for the log of an action. */
function tell({ status, said }) {
  const lines = said.split('\n').flatMap((line) => /^voipbin-flow: (.*)$/.exec(line)?.[1] ?? []);
  const isNote = (line) => status !== 2 || line.startsWith('skipped ');
  for (const line of lines.filter(isNote)) console.log(`voipbin-flow: ${line}`);
  const reasons = lines.filter((line) => !isNote(line));
  for (const reason of reasons) fail(reason);
  if (status === 2 && reasons.length === 0) fail(said.trim() || 'The check did not run to its end.');
}

/** Its folder need not be there. */
function write(path, text) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    fail(`The findings could not be written to ${path}: ${error.message}`);
  }
}

if (paths.length === 0) fail('The input paths is empty. Name files or folders, one on each line.');
else {
  const found = check('github', 'inherit');
  process.exitCode = found.status;
  tell(found);
  // The other run meets the same errors, and has what was found all the same.
  const sarif = VOIPBIN_SARIF === '' ? undefined : check('sarif', 'pipe');
  if (sarif?.output) write(resolve(VOIPBIN_SARIF), sarif.output);
  else if (sarif && found.status !== 2) tell(sarif);
}
