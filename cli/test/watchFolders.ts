import { type FSWatcher, watch } from 'node:fs';
import type { CliIo } from '../io';

export interface TestRun {
  readonly code: number;
  /** Folders of the files that were read. */
  readonly folders: readonly string[];
}

/** Editors write a file in several steps. */
const pause = 100;

/** Runs tests, and again whenever a JSON file changes in the folders that they were read from, until it is stopped; the exit code of the last run. */
export async function watchFolders(run: () => Promise<TestRun>, stop: AbortSignal, io: CliIo): Promise<number> {
  let code = 0;
  while (!stop.aborted) {
    const ran = await run();
    code = ran.code;
    io.stderr('\nwaiting for changes; stop with Ctrl+C\n');
    await nextChange(ran.folders, stop);
  }
  return code;
}

async function nextChange(folders: readonly string[], stop: AbortSignal): Promise<void> {
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve) => {
      const changed = (file: string | null) => {
        if (file !== null && !/\.jsonc?$/i.test(file)) return;
        clearTimeout(timer);
        timer = setTimeout(resolve, pause);
      };
      for (const folder of folders) {
        // A folder that was removed meanwhile is a change as well.
        const watcher = watch(folder, (_, file) => changed(file)).on('error', () => changed(null));
        watchers.push(watcher);
      }
      if (stop.aborted) resolve();
      else stop.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}
