import assert from 'node:assert/strict';
import { suiteSetup, suiteTeardown, teardown } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { fixedEdges } from '../../../client/picture/drawn';
import type { FromPage, NodeMark, ToPage } from '../../../client/picture/pictureProtocol';
import { pageHtml } from '../../../client/ui/pageHtml';
import { built, launchBrowser, stubVsCode } from '../phone/phonePage';
import { type Theme, themes } from '../phone/themes';
import { drawingHere } from './drawingHere';

const origin = 'https://picture.invalid';

/** The built page of a picture in a browser, with a stub for VS Code. */
export interface PicturePage {
  readonly page: Page;
  /** What the page told the extension, from the oldest; without what the pointer asks wherever it happens to rest. */
  readonly sent: FromPage[];
  /** The keys of what was to be explained. */
  readonly hovers: string[];
  /** For which picture each change was asked. */
  readonly versions: (number | undefined)[];
  show(flow: unknown, more?: Partial<Extract<ToPage, { type: 'show' }>>): Promise<void>;
  post(message: ToPage): Promise<void>;
}

/** Opens pages for the tests of a suite; after each test they are closed, and none may have had a fault. */
export function picturePages(): (theme?: keyof typeof themes) => Promise<PicturePage> {
  let browser: Browser;
  let faults: string[] = [];
  suiteSetup(async () => {
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser.close());
  teardown(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    assert.deepEqual(faults.splice(0), []);
  });
  return async (theme = 'dark') => {
    faults = [];
    const context = await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const sent: FromPage[] = [];
    const hovers: string[] = [];
    const versions: (number | undefined)[] = [];
    const address = {
      cspSource: origin,
      script: `${origin}/picture.js`,
      style: `${origin}/picture.css`,
      nonce: 'bm9uY2U',
    };
    const files = new Map([
      ['/', { contentType: 'text/html', body: pageHtml({ title: 'Picture', ...address }) }],
      ['/picture.js', { contentType: 'text/javascript', body: built('picture.js') }],
      ['/picture.css', { contentType: 'text/css', body: built('picture.css') }],
    ]);
    await page.route('**/*', (route) => {
      const { pathname, origin: asked } = new URL(route.request().url());
      const file = asked === origin ? files.get(pathname) : undefined;
      if (file) return route.fulfill(file);
      if (pathname !== '/favicon.ico') faults.push(`asked for ${route.request().url()}`);
      return route.fulfill({ status: 404 });
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(`console: ${message.text()}`);
    });
    await page.exposeFunction('toExtension', (message: FromPage) => {
      if (message.type === 'hover') return void hovers.push(message.key);
      // What has keys says for which picture; the tests that ask for that look at `versions`.
      const { version, ...said } = { version: undefined, ...message };
      sent.push(said as FromPage);
      if (message.type === 'edit') versions.push(version);
    });
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.exposeFunction('toFaults', (fault: string) => void faults.push(fault));
    await page.addInitScript(stubVsCode, { theme: themes[theme] as Theme, kept: undefined });
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => document.querySelector('main')?.hasChildNodes());
    const drawing = drawingHere();
    // What a key or the end of a drag makes the page send has arrived when the key was pressed or the button let go.
    const arrived = () => page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve)));
    const press = page.keyboard.press.bind(page.keyboard);
    page.keyboard.press = async (...args) => {
      await press(...args);
      await arrived();
    };
    const letGo = page.mouse.up.bind(page.mouse);
    page.mouse.up = async (...args) => {
      await letGo(...args);
      await arrived();
    };
    const post = (message: ToPage) =>
      page.evaluate((data) => {
        window.postMessage(data);
        return new Promise<void>((resolve) => setTimeout(resolve, 50));
      }, message);
    return {
      page,
      sent,
      hovers,
      versions,
      post,
      show: async (flow, more = {}) => {
        const text = typeof flow === 'string' ? flow : JSON.stringify(flow);
        await drawing.draw(text, { jsonc: false, findings: [], isCollapsed: false });
        const marks: Record<string, NodeMark> = {};
        const common = {
          type: 'show',
          name: 'menu.flow.json',
          uri: 'file:///menu.flow.json',
          stale: '',
          isReadOnly: false,
          fixed: fixedEdges(drawing.current()),
        } as const;
        const none = { marks, taken: [], version: 0, moved: {}, select: undefined };
        return post({ ...common, picture: drawing.placed(), ...none, ...more });
      },
    };
  };
}
