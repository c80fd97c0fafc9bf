// Brings the editors in which test/editors tries the language server.
import { spawnSync } from 'node:child_process';
import { findProgram, installPackages, Obstacle } from './ensure.mjs';

const need = 'The trials in other editors need Neovim, Vim with ALE, and Emacs with eglot';

/** The programs of Neovim and of an Emacs that has eglot, installed now where one is missing; an Obstacle where they cannot be had. */
export function ensureEditors() {
  const missing = [
    ...(findProgram('nvim') ? [] : ['neovim']),
    // The small Vim that Debian begins with knows no scripts.
    ...(hasAle() ? [] : ['vim', 'vim-ale']),
    ...(findProgram('emacs') ? [] : ['emacs-nox']),
  ];
  if (missing.length > 0) installPackages(need, missing);
  // Emacs brings it from version 29 on.
  if (!hasEglot()) installPackages(need, ['elpa-eglot']);
  const neovim = findProgram('nvim');
  const vim = findProgram('vim');
  const emacs = findProgram('emacs');
  if (!neovim || !vim || !hasAle() || !emacs || !hasEglot())
    throw new Obstacle(`${need}, and they are not there although they were installed.`);
  return { neovim, vim, emacs };
}

function hasAle() {
  const vim = findProgram('vim');
  const look = [
    '-Nu',
    'NONE',
    '-i',
    'NONE',
    '-es',
    '-c',
    'packadd ale',
    '-c',
    "execute exists(':ALEInfo') ? 'qall!' : 'cquit'",
  ];
  return vim !== undefined && spawnSync(vim, look).status === 0;
}

function hasEglot() {
  const emacs = findProgram('emacs');
  const look = `(progn (require 'package)
    (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
    (package-initialize)
    (kill-emacs (if (locate-library "eglot") 0 1)))`;
  return emacs !== undefined && spawnSync(emacs, ['--batch', '-Q', '--eval', look]).status === 0;
}
