// Runs the suite in the VS Code of .vscode-host/: node test/host/run.mjs [FILE…] [--grep PATTERN] [--report FILE].
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBundles } from '../../scripts/bundles.mjs';
import { ensureChromium, ensureNodeModules, ensureVscodeHost, Obstacle, root, runMain } from '../../scripts/ensure.mjs';
import { stillSettings } from './dataFolder.mjs';
import { exitOnSignals, serveVscode } from './serve.mjs';

// A suite that ends no test in this time hangs or never started; one that goes on for so long is broken, too.
const quietLimit = 90;
const wholeLimit = 900;

await runMain(async () => {
  exitOnSignals();
  ensureNodeModules();
  const server = ensureVscodeHost();
  const program = ensureChromium();
  // These need node_modules.
  const { openWorkbench } = await import('./browser.mjs');
  const { buildSuite, describeTest, prepareRun, readResult, suiteOptions } = await import('./suiteRun.mjs');

  const options = suiteOptions(process.argv.slice(2));
  const extension = resolve(options.extension ?? root);
  if (extension === root) ensureBundles();
  else if (!existsSync(join(extension, 'dist/client.js')))
    throw new Obstacle(`${join(extension, 'dist/client.js')} is missing, so VS Code could not start the extension.`);
  const tests = await buildSuite();
  const { workspace, resultFile, env } = prepareRun(options);
  const host = await serveVscode({ server, env, settings: stillSettings });
  let workbench;
  let result;
  try {
    workbench = await openWorkbench({ host, program, folder: workspace, extension, tests });
    result = await follow();
  } finally {
    await workbench?.close();
    await host.stop();
  }

  const failed = result.tests.filter((test) => test.state !== 'passed').length;
  if (options.report) writeFileSync(options.report, JSON.stringify(result));
  console.log(`${result.tests.length - failed} passed, ${failed} failed in VS Code`);
  process.exit(failed === 0 ? 0 : 1);

  // Prints the tests as they end, until the last one has or the time is over.
  async function follow() {
    const start = Date.now();
    let progress = start;
    let printed = 0;
    let latest = { done: false, tests: [] };
    while (!latest.done && Date.now() - progress < quietLimit * 1000 && Date.now() - start < wholeLimit * 1000) {
      await new Promise((wake) => setTimeout(wake, 100));
      latest = readResult(resultFile) ?? latest;
      if (printed < latest.tests.length) progress = Date.now();
      for (; printed < latest.tests.length; printed++) console.log(describeTest(latest.tests[printed]));
    }
    if (latest.done) return latest;
    const stuck = {
      title: latest.running ?? 'the suite starts',
      state: 'failed',
      milliseconds: Date.now() - progress,
      error: [
        'Nothing more came from the suite, so it was ended.',
        `What the page said last:\n${workbench.said.slice(-30).join('\n')}`,
        `What the server said last:\n${host.log().slice(-2000)}`,
      ].join('\n'),
    };
    console.log(describeTest(stuck));
    return { ...latest, tests: [...latest.tests, stuck] };
  }
});
