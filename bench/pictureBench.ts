/** How long a picture takes from a change of the text until it is on the screen, against laying out the same graph with the bare library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Graph, layout } from '@dagrejs/dagre';
import { chromium, type Page } from 'playwright-core';
import { sideWorkers } from '../client/node/startSideWorker';
import { createDrawing } from '../client/picture/drawing';
import { fixedEdges } from '../client/picture/drawn';
import { createLayouts, type LayOut } from '../client/picture/layouts';
import { pageHtml } from '../client/ui/pageHtml';
import { pictureOf } from '../flow/layout';
import { type KnownSections, layOut, sizeOf } from '../flow/layout/layOut';
import { readFlow } from '../flow/model/flowModel';
import { menuFlow } from './menuFlow';
import { sideBySide, type Task } from './sideBySide';

const sizes = [60, 300, 2000];
/** Beyond this the bare library takes too long to wait for. */
const maxBare = 300;

/** Prints the ms of the first picture and of an edit shown, and both as parts of what the bare library takes for the whole; `dist` has the built extension. */
export async function benchPicture(rounds: number, dist: string): Promise<void> {
  const layouts = createLayouts((events) => sideWorkers((file) => join(dist, file))('layout.js', events));
  const { ensureChromium } = await import(pathToFileURL(join(dist, '../scripts/ensure.mjs')).href);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  console.log(
    `${'actions'.padEnd(10)}${'first ms'.padStart(12)}${'edit ms'.padStart(12)}${'layout ms'.padStart(12)}${'bare ms'.padStart(12)}${'first/bare'.padStart(14)}${'edit/bare'.padStart(14)}`,
  );
  for (const size of sizes) {
    const text = menuFlow(size);
    const page = await openPage(await browser.newPage({ viewport: { width: 900, height: 700 } }), dist);
    const shown = pictureOn(page, layouts.open().layOut);
    await shown(text);
    let version = 0;
    const tasks: Record<string, Task> = {
      // A page of its own each time, which is there already: VS Code loads it meanwhile.
      first: async () => fresh()(text),
      edit: () => shown(text.replace('"topic"', `"topic${version++}"`)),
      layout: () => layOut(pictureOf(readFlow(text)), new Map() as KnownSections),
    };
    if (size <= maxBare) tasks.bare = () => bare(text);
    const pages = await Promise.all(
      Array.from({ length: 2 * rounds }, async () =>
        openPage(await browser.newPage({ viewport: { width: 900, height: 700 } }), dist),
      ),
    );
    const fresh = () => pictureOn(pages.pop() ?? page, layouts.open().layOut);
    const times = await sideBySide(tasks, rounds);
    const figure = (time: number | undefined, digits: number) => (time === undefined ? '–' : time.toFixed(digits));
    const cells = ['first', 'edit', 'layout', 'bare'].map((name) => figure(times[name], 1).padStart(12));
    const { bare: bareMs } = times;
    const ratios = ['first', 'edit'].map((name) =>
      figure(bareMs === undefined ? undefined : (times[name] ?? 0) / bareMs, 2).padStart(14),
    );
    console.log([String(size).padEnd(10), ...cells, ...ratios].join(''));
  }
  layouts.stop();
  await browser.close();
}

const origin = 'https://picture.invalid';

/** The built page with a stub for VS Code. */
async function openPage(page: Page, dist: string): Promise<Page> {
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const html = pageHtml({
    title: 'Picture',
    cspSource: origin,
    script: `${origin}/picture.js`,
    style: `${origin}/picture.css`,
    nonce: 'bm9uY2U',
  });
  const files = new Map([
    ['/', { contentType: 'text/html', body: html }],
    ['/picture.js', { contentType: 'text/javascript', body: read('picture.js') }],
    ['/picture.css', { contentType: 'text/css', body: read('picture.css') }],
  ]);
  await page.route('**/*', (route) =>
    route.fulfill(files.get(new URL(route.request().url()).pathname) ?? { status: 404 }),
  );
  await page.addInitScript('globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })');
  await page.goto(`${origin}/`);
  return page;
}

/** Shows texts as the extension does, each until it has been painted. */
function pictureOn(page: Page, layOut: LayOut): (text: string) => Promise<void> {
  const drawing = createDrawing(layOut);
  return async (text) => {
    await drawing.draw(text, { jsonc: false, findings: [], isCollapsed: false });
    const message = {
      type: 'show',
      name: 'menu.flow.json',
      uri: 'file:///menu.flow.json',
      picture: drawing.placed(),
      stale: '',
      isReadOnly: false,
      fixed: fixedEdges(drawing.current()),
      marks: {},
      taken: [],
    };
    await page.evaluate(
      (json) =>
        new Promise<void>((resolve) => {
          addEventListener('message', () => requestAnimationFrame(() => setTimeout(resolve)), { once: true });
          postMessage(JSON.parse(json));
        }),
      // As text, as VS Code sends it.
      JSON.stringify(message),
    );
  };
}

/** The same graph in one piece, as the library lays it out by itself. */
function bare(text: string): unknown {
  const { nodes, edges } = pictureOf(readFlow(text));
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 32 });
  for (const node of nodes) graph.setNode(node.key, sizeOf(node));
  for (const { key, from, to } of edges) graph.setEdge(from, to, {}, key);
  return layout(graph);
}
