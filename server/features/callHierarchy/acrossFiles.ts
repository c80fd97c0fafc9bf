import type { CallHierarchyIncomingCall, CallHierarchyOutgoingCall } from 'vscode-languageserver-types';
import { type ActionNode, type FlowReference, flowReferences } from '../../../flow';
import { contentRange, type ReadDocument } from '../../text/rangeOf';
import { pathFrom } from '../../workspace/pathFrom';
import type { Workspace } from '../../workspace/workspace';
import { itemOf } from './item';

/** The actions of other files that run the flow of a file, where an action is its first one. */
export function runFrom(action: ActionNode, uri: string, workspace: Workspace): CallHierarchyIncomingCall[] {
  const ids = action.order === 0 && !action.scope.owner ? (workspace.file(uri)?.ids ?? []) : [];
  const others = workspace.files().filter(({ facts }) => ids.some((id) => facts.leadsTo.has(id)));
  return others.flatMap((file): CallHierarchyIncomingCall[] => {
    const document = file.read();
    return flowReferences(document.model).flatMap(({ node, id, action: from }) => {
      if (!from || !ids.includes(id)) return [];
      const item = itemOf(from, document, pathFrom(file.uri, uri));
      return [{ from: item, fromRanges: [contentRange(document, node)] }];
    });
  });
}

/** The first actions of the flows that an action runs, if files of the workspace are registered as these flows. */
export function flowsRunBy(
  document: ReadDocument,
  action: ActionNode,
  workspace: Workspace,
): CallHierarchyOutgoingCall[] {
  const own = flowReferences(document.model).filter((reference) => reference.action === action);
  return own.flatMap((reference) => targetsOf(reference, document, workspace));
}

function targetsOf({ node, id }: FlowReference, document: ReadDocument, workspace: Workspace) {
  return workspace.filesOf(id).flatMap((file): CallHierarchyOutgoingCall[] => {
    const other = file.read();
    const first = other.model.scopes.find(({ owner }) => !owner)?.actions[0];
    const fromRanges = [contentRange(document, node)];
    return first ? [{ to: itemOf(first, other, pathFrom(file.uri, document.uri)), fromRanges }] : [];
  });
}
