// Opens VS Code's page in Chromium and offers the few moves that tests and pictures need.
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

/** The themes of pictures: the value of the setting, the label in the picker, and the class that the workbench gets. */
export const themes = {
  light: { setting: 'Default Light Modern', label: 'Light Modern', mark: '.vs' },
  dark: { setting: 'Default Dark Modern', label: 'Dark Modern', mark: '.vs-dark' },
  'high-contrast': { setting: 'Default High Contrast', label: 'Dark High Contrast', mark: '.hc-black' },
  'high-contrast-light': { setting: 'Default High Contrast Light', label: 'Light High Contrast', mark: '.hc-light' },
};

/**
 * Opens the workbench of a served VS Code.
 *
 * @param {object} options
 * @param {{ url: string }} options.host what serveVscode() returned
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
  // Playwright's 30 seconds are too few on a machine that does other work as well.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    if (!expected.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`page error: ${error.message}`));
  await page.goto(pageAddress({ url: host.url, folder, extension, tests }));
  return { browser, page, said, workbench: workbenchMoves(page), close: () => browser.close() };
}

function workbenchMoves(page) {
  const quickInput = page.locator('.quick-input-widget input.input');
  // A click, not Enter: the first row is not always the one that matches best.
  const pick = async (label) => {
    const row = page.locator('.quick-input-list .monaco-list-row', { has: page.getByText(label, { exact: true }) });
    await row.first().click();
  };
  // While something takes the focus, the box can stay closed, or close again at once: it is asked for until it has the text.
  const typeInto = async (key, text, input = quickInput) => {
    for (let left = 20; left > 0; left--) {
      await page.keyboard.press(key);
      const isTyped = await input.fill(text, { timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isTyped) return;
    }
    throw new Error(`${key} opens no box for ${text}.`);
  };
  const moves = {
    /** Resolves when the workbench is drawn and the status bar is there, which is after its services started. */
    async ready() {
      await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    },

    /** Runs a command by its whole title, such as "VoIPbin: Run Flow", through the command palette. */
    async command(title) {
      await typeInto('F1', `>${title}`);
      await pick(title);
    },

    /** Picks the row of the open quick pick whose label is exactly this. */
    pick,

    /** Opens a file of the workspace by its path, in an editor tab that stays. */
    async open(path) {
      const name = path.split('/').pop();
      await typeInto('Control+P', path);
      await pick(name);
      // By the name of its file: the tab of a picture names the flow, too.
      await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-group-container.active .view-lines .view-line').first().waitFor();
    },

    /** Gives what stands at the cursor another name. */
    async rename(name) {
      await typeInto('F2', name, page.locator('.rename-box input'));
      await page.keyboard.press('Enter');
    },

    /** Puts the cursor at a one-based line and column of the active editor. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      await quickInput.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
    },

    /**
     * Resolves when the page has written an extension's state of the workspace, or of everywhere, in which `key` has a list of this length without the
     * items of these ids; the ids of its items.
     *
     * VS Code writes it some time after the extension has set it; a reload before that loses it.
     */
    async stored(extensionId, key, length, without = []) {
      const found = await page.waitForFunction(storedIds, { extensionId, key, length, without }, { polling: 100 });
      return found.jsonValue();
    },

    /** The ids of that list as it is written now: it can be older than what the extension has set. */
    storedNow: (extensionId, key) => page.evaluate(storedIds, { extensionId, key, without: [] }),

    /** Switches to one of `themes` and waits until the workbench wears it. */
    async theme(name) {
      const { label, mark } = themes[name];
      await moves.command('Preferences: Color Theme');
      await page.locator('.quick-input-widget input[placeholder*="Select Color Theme"]').fill(label);
      await pick(label);
      await page.locator(`.monaco-workbench${mark}`).waitFor();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
  };
  return moves;
}

// Runs in the page, so it has nothing of this file.
async function storedIds({ extensionId, key, length, without }) {
  const answerOf = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const database = await answerOf(indexedDB.open(name));
    const stored = await answerOf(database.transaction('ItemTable').objectStore('ItemTable').get(extensionId));
    database.close();
    const ids = stored === undefined ? undefined : JSON.parse(stored)[key]?.map(({ id }) => id);
    if (ids && (length === undefined || ids.length === length) && !ids.some((id) => without.includes(id))) return ids;
  }
  return length === undefined ? [] : false;
}
