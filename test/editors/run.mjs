// Tries the built language server in Neovim, Vim and Emacs as docs/editors.md says it: node test/editors/run.mjs [--report FILE].
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundles } from '../../scripts/bundles.mjs';
import { root, runMain } from '../../scripts/ensure.mjs';
import { ensureEditors } from '../../scripts/ensureEditors.mjs';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const limitMinutes = 5;

await runMain(() => {
  const { neovim, vim, emacs } = ensureEditors();
  ensureBundles();
  const here = (name) => join(root, 'test/editors', name);
  const tests = [
    ...runTrial('Neovim', neovim, [
      '--headless',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-n',
      '-c',
      `luafile ${here('neovim.lua')}`,
    ]),
    ...runTrial('Vim', vim, ['-Nu', 'NONE', '-i', 'NONE', '-es', '-S', here('ale.vim')]),
    ...runTrial('Emacs', emacs, ['--batch', '-Q', '-l', here('eglot.el')]),
  ];
  for (const { title, state, why } of tests)
    console.log(`${state === 'passed' ? '✔' : '✖'} ${title}${why ? `\n${why}` : ''}`);
  if (values.report) writeFileSync(values.report, JSON.stringify({ tests }));
  process.exitCode = tests.every(({ state }) => state === 'passed') ? 0 : 1;
});

/** Runs the trial of an editor on files of its own, in a home of its own. */
function runTrial(editor, program, args) {
  const place = mkdtempSync(join(tmpdir(), 'voipbin-flow-editor-'));
  try {
    const folder = join(place, 'flows');
    const home = join(place, 'home');
    cpSync(join(root, 'test/editors/flows'), folder, { recursive: true });
    mkdirSync(home);
    configure(editor, place);
    const { stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: limitMinutes * 60_000,
      env: {
        PATH: `${place}:${process.env.PATH}`,
        HOME: home,
        LANG: 'C.UTF-8',
        VOIPBIN_CONFIGURATION: join(place, 'configuration'),
        VOIPBIN_TRIAL: folder,
        VOIPBIN_SAID: join(place, 'said'),
      },
    });
    // Vim cannot write to an output that is a socket.
    const file = existsSync(join(place, 'said')) ? readFileSync(join(place, 'said'), 'utf8') : '';
    const said = `${stdout ?? ''}${stderr ?? ''}${file}`;
    const told = said.split('\n').flatMap((line) => (line.startsWith('{"') ? [JSON.parse(line)] : []));
    const tests = told
      .filter(({ state }) => state !== 'done')
      .map((item) => ({ ...item, title: `${editor}: ${item.title}` }));
    // An editor that stops before the last line has not tried the rest.
    if (tests.length < told.length) return tests;
    return [...tests, { title: `${editor}: the trial comes to its end`, state: 'failed', why: error?.message ?? said }];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Puts what the page has for an editor into `configuration-1`, `configuration-2` …, and the command line on the path. */
function configure(editor, place) {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${editor}\n`)) ?? '';
  const blocks = [...section.matchAll(/^```\w+\n(.*?)^```/gms)];
  for (const [at, [, block]] of blocks.entries()) writeFileSync(join(place, `configuration-${at + 1}`), block);
  const command = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"\n`;
  writeFileSync(join(place, 'voipbin-flow'), command, { mode: 0o755 });
}
