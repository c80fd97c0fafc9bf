/** The state of a sandbox in a file, whole at any moment. */
import { readFile, rename } from 'node:fs/promises';
import { readState, type SandboxState } from '../store/state';
import { hasCode } from './hasCode';
import { lockFile } from './lockFile';
import { removeLeftovers, replaceFile } from './replaceFile';
import { stateFilePath } from './stateFilePath';

interface LoadedState {
  /** undefined: there was none, or none that can be read. */
  readonly state: SandboxState | undefined;
  /** What became of a file that cannot be read, in one sentence. */
  readonly notice: string | undefined;
}

/** A state file that belongs to this process until it is released. */
export interface StateFile extends LoadedState {
  /** Replaces the file, whole. Rejects when it cannot, or when another process has taken the file. */
  write(text: string): Promise<void>;
  /** Leaves the file to others. */
  release(): Promise<void>;
}

/**
 * Takes a state file and reads it. One that is not what it should be is renamed, never overwritten; `stamp` becomes part of its new name.
 *
 * Rejects when there is anything but a regular file, when it cannot be read, when nothing can be written beside it, or when another process has it.
 */
export async function openStateFile(path: string, stamp: string): Promise<StateFile> {
  const target = await stateFilePath(path);
  const lock = await lockFile(target);
  try {
    await removeLeftovers(target);
    return {
      ...(await load(target, stamp)),
      async write(text) {
        await lock.check();
        await replaceFile(target, text);
      },
      release: lock.release,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function load(path: string, stamp: string): Promise<LoadedState> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { state: undefined, notice: undefined };
    throw error;
  }
  const result = parse(text);
  if (result.ok) return { state: result.state, notice: undefined };
  const aside = `${path}.unreadable-${stamp.replace(/[^\dTZ]/g, '')}`;
  await rename(path, aside);
  return {
    state: undefined,
    notice: `The state file ${path} cannot be read (${result.fault}). It was kept as ${aside}, and the sandbox starts from the beginning.`,
  };
}

function parse(text: string): ReturnType<typeof readState> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'it is not JSON' };
  }
  return readState(value);
}
