import { CancellationToken, type Diagnostic, type RemoteConsole, ResponseError } from 'vscode-languageserver';
import { type CheckSettings, checkSettingsOf, isTestFileName } from '../../flow';
import { diagnostics } from '../features';
import type { ToldWorkspace } from '../workspace/workspace';
import { findingsOfTest } from './findingsOfTest';
import type { FlowDocument } from './flowDocument';
import type { LinkedChecks } from './linkedChecks';
import { runSafeLater } from './runSafe';
import type { SettingsSource } from './settingsSource';
import type { TestFiles } from './testFiles';

/** The files of the workspace that no editor has, with what is wrong in each. */
export interface ClosedChecks {
  /** A file as it is on the disk; without a document it is gone, or is not to be checked. */
  tell(uri: string, document: FlowDocument | undefined): void;
  /** The addresses of those that are checked. */
  list(): readonly string[];
  /** What is wrong in a file; undefined for one that is not checked, or is open meanwhile. */
  find(uri: string): Promise<readonly Diagnostic[] | undefined>;
  /** The findings for which other flows make a difference are made anew when they are next asked for. */
  outdate(uri: string): void;
  /** The same for all: settings have changed. */
  outdateAll(): void;
}

interface ClosedChecksDesk {
  readonly console: RemoteConsole;
  readonly isOpen: (uri: string) => boolean;
  readonly workspace: ToldWorkspace;
  readonly settings: SettingsSource;
  readonly linked: LinkedChecks;
  readonly testFiles: TestFiles;
}

/** A file that is checked. Clients that ask do so every few seconds, so that what was found is kept, and the text is not. */
interface Checked {
  /** Until it is first checked. */
  document: FlowDocument | undefined;
  settings?: CheckSettings;
  found?: Promise<readonly Diagnostic[]>;
}

export function createClosedChecks(desk: ClosedChecksDesk): ClosedChecks {
  const { console, isOpen, workspace, settings, linked, testFiles } = desk;
  const checked = new Map<string, Checked>();

  const findIn = async (uri: string, entry: Checked): Promise<readonly Diagnostic[]> => {
    const told = entry.document;
    entry.document = undefined;
    if (told && isTestFileName(uri)) return findingsOfTest(told, testFiles);
    entry.settings ??= checkSettingsOf(await settings.of(uri));
    if (!isOpen(uri)) settings.forget(uri);
    const document = told ?? workspace.file(uri)?.read();
    const variables = linked.of(uri);
    if (!document) return [];
    if (checked.get(uri) === entry) linked.made(uri, variables);
    return diagnostics(document, { ...entry.settings, linked: variables });
  };
  const runFor = async (uri: string, entry: Checked): Promise<readonly Diagnostic[]> => {
    const found = await runSafeLater(console, 'diagnostics', [], CancellationToken.None, () => findIn(uri, entry));
    return found instanceof ResponseError ? [] : found;
  };
  // What the workspace does not hold cannot be made anew.
  const outdate = (uri: string, entry: Checked) => {
    if (!isOpen(uri) && workspace.file(uri)) delete entry.found;
  };
  return {
    tell(uri, document) {
      if (!isOpen(uri)) linked.drop(uri);
      if (document) checked.set(uri, { document });
      else checked.delete(uri);
    },
    list: () => [...checked.keys()].filter((uri) => !isOpen(uri)),
    async find(uri) {
      for (;;) {
        const entry = checked.get(uri);
        if (!entry || isOpen(uri)) return undefined;
        entry.found ??= runFor(uri, entry);
        const { found } = entry;
        const items = await found;
        // Otherwise something came meanwhile that makes a difference.
        if (checked.get(uri) === entry && entry.found === found && !isOpen(uri)) return items;
      }
    },
    outdate(uri) {
      const entry = checked.get(uri);
      if (entry) outdate(uri, entry);
    },
    outdateAll() {
      for (const [uri, entry] of checked) {
        delete entry.settings;
        outdate(uri, entry);
      }
    },
  };
}
