// Proves the web bundles: VS Code runs the extension in its web worker extension host, and the server in a worker of its own.
//   node test/host/worker.mjs [--report FILE]
// The suite needs Node to report, so what is looked at here is the page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundles } from '../../scripts/bundles.mjs';
import { ensureChromium, ensureNodeModules, ensureVscodeHost, Obstacle, root, runMain } from '../../scripts/ensure.mjs';
import { exitOnSignals, serveVscode } from './serve.mjs';

const flow = '{\n  "actions": [\n    { "type": "tlak" },\n    { "type": "hangup" }\n  ]\n}\n';

const tests = {
  async 'a mistake is underlined'({ page, workbench }) {
    await workbench.open('mistake.flow.json');
    await page.locator('.squiggly-error').first().waitFor();
  },
  async 'hover explains a type'({ page, workbench }) {
    await workbench.goTo(4, 16);
    await workbench.command('Show or Focus Hover');
    await page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: 'hangup' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'the status item tells of the flow, also while the log has the focus'({ page, workbench }) {
    await workbench.command('VoIPbin: Show Log');
    await page.locator('.output-view .view-line').first().click();
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status', { hasText: 'Flow: 2 actions' }).first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.open('mistake.flow.json');
  },
  async 'types are offered'({ page, workbench }) {
    await workbench.goTo(3, 16);
    await workbench.command('Trigger Suggest');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'talk' }).first().waitFor();
    await page.keyboard.press('Escape');
  },
  async 'the Call view that was there before any call shows the first one'({ page, workbench }) {
    await workbench.command('VoIPbin: Focus on Call View');
    await page.locator('.welcome-view-content', { hasText: 'No calls yet' }).first().waitFor();
    await workbench.open('welcome.flow.json');
    await workbench.command('VoIPbin: Simulate');
    await workbench.pick('Run to the End');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'simulated' }).first().waitFor();
  },
  async 'calls are loaded when the phone is first shown'({ page, workbench }) {
    await workbench.command('VoIPbin: Show Phone');
    await page.locator('.tab', { hasText: 'Phone' }).first().waitFor();
  },
};

await runMain(async () => {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
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
  writeFileSync(join(folder, 'mistake.flow.json'), flow);

  const host = await serveVscode({ server });
  const results = [];
  let opened;
  try {
    opened = await openWorkbench({ host, program, folder, extension });
    await opened.workbench.ready();
    for (const [title, test] of Object.entries(tests)) {
      const start = Date.now();
      const result = { title: `in a web worker: ${title}`, state: 'passed' };
      try {
        await test(opened);
      } catch (error) {
        result.state = 'failed';
        result.error = `${error.message}\nThe page said last:\n${opened.said.slice(-10).join('\n')}`;
      }
      results.push({ ...result, milliseconds: Date.now() - start });
      console.log(
        `  ${result.state === 'passed' ? '✔' : '✖'} ${result.title}${result.error ? `\n${result.error}` : ''}`,
      );
    }
  } finally {
    await opened?.close();
    await host.stop();
  }
  if (values.report) writeFileSync(values.report, JSON.stringify({ done: true, tests: results }));
  process.exit(results.every((one) => one.state === 'passed') ? 0 : 1);
});
