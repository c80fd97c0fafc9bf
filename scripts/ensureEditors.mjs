// Brings the editors in which test/editors tries the language server.
import { spawnSync } from 'node:child_process';
import { findProgram, installPackages, Obstacle } from './ensure.mjs';

const need = 'The trials in other editors need Neovim and Emacs with eglot';

/** The programs of Neovim and of an Emacs that has eglot, installed now where one is missing; an Obstacle where they cannot be had. */
export function ensureEditors() {
  const missing = [...(findProgram('nvim') ? [] : ['neovim']), ...(findProgram('emacs') ? [] : ['emacs-nox'])];
  if (missing.length > 0) installPackages(need, missing);
  // Emacs brings it from version 29 on.
  if (!hasEglot()) installPackages(need, ['elpa-eglot']);
  const neovim = findProgram('nvim');
  const emacs = findProgram('emacs');
  if (!neovim || !emacs || !hasEglot())
    throw new Obstacle(`${need}, and they are not there although they were installed.`);
  return { neovim, emacs };
}

function hasEglot() {
  const emacs = findProgram('emacs');
  const look = `(progn (require 'package)
    (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
    (package-initialize)
    (kill-emacs (if (locate-library "eglot") 0 1)))`;
  return emacs !== undefined && spawnSync(emacs, ['--batch', '-Q', '--eval', look]).status === 0;
}
