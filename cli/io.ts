import { printableLines } from './printable';

/** What a command may touch of the world; tests pass their own. */
export interface CliIo {
  /** Lines for people. Whatever is in them, the terminal stays as it is. */
  stdout(text: string): void;
  stderr(text: string): void;
  /** Output for programs, as it is. */
  data(text: string): void;
  /** Resolves when standard output takes more, and what happened meanwhile was heard of. */
  drained(): Promise<void>;
  /** The bytes of a file; rejects when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** Whether standard output shows colors. */
  readonly colors: boolean;
}

/** The io of a command whose lines are harmless before they leave it; `raw`: where the output goes in the end. */
export function guardIo(raw: Omit<CliIo, 'data'>): CliIo {
  return {
    ...raw,
    stdout: (text) => raw.stdout(printableLines(text, raw.colors)),
    stderr: (text) => raw.stderr(printableLines(text, false)),
    data: raw.stdout,
  };
}

/** Exit codes: nothing found; something found, or changes that could not be saved; the command itself could not be carried out; nothing found, but not everything looked at. */
export const exitCodes = { clean: 0, findings: 1, unsaved: 1, usage: 2, unknown: 3 } as const;
