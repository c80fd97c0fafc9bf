// Opens VS Code's page in Chromium and offers the few moves that tests and pictures need.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { pageAddress } from './serve.mjs';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// What this workbench always says: it has no gallery, no service worker and no signing module.
const expected = /Failed to load resource|service ?worker|additional builtin extensions|bad HTTP response|same-origin/i;

export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/**
 * Opens the workbench of a served VS Code.
 *
 * @param {object} options
 * @param {{ url: string, settingsFile: string }} options.host what serveVscode() returned
 * @param {string} options.program Chromium's path
 * @param {string} options.folder workspace folder
 * @param {string} options.extension folder of the extension under development
 * @param {string} [options.tests] built suite that the extension host shall run
 * @param {{ width: number, height: number }} [options.size] in CSS pixels
 * @param {number} [options.scale] device pixels for one CSS pixel
 */
export async function openWorkbench({ host, program, folder, extension, tests, size, scale = 1 }) {
  const browser = await chromium.launch({
    executablePath: program,
    headless: true,
    // Chromium's sandbox refuses to work for root, and in most containers.
    args: ['--no-sandbox', ...flags],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({
    viewport: size ?? { width: 1280, height: 800 },
    deviceScaleFactor: scale,
  });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    if (!expected.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`page error: ${error.message}`));
  await page.goto(pageAddress({ url: host.url, folder, extension, tests }));
  return { browser, page, said, workbench: workbenchMoves(page, host), close: () => browser.close() };
}

function workbenchMoves(page, host) {
  const quickInput = page.locator('.quick-input-widget input.input');
  const current = { ...host.settings };
  const moves = {
    /** Resolves when the workbench is drawn and the status bar is there, which is after its services started. */
    async ready() {
      await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    },

    /** Runs a command by its title, such as "VoIPbin: Run Flow", through the command palette. */
    async command(title) {
      await page.keyboard.press('F1');
      await quickInput.fill(`>${title}`);
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
      await row.waitFor();
      await page.keyboard.press('Enter');
    },

    /** Opens a file of the workspace by its name, in an editor tab that stays. */
    async open(name) {
      await page.keyboard.press('Control+P');
      await quickInput.fill(name);
      await page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: name.split('/').pop() })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page
        .locator('.tab.active')
        .filter({ hasText: name.split('/').pop() })
        .waitFor();
      await page.locator('.editor-group-container.active .view-lines .view-line').first().waitFor();
    },

    /** Puts the cursor at a one-based line and column of the active editor. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      await quickInput.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
    },

    /** Changes a user setting for the rest of the session. */
    async set(settings) {
      Object.assign(current, settings);
      writeFileSync(host.settingsFile, JSON.stringify(current, null, 2));
    },

    /** Switches to one of `themes` and waits until the workbench wears it. */
    async theme(name) {
      await moves.set({ 'workbench.colorTheme': themes[name] });
      const marker = {
        light: '.vs',
        dark: '.vs-dark',
        'high-contrast': '.hc-black',
        'high-contrast-light': '.hc-light',
      };
      await page.locator(`.monaco-workbench${marker[name]}`).waitFor();
    },
  };
  return moves;
}
