import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type Finding, type FlowModel, type JsonNode, listOptions, replaceValue } from '../../flow';
import type { ClientCommands, FlowToUse } from '../protocol';
import type { ReadDocument } from '../text/rangeOf';
import { toTextEdits } from '../text/toTextEdits';
import { pathFrom } from './pathFrom';
import { type FlowFile, noWorkspace, type Workspace } from './workspace';

interface Host extends Pick<ClientCommands, 'useFlowCommand'> {
  readonly document: ReadDocument;
  readonly workspace?: Workspace;
}

/** More than a menu shows well. */
const most = 5;

/**
 * What can be put where the id of a flow is wanted and something else stands: the flows of the workspace, of those in the same folder first, and among
 * them first the ones that nothing names yet. A file that is not registered has no id: the editor registers it first.
 */
export function flowsToName(
  finding: Finding,
  { document, useFlowCommand, workspace = noWorkspace }: Host,
): CodeAction[] {
  const { model } = document;
  const node = finding.code === 'option-uuid' ? wantsFlow(model, finding) : undefined;
  if (!node) return [];
  const files = workspace.files().filter(({ uri }) => uri !== document.uri);
  const named = new Set(files.flatMap(({ facts }) => [...facts.leadsTo]));
  const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
  const far = ({ uri, ids }: FlowFile) =>
    (uri.startsWith(folder) && !uri.slice(folder.length).includes('/') ? 0 : 2) +
    (ids.some((id) => named.has(id)) ? 1 : 0);
  const near = files
    .filter(({ ids }) => ids.length > 0 || useFlowCommand !== undefined)
    .sort((a, b) => far(a) - far(b));
  return near.slice(0, most).map(({ uri, ids, facts }): CodeAction => {
    const path = pathFrom(uri, document.uri);
    const id = ids.at(-1);
    if (id !== undefined) {
      const title = `Name the flow ${facts.name === undefined ? '' : `"${facts.name}" `}of ${path}`;
      const edit = { changes: { [document.uri]: toTextEdits(replaceValue(model, node, id), document) } };
      return { title, kind: CodeActionKind.QuickFix, edit };
    }
    const title = `Register ${path} and name its flow`;
    const use: FlowToUse = {
      file: uri,
      uri: document.uri,
      offset: node.offset,
      text: model.text.slice(node.offset, node.end),
    };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: useFlowCommand ?? '', arguments: [use] },
    };
  });
}

/** The value of the finding, where it is to name a flow. */
function wantsFlow(model: FlowModel, { offset, end }: Finding): JsonNode | undefined {
  const options = listOptions(model, ({ refersTo }) => refersTo === 'flow');
  return options.find(({ node }) => node.offset === offset && node.end === end)?.node;
}
