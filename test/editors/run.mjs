// Tries the built language server in Neovim and in Emacs: node test/editors/run.mjs [--report FILE].
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runMain } from '../../scripts/ensure.mjs';
import { ensureEditors } from '../../scripts/ensureEditors.mjs';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const limitMinutes = 5;

await runMain(() => {
  const { neovim, emacs } = ensureEditors();
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
    const { stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: limitMinutes * 60_000,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        LANG: 'C.UTF-8',
        VOIPBIN_ROOT: root,
        VOIPBIN_TRIAL: folder,
        VOIPBIN_NODE: process.execPath,
      },
    });
    const said = `${stdout ?? ''}${stderr ?? ''}`;
    const told = said.split('\n').flatMap((line) => (line.startsWith('{"') ? [JSON.parse(line)] : []));
    const tests = told
      .filter(({ state }) => state !== 'done')
      .map((one) => ({ ...one, title: `${editor}: ${one.title}` }));
    // An editor that stops before the last line has not tried the rest.
    if (tests.length < told.length) return tests;
    return [...tests, { title: `${editor}: the trial comes to its end`, state: 'failed', why: error?.message ?? said }];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
