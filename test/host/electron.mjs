// Runs the suite in a desktop VS Code: node test/host/electron.mjs [FILE…] [--grep PATTERN] [--report FILE].
// It takes the one that VSCODE_PATH names, else an installed one, else it downloads one into .vscode-host/.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBundles } from '../../scripts/bundles.mjs';
import { ensureNodeModules, findProgram, Obstacle, root, runMain } from '../../scripts/ensure.mjs';
import { exitOnSignals } from './serve.mjs';

await runMain(async () => {
  exitOnSignals();
  ensureNodeModules();
  const { downloadAndUnzipVSCode, runTests, SilentReporter } = await import('@vscode/test-electron');
  const { buildSuite, describeTest, prepareRun, readResult, suiteOptions } = await import('./suiteRun.mjs');

  const options = suiteOptions(process.argv.slice(2));
  ensureBundles();
  const vscodeExecutablePath = process.env.VSCODE_PATH ?? installed() ?? (await download());
  const extensionTestsPath = await buildSuite();
  const { place, workspace, resultFile, env } = prepareRun(options);
  let ended;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: env,
      launchArgs: [
        workspace,
        `--user-data-dir=${join(place, 'user')}`,
        `--extensions-dir=${join(place, 'extensions')}`,
        '--disable-workspace-trust',
      ],
    });
  } catch (error) {
    ended = error;
  }

  const { done, tests } = readResult(resultFile) ?? { done: false, tests: [] };
  for (const test of tests) console.log(describeTest(test));
  if (!done) {
    throw new Obstacle(
      `VS Code ended before the suite did (${ended?.message ?? 'without an error'}). ` +
        'On Linux it needs a display: try "xvfb-run -a npm run test:electron". Or run "npm test", which needs neither.',
    );
  }
  const failed = tests.filter((test) => test.state !== 'passed').length;
  if (options.report) writeFileSync(options.report, JSON.stringify({ done, tests }));
  console.log(`${tests.length - failed} passed, ${failed} failed in desktop VS Code`);
  process.exit(failed === 0 ? 0 : 1);

  async function download() {
    mkdirSync(join(root, '.vscode-host'), { recursive: true });
    console.log('Downloading VS Code into .vscode-host/desktop/ …');
    try {
      return await downloadAndUnzipVSCode({
        cachePath: join(root, '.vscode-host/desktop'),
        reporter: new SilentReporter(),
      });
    } catch (error) {
      throw new Obstacle(
        `VS Code could not be downloaded (${error.message}). Set VSCODE_PATH to an installed VS Code's program, ` +
          'or run "npm test": its suite runs in VS Code\'s server from the npm registry.',
      );
    }
  }
});

// The program behind an installed `code`, which is a script beside it.
function installed() {
  const script = findProgram('code');
  if (!script) return undefined;
  const real = realpathSync(script);
  const candidates = [resolve(real, '../../code'), resolve(real, '../../../../MacOS/Electron')];
  return candidates.find((path) => path !== real && existsSync(path));
}
