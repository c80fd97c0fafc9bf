/** Where files come from and findings go. */
export interface WorkspaceFiles {
  /** The addresses of the flow files and test files of the workspace, at most so many. */
  list(most: number, isCancelled: () => boolean): Promise<readonly string[]>;
  /** The text of a file; undefined where it is gone or too large. */
  read(uri: string): Promise<string | undefined>;
  /** Whether an editor has the file open, and gives it to the server itself. */
  isOpen(uri: string): boolean;
  /** Hands a text to the server, which shows what it finds in it; without a text what was shown goes. */
  check(uri: string, text: string | undefined): Promise<void>;
  /** Told once for each look at the whole workspace. */
  done(files: number): void;
}

export interface WorkspaceChecks {
  /** Looks at the whole workspace, in the place of a look that is still going on. */
  checkAll(): Promise<void>;
  /** A file was written or closed; one that was not listed is not looked at. */
  checkFile(uri: string): Promise<void>;
  /** A file is gone. */
  forget(uri: string): Promise<void>;
}

/** More flow files than a workspace has; beyond that the rest is left to the command line. */
export const maxFiles = 1000;

/** Hands files that no editor has open to the server, one after the other, so that requests of the editor are served first. */
export function createWorkspaceChecks(files: WorkspaceFiles): WorkspaceChecks {
  const shown = new Set<string>();
  /** What was last begun for each file: a text that was read before that is older than what is shown, or of a file that is gone. */
  const begun = new Map<string, symbol>();
  let listed: ReadonlySet<string> = new Set();
  let look = 0;

  const checkFile = async (uri: string) => {
    if (!listed.has(uri) || files.isOpen(uri)) return;
    const own = Symbol();
    begun.set(uri, own);
    const text = await files.read(uri);
    if (begun.get(uri) !== own) return;
    begun.delete(uri);
    if (files.isOpen(uri)) return;
    if (text !== undefined) shown.add(uri);
    else if (!shown.delete(uri)) return;
    await files.check(uri, text);
  };
  const forget = async (uri: string) => {
    begun.delete(uri);
    if (shown.delete(uri) && !files.isOpen(uri)) await files.check(uri, undefined);
  };
  return {
    async checkAll() {
      const own = ++look;
      const isCancelled = () => own !== look;
      const found = await files.list(maxFiles, isCancelled);
      if (isCancelled()) return;
      listed = new Set(found);
      // What is ignored since is no longer shown.
      for (const uri of [...shown]) if (!listed.has(uri)) await forget(uri);
      for (const uri of found) {
        if (isCancelled()) return;
        await checkFile(uri);
      }
      if (!isCancelled()) files.done(found.length);
    },
    checkFile,
    forget,
  };
}
