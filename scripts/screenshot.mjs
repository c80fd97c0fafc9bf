// Takes pictures of the extension at work:
//   node scripts/screenshot.mjs SCENARIO OUT_FOLDER [--theme light|dark|high-contrast|high-contrast-light] [--folder WORKSPACE]
// A scenario is the name of a module in test/host/pictures/, or the path of one. Its default export is an
// async function ({ page, workbench, shoot }); it may export settings, theme, size ({ width, height }) and folder, too.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { exitOnSignals, serveVscode } from '../test/host/serve.mjs';
import { ensureChromium, ensureNodeModules, ensureVscodeHost, Obstacle, root, runMain } from './ensure.mjs';

const usage =
  'node scripts/screenshot.mjs SCENARIO OUT_FOLDER [--theme NAME] [--folder WORKSPACE] [--extension FOLDER]';

const pictureSettings = {
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.cursorBlinking': 'solid',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { theme: { type: 'string' }, folder: { type: 'string' }, extension: { type: 'string' } },
  });
  const [name, out] = positionals;
  if (!name || !out) throw new Obstacle(usage);
  const path = existsSync(name) ? resolve(name) : join(root, 'test/host/pictures', `${name}.mjs`);
  if (!existsSync(path)) throw new Obstacle(`There is no scenario ${path}.\n${usage}`);

  exitOnSignals();
  ensureNodeModules();
  const server = ensureVscodeHost();
  const program = ensureChromium();
  const { openWorkbench, themes } = await import('../test/host/browser.mjs');
  const scenario = await import(pathToFileURL(path).href);

  // A copy, so that a scenario may type and save.
  const source = resolve(root, values.folder ?? scenario.folder ?? 'examples');
  const place = mkdtempSync(join(tmpdir(), 'voipbin-flow-pictures-'));
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const folder = join(place, basename(source));
  cpSync(source, folder, { recursive: true });
  mkdirSync(out, { recursive: true });

  const theme = themes[values.theme ?? scenario.theme ?? 'dark'];
  if (!theme) throw new Obstacle(`There is no theme ${values.theme}; there are: ${Object.keys(themes).join(', ')}.`);
  const settings = { ...pictureSettings, 'workbench.colorTheme': theme.setting, ...scenario.settings };
  const host = await serveVscode({ server, settings });
  let opened;
  try {
    opened = await openWorkbench({
      host,
      program,
      folder,
      extension: resolve(values.extension ?? root),
      size: scenario.size ?? { width: 1200, height: 750 },
      scale: 2,
    });
    const { page, workbench } = opened;
    const shoot = async (picture, options = {}) => {
      const file = join(out, `${picture}.png`);
      await (options.of ?? page).screenshot({ path: file, ...(options.clip ? { clip: options.clip } : {}) });
      console.log(file);
    };
    await workbench.ready();
    await scenario.default({ page, workbench, shoot });
  } catch (error) {
    // Where it went wrong is best seen.
    await opened?.page.screenshot({ path: join(out, 'failed.png') });
    console.error(`The scenario failed; ${join(out, 'failed.png')} shows where. The page said last:`);
    console.error(opened?.said.slice(-10).join('\n'));
    throw error;
  } finally {
    await opened?.close();
    await host.stop();
  }
  process.exit(0);
});
