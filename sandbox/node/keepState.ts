import type { Timers } from '../../flow';
import type { Sandbox } from '../sandbox';
import { createStateText } from '../store/stateText';

export interface KeptState {
  /** Is over when what has changed until now is written; rejects when it cannot be written. */
  kept(): Promise<void>;
  /** Writes what is left to write and listens no more. */
  close(): Promise<void>;
}

export interface KeepOptions {
  write(text: string): Promise<void>;
  readonly timers: Timers;
  /** Is told when writing begins to fail, or fails for another reason. */
  failed(reason: string): void;
  /** Is told when all is written after that. */
  recovered(): void;
}

/** Milliseconds in which changes are gathered that no request waits for. */
const gathered = 200;
/** Milliseconds after which what could not be written is tried again, whether something else changes or not. */
const tryAgain = 1000;

/** Writes the state of a sandbox each time it has changed. */
export function keepState(sandbox: Sandbox, { write, timers, failed, recovered }: KeepOptions): KeptState {
  const jsonOf = createStateText();
  let isDirty = true;
  let isClosed = false;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> | undefined;
  let complaint: string | undefined;

  const writeOnce = async () => {
    isDirty = false;
    try {
      await write(jsonOf(sandbox.snapshot()));
    } catch (error) {
      isDirty = true;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== complaint) failed(reason);
      complaint = reason;
      throw error;
    }
  };
  const writeAll = async () => {
    try {
      while (isDirty) await writeOnce();
      if (complaint !== undefined) recovered();
      complaint = undefined;
    } finally {
      // In the same step as the last look at what has changed: a later change begins again.
      writing = undefined;
      if (isDirty) later(tryAgain);
    }
  };
  const later = (ms: number) => {
    // Who waits for the change learns why it fails; everybody else has been told.
    if (!isClosed) cancel ??= timers.after(ms, () => void kept().catch(() => {}));
  };
  const kept = () => {
    cancel?.();
    cancel = undefined;
    if (!writing && !isDirty) return Promise.resolve();
    writing ??= Promise.resolve().then(writeAll);
    return writing;
  };
  const stop = sandbox.onChange(() => {
    isDirty = true;
    later(gathered);
  });

  return {
    kept,
    close() {
      stop();
      isClosed = true;
      return kept();
    },
  };
}
