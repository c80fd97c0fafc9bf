import type { Connection } from 'vscode-languageserver';
import { canonicalUuid, isTestFileName } from '../../flow';
import { fileRequest, type LinkedFlows, linkedFlowsNotification, type WorkspaceFileText } from '../protocol';
import type { ToldWorkspace } from '../workspace/workspace';
import type { Abilities } from './abilities';
import { diagnosticsFor } from './answers/diagnostics';
import type { ClosedChecks } from './closedChecks';
import type { FlowDocument } from './flowDocument';
import type { TestFiles } from './testFiles';

interface ClosedFilesDesk {
  readonly isOpen: (uri: string) => boolean;
  /** A text as a document that is not open. */
  readonly read: (uri: string, text: string) => FlowDocument;
  readonly abilities: () => Abilities;
  readonly workspace: ToldWorkspace;
  readonly checks: ClosedChecks;
  readonly testFiles: TestFiles;
  /** What a flow has may make a difference for others. */
  readonly onFlow: () => void;
  /** What was shown of links between files does not hold any more. */
  readonly onLinks: () => void;
}

/**
 * Takes the files of the workspace from the client, which reads them, since nothing here knows a disk, and shows the findings of those that are not open
 * to a client that does not ask for them. It answers with a function that shows those of a file anew.
 */
export function answerClosedFiles(
  connection: Connection,
  { isOpen, read, abilities, workspace, checks, testFiles, onFlow, onLinks }: ClosedFilesDesk,
): (uri: string) => Promise<void> {
  const show = async (uri: string): Promise<void> => {
    if (abilities().pullsDiagnostics) return;
    const found = await checks.find(uri);
    // It may have been opened meanwhile, and has newer findings then.
    if (!isOpen(uri)) await connection.sendDiagnostics(diagnosticsFor(uri, undefined, found ?? [], abilities()));
  };
  connection.onRequest(fileRequest, async ({ uri, text, unchecked }: WorkspaceFileText) => {
    const document = text === undefined ? undefined : read(uri, text);
    if (isTestFileName(uri)) testFiles.tell(uri, document);
    else if (!document) workspace.forget(uri);
    else workspace.tell(uri, document.text, document);
    checks.tell(uri, unchecked ? undefined : document);
    onFlow();
    await show(uri);
    return null;
  });
  connection.onNotification(linkedFlowsNotification, ({ flows }: LinkedFlows) => {
    workspace.link(
      flows.flatMap((link) => {
        const id = canonicalUuid(link.id);
        return id === undefined ? [] : [{ ...link, id }];
      }),
    );
    onLinks();
  });
  return show;
}
