import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CliIo } from '../io';

/** Editors write a file in several steps. */
const pause = 100;

/**
 * Runs tests, and again whenever a JSON file or a folder changes in the folders that they were read from, until it is stopped; the exit code of the last
 * run. `run` names each folder before it reads what is in it, so that what changes meanwhile is run again.
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

function watchFolder(folder: string, watchers: Watchers, tell: () => void): void {
  const key = resolve(folder);
  if (watchers.has(key)) return;
  try {
    const watcher = watch(folder, (_, file) => {
      if (file === null || /\.jsonc?$/i.test(file) || isFolder(join(folder, file))) tell();
    });
    // A folder that was removed meanwhile is a change as well.
    watchers.set(key, watcher.on('error', tell));
  } catch (error) {
    if (existsSync(folder)) throw error;
  }
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

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
