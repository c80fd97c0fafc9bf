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
  const { status, stdout: output } = spawnSync(process.execPath, [program, ...args], {
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { status: status ?? 2, output };
}

/** Its folder need not be there. */
function write(path, text) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    console.error(`voipbin-flow: the findings could not be written to ${path}: ${error.message}`);
    status = 2;
  }
}

let { status } = check('github', 'inherit');
if (VOIPBIN_SARIF !== '') {
  const sarif = check('sarif', 'pipe');
  if (sarif.status === 2) status = 2;
  else write(resolve(VOIPBIN_SARIF), sarif.output);
}
process.exitCode = status;
