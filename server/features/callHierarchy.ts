import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import { type ActionNode, type Edge, type FlowModel, flowGraph } from '../../flow';
import { grouped } from '../text/grouped';
import { findNamed } from '../text/named';
import { type ReadDocument, rangeOf, startOf, type TextPlaces } from '../text/rangeOf';
import { noWorkspace, type Workspace } from '../workspace/workspace';
import { flowsRunBy, runFrom } from './callHierarchy/acrossFiles';
import { itemOf, labelOf } from './callHierarchy/item';

/** The action at an offset, or the action that the id there names; nothing outside of actions. */
export function prepareCallHierarchy(document: ReadDocument, offset: number): CallHierarchyItem[] | null {
  const named = findNamed(document.model, offset);
  const action = (named?.kind === 'action' ? named.action : undefined) ?? actionAt(document.model, offset);
  return action ? [itemOf(action, document)] : null;
}

/** The actions that lead to an action, and by which values; for the first action of a flow also the flows that run it. */
export function incomingCalls(
  document: ReadDocument,
  item: CallHierarchyItem,
  workspace: Workspace = noWorkspace,
): CallHierarchyIncomingCall[] {
  const action = actionOf(document, item);
  if (!action) return [];
  const own = neighbors(document, flowGraph(document.model).to(action), ({ from }) => from);
  return [
    ...own.map(({ neighbor, fromRanges }) => ({ from: neighbor, fromRanges })),
    ...runFrom(action, document.uri, workspace),
  ];
}

/** Where an action leads, and by which values; for an action that runs another flow also the first action of that flow. */
export function outgoingCalls(
  document: ReadDocument,
  item: CallHierarchyItem,
  workspace: Workspace = noWorkspace,
): CallHierarchyOutgoingCall[] {
  const action = actionOf(document, item);
  if (!action) return [];
  const own = neighbors(document, flowGraph(document.model).from(action), ({ to }) => to);
  return [
    ...own.map(({ neighbor, fromRanges }) => ({ to: neighbor, fromRanges })),
    ...flowsRunBy(document, action, workspace),
  ];
}

function actionAt(model: FlowModel, offset: number): ActionNode | undefined {
  return model.actions.findLast(({ node }) => node.offset <= offset && offset <= node.end);
}

/** The action that an editor got before. The text may have changed since, so another action may be at its place. */
function actionOf(document: ReadDocument, item: CallHierarchyItem): ActionNode | undefined {
  const { model } = document;
  const isMeant = (action: ActionNode) => labelOf(action) === item.name;
  const there = actionAt(model, document.offsetAt(item.selectionRange.start));
  if (there && isMeant(there)) return there;
  const [found, ...others] = model.actions.filter(isMeant);
  return others.length === 0 ? found : undefined;
}

/** The names of ways, as "key 1, default". */
function waysOf(edges: readonly Edge[]): string {
  return [...new Set(edges.map(({ kind, name }) => (kind === 'case' ? `case ${name}` : name)))].join(', ');
}

/** The actions at the other ends of edges, each once. */
function neighbors(document: ReadDocument, edges: readonly Edge[], other: (edge: Edge) => ActionNode | undefined) {
  const groups = grouped(edges.map((edge) => [other(edge), edge]));
  return [...groups].flatMap(([action, own]) =>
    action
      ? [
          {
            neighbor: itemOf(action, document, waysOf(own)),
            fromRanges: own.map((edge) => rangeOfEdge(edge, document)),
          },
        ]
      : [],
  );
}

function rangeOfEdge({ reference, from }: Edge, document: TextPlaces): Range {
  return rangeOf(document, reference?.node ?? from.typeNode ?? startOf(from.node));
}
