/** The state of a sandbox in a file, whole at any moment. */
import { constants } from 'node:fs';
import { access, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Timers } from '../clock/timers';
import type { Sandbox } from '../sandbox';
import { readState, type SandboxState } from '../store/state';

export interface LoadedState {
  /** undefined: there was none, or none that can be read. */
  readonly state: SandboxState | undefined;
  /** What became of a file that cannot be read, in one sentence. */
  readonly notice: string | undefined;
}

/**
 * Reads a state file. One that is not what it should be is renamed, never overwritten; `stamp` becomes part of its new name.
 *
 * Rejects when the file is there and cannot be opened, or when nothing can be written beside it.
 */
export async function loadStateFile(path: string, stamp: string): Promise<LoadedState> {
  await access(dirname(path), constants.W_OK);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return { state: undefined, notice: undefined };
    throw error;
  }
  const result = parse(text);
  if (result.ok) return { state: result.state, notice: undefined };
  const aside = `${path}.unreadable-${stamp.replace(/[^\dTZ]/g, '')}`;
  await rename(path, aside);
  return {
    state: undefined,
    notice: `The state file ${path} cannot be read (${result.fault}). It was kept as ${aside}, and the sandbox begins anew.`,
  };
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function parse(text: string): ReturnType<typeof readState> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'it is no JSON' };
  }
  return readState(value);
}

export interface StateFile {
  /** Is over when what has changed until now is in the file; rejects when it cannot be written. */
  kept(): Promise<void>;
  /** Writes what is left to write and listens no more. */
  close(): Promise<void>;
}

/** Milliseconds in which changes that nobody waits for are gathered. */
const gathered = 200;

/**
 * Keeps the state of a sandbox in a file.
 *
 * It is written beside the file and then takes its place, so that whoever is killed meanwhile leaves the old state or the new one. Only the
 * owner may read it, because it holds tokens.
 */
export function keepState(
  sandbox: Sandbox,
  path: string,
  timers: Timers,
  onError: (error: unknown) => void,
): StateFile {
  let isDirty = true;
  let takeBack: (() => void) | undefined;
  let writing: Promise<void> | undefined;

  const write = async () => {
    while (isDirty) {
      isDirty = false;
      try {
        await replace(path, JSON.stringify(sandbox.snapshot()));
      } catch (error) {
        isDirty = true;
        throw error;
      }
    }
  };
  const kept = () => {
    takeBack?.();
    takeBack = undefined;
    if (!writing && !isDirty) return Promise.resolve();
    writing ??= write().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const stop = sandbox.onChange(() => {
    isDirty = true;
    takeBack ??= timers.after(gathered, () => {
      kept().catch(onError);
    });
  });

  return {
    kept,
    close() {
      stop();
      return kept();
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
