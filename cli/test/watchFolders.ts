import { type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { kindOfPath } from '../input/kindOfPath';
import type { CliIo } from '../io';

/** Editors write a file in several steps. */
const pause = 100;

/**
 * Runs tests, and again whenever a JSON file or a folder changes in the folders that they were read from, until it is stopped; the exit code of the last
 * run. `run` names each folder before it reads what is in it, so that what changes meanwhile is run again, and each folder in which it misses something.
 */
export async function watchFolders(
  run: (reads: (folder: string) => void) => Promise<number>,
  stop: AbortSignal,
  io: CliIo,
): Promise<number> {
  let code = 0;
  let watchers: Watchers = new Map();
  const changes = createChanges(stop);
  try {
    while (!stop.aborted) {
      // A folder can be another one by now. The old ones are watched until the new ones are.
      const old = watchers;
      const fresh: Watchers = new Map();
      watchers = fresh;
      changes.forget();
      try {
        code = await run((folder) => watchFolder(folder, fresh, changes.tell));
      } finally {
        for (const watcher of old.values()) watcher.close();
      }
      // Nothing would ever change.
      if (fresh.size === 0) return code;
      io.stderr('\nwaiting for changes; stop with Ctrl+C\n');
      await changes.next();
    }
  } finally {
    changes.forget();
    for (const watcher of watchers.values()) watcher.close();
  }
  return code;
}

type Watchers = Map<string, FSWatcher>;

/** Watches a folder; where it is not there, the nearest one around it, in which it can come. */
function watchFolder(given: string, watchers: Watchers, tell: () => void): void {
  const folder = resolve(given);
  if (watchers.has(folder)) return;
  if (!isFolder(folder)) {
    watchForFolder(folder, watchers, tell);
    return;
  }
  try {
    const watcher = watch(folder, (_, file) => {
      // That the folder itself is gone is told with its own name.
      if (file === null || /\.jsonc?$/i.test(file) || isFolder(join(folder, file)) || !isFolder(folder)) tell();
    });
    watchers.set(folder, watcher.on('error', tell));
  } catch (error) {
    if (isFolder(folder)) throw error;
    watchForFolder(folder, watchers, tell);
  }
}

function watchForFolder(folder: string, watchers: Watchers, tell: () => void): void {
  const around = dirname(folder);
  if (around !== folder) watchFolder(around, watchers, tell);
  // It came before it was watched for.
  if (isFolder(folder)) tell();
}

/** One change for all that follow each other closely; the stop is one, too. */
function createChanges(stop: AbortSignal) {
  let timer: NodeJS.Timeout | undefined;
  let hasChanged = false;
  let wake = () => {};
  stop.addEventListener('abort', () => wake(), { once: true });
  return {
    tell() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hasChanged = true;
        wake();
      }, pause);
    },
    forget() {
      clearTimeout(timer);
      hasChanged = false;
    },
    /** Resolves with the next change; at once where there was one. */
    next: () =>
      new Promise<void>((done) => {
        wake = done;
        if (hasChanged || stop.aborted) done();
      }),
  };
}

const isFolder = (path: string) => kindOfPath(path) === 'folder';
