import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suiteSetup, suiteTeardown, teardown } from 'mocha';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { FromPage, PhoneView } from '../../../client/phone/phoneProtocol';
import { pageHtml } from '../../../client/ui/pageHtml';
import { bundle } from '../../support/bundle';
import { root } from '../../support/repository';
import { type Theme, themes } from './themes';

export async function launchBrowser(): Promise<Browser> {
  const { ensureChromium } = await import(join(root, 'scripts/ensure.mjs'));
  const program: string = ensureChromium();
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
}

export interface PageOptions {
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** What the page kept when it was there before. */
  readonly kept?: unknown;
  /** Device pixels for one CSS pixel. */
  readonly scale?: number;
}

/** The built page of the phone in a browser, with a stub for VS Code. */
export interface PhonePage {
  readonly page: Page;
  /** What the page told the extension, from the oldest. */
  readonly sent: FromPage[];
  /** What went wrong on the page: violations of its content policy, errors, requests to anywhere. */
  readonly faults: string[];
  show(phone: PhoneView, announce?: readonly string[]): Promise<void>;
  /** Sends something else. */
  post(message: unknown): Promise<void>;
  /** What the page keeps for the next time. */
  kept(): Promise<unknown>;
  focused(): Locator;
  close(): Promise<void>;
}

/** Opens pages for the tests of a suite; after each test they are closed, and none may have had a fault. */
export function phonePages(): (options?: PageOptions) => Promise<PhonePage> {
  let browser: Browser;
  let opened: PhonePage[] = [];
  suiteSetup(async () => {
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser.close());
  teardown(async () => {
    const faults = opened.flatMap((page) => page.faults);
    await Promise.all(opened.map((page) => page.close()));
    opened = [];
    assert.deepEqual(faults, []);
  });
  return async (options) => {
    const page = await openPhonePage(browser, options);
    opened.push(page);
    return page;
  };
}

const origin = 'https://phone.invalid';

export async function openPhonePage(browser: Browser, options: PageOptions = {}): Promise<PhonePage> {
  const { theme = 'dark', width = 380, height = 760, scale = 1 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    forcedColors: options.forcedColors ? 'active' : 'none',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    colorScheme: theme === 'light' || theme === 'highContrastLight' ? 'light' : 'dark',
  });
  const page = await context.newPage();
  const sent: FromPage[] = [];
  const faults: string[] = [];
  const files = new Map([
    ['/', { contentType: 'text/html', body: html() }],
    ['/phone.js', { contentType: 'text/javascript', body: built('phone.js') }],
    ['/phone.css', { contentType: 'text/css', body: built('phone.css') }],
  ]);
  await page.route('**/*', (route) => {
    const { pathname, origin: asked } = new URL(route.request().url());
    const file = asked === origin ? files.get(pathname) : undefined;
    if (file) return route.fulfill(file);
    // Browsers ask for it by themselves.
    if (pathname !== '/favicon.ico') faults.push(`asked for ${route.request().url()}`);
    return route.fulfill({ status: 404 });
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('toExtension', (message: FromPage) => void sent.push(message));
  await page.exposeFunction('toFaults', (fault: string) => void faults.push(fault));
  // The loader of the tests marks functions with this, also those that run in the page.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(stubVsCode, { theme: themes[theme] as Theme, kept: options.kept });
  await page.goto(`${origin}/`);
  await page
    .waitForFunction(() => document.querySelector('main')?.hasChildNodes(), null, { timeout: 5000 })
    .catch(() => {
      throw new Error(`The page draws nothing. ${faults.join(' ')}`);
    });

  const post = (message: unknown) =>
    page.evaluate((data) => {
      window.postMessage(data);
      // Messages are delivered in order: once this one is, the page has been drawn.
      return new Promise<void>((resolve) => {
        addEventListener('message', function wait(event) {
          if (event.data !== 'drawn') return;
          removeEventListener('message', wait);
          resolve();
        });
        window.postMessage('drawn');
      });
    }, message);
  return {
    page,
    sent,
    faults,
    post,
    show: (phone, announce = []) => post({ type: 'show', phone, announce }),
    kept: () => page.evaluate(() => Reflect.get(globalThis, 'kept')),
    focused: () => page.locator(':focus'),
    close: () => context.close(),
  };
}

function html(): string {
  const address = { cspSource: origin, script: `${origin}/phone.js`, style: `${origin}/phone.css`, nonce: 'bm9uY2U' };
  return pageHtml({ title: 'Phone', ...address });
}

/** The text of a bundle for a page. */
export function built(name: string): string {
  return readFileSync(bundle(`dist/${name}`), 'utf8');
}

/** Runs in the page, before it: what VS Code gives a webview. */
export function stubVsCode({ theme, kept }: { theme: Theme; kept: unknown }): void {
  const global = globalThis as unknown as {
    kept: unknown;
    toExtension(message: unknown): void;
    toFaults(fault: string): void;
    acquireVsCodeApi: unknown;
  };
  global.kept = kept;
  global.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => global.toExtension(message),
    getState: () => global.kept,
    setState: (state: unknown) => {
      global.kept = state;
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    global.toFaults(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
  );
  const wear = () => {
    document.body.className = theme.classes;
    for (const [name, value] of Object.entries(theme.variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  };
  document.addEventListener('DOMContentLoaded', wear);
}
