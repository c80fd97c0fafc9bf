import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CliIo, guardIo } from '../../cli/io';

/** What a command wrote, in place of a terminal. Files are real ones; standard input is the given text. */
export function recordingIo(
  stdin: string | Uint8Array = '',
  colors = false,
): { io: CliIo; written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const io = guardIo({
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
    drained: async () => {},
    readFile: async (path) => readFileSync(path),
    readStdin: async () => Buffer.from(stdin),
    colors,
  });
  return { io, written };
}

/** Calls `use` with a new folder that holds these files, and removes it afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'voipbin-flow-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
