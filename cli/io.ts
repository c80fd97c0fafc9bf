/** What a command may touch of the world; tests pass their own. */
export interface CliIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** The text of a file, byte order mark included; rejects when it cannot be read. */
  readFile(path: string): Promise<string>;
  readStdin(): Promise<string>;
  /** Whether standard output shows colors. */
  readonly colors: boolean;
}

/** Exit codes: nothing found; something found, or changes that could not be saved; the command itself could not be carried out. */
export const exitCodes = { clean: 0, findings: 1, unsaved: 1, usage: 2 } as const;
