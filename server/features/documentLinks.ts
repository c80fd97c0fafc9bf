import type { DocumentLink } from 'vscode-languageserver-types';
import { flowReferences, listOptions, textOf } from '../../flow';
import { contentRange, type ReadDocument } from '../text/rangeOf';
import { pathFrom } from '../workspace/pathFrom';
import { noWorkspace, type Workspace } from '../workspace/workspace';

/**
 * The addresses in options that hold one, files to play and webhooks, and the ids of flows that a file of the workspace is registered as. An address with a
 * variable in it leads nowhere yet.
 */
export function documentLinks(document: ReadDocument, workspace: Workspace = noWorkspace): DocumentLink[] {
  const { model } = document;
  const addresses = listOptions(model, ({ format }) => format === 'url').flatMap(({ node }): DocumentLink[] => {
    const target = textOf(node);
    if (target === undefined || !isAddress(target)) return [];
    return [{ range: contentRange(document, node), target }];
  });
  const flows = flowReferences(model).flatMap(({ node, id }): DocumentLink[] => {
    // Of several files the one that was linked last.
    const file = workspace.filesOf(id).at(-1);
    if (!file || file.uri === document.uri) return [];
    const tooltip = `Open ${pathFrom(file.uri, document.uri)}`;
    return [{ range: contentRange(document, node), target: file.uri, tooltip }];
  });
  return [...addresses, ...flows];
}

/** No other scheme is opened by a click, and nothing that VS Code would have to guess. */
const isAddress = (text: string) => /^https?:\/\/[^\s"<>${}\\]+$/i.test(text);
