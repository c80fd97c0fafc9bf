// Proves the web bundles: VS Code runs the extension in its web worker extension host, and the server in a worker of its own.
//   node test/host/worker.mjs [--grep PART_OF_A_TITLE] [--pictures FOLDER, of what fails] [--report FILE]
// The suite needs Node to report, so what is looked at here is the page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundles } from '../../scripts/bundles.mjs';
import { ensureChromium, ensureNodeModules, ensureVscodeHost, Obstacle, root, runMain } from '../../scripts/ensure.mjs';
import { stillSettings } from './dataFolder.mjs';
import { exitOnSignals, serveVscode } from './serve.mjs';
import { files, tests } from './workerTests.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: { grep: { type: 'string', default: '' }, pictures: { type: 'string' }, report: { type: 'string' } },
  });
  exitOnSignals();
  ensureNodeModules();
  const server = ensureVscodeHost();
  const program = ensureChromium();
  const { openWorkbench } = await import('./browser.mjs');
  ensureBundles();
  const place = mkdtempSync(join(tmpdir(), 'voipbin-flow-worker-'));
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const extension = join(place, 'extension');
  for (const part of ['dist', 'images', 'syntaxes', 'snippets', 'schemas', 'language-configuration.json']) {
    cpSync(join(root, part), join(extension, part), { recursive: true });
  }
  // With both entries VS Code would take the one for Node.
  const { main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!main || !manifest.browser) throw new Obstacle('package.json has to name a main and a browser entry.');
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  const folder = join(place, 'workspace');
  cpSync(join(root, 'test/host/workspace'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  const host = await serveVscode({ server, settings: stillSettings });
  const results = [];
  let opened;
  try {
    opened = await openWorkbench({ host, program, folder, extension });
    await opened.workbench.ready();
    const chosen = Object.entries(tests).filter(([title]) => title.includes(values.grep));
    if (chosen.length === 0) throw new Obstacle(`No test has "${values.grep}" in its title.`);
    for (const [title, test] of chosen) {
      const start = Date.now();
      const result = { title: `in a web worker: ${title}`, state: 'passed' };
      // As in the suite: what fails runs once more, and what passes then is named, with what it failed by.
      for (let attempt = 1; attempt <= 2; attempt++) {
        try {
          // What a first attempt left open would take the keys.
          if (attempt > 1) await opened.page.keyboard.press('Escape');
          await opened.workbench.command('View: Close All Editors');
          await test({ ...opened, folder });
          result.state = 'passed';
          break;
        } catch (error) {
          if (values.pictures) await opened.page.screenshot({ path: join(values.pictures, `${title} ${attempt}.png`) });
          result.state = 'failed';
          result.error ??= `${error.message}\nThe page said last:\n${opened.said.slice(-10).join('\n')}`;
        }
      }
      results.push({ ...result, milliseconds: Date.now() - start });
      const again = result.state === 'passed' && result.error ? ', at the second attempt; the first one' : '';
      console.log(
        `  ${result.state === 'passed' ? '✔' : '✖'} ${result.title}${again}${result.error ? `\n${result.error}` : ''}`,
      );
    }
  } finally {
    await opened?.close();
    await host.stop();
  }
  if (values.report) writeFileSync(values.report, JSON.stringify({ done: true, tests: results }));
  process.exit(results.every((result) => result.state === 'passed') ? 0 : 1);
});
