import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import type { Edge } from '../../flow/graph/edge';
import { flowGraph } from '../../flow/graph/flowGraph';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
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
  const edges = action ? flowGraph(document.model).to(action) : [];
  const own = group(edges, ({ from }) => from).map(([from, fromRanges]) => ({
    from: itemOf(from, document, waysOf(fromRanges)),
    fromRanges: fromRanges.map((edge) => rangeOfEdge(edge, document)),
  }));
  return action ? [...own, ...runFrom(action, document.uri, workspace)] : own;
}

/** Where an action leads, and by which values; for an action that runs another flow also the first action of that flow. */
export function outgoingCalls(
  document: ReadDocument,
  item: CallHierarchyItem,
  workspace: Workspace = noWorkspace,
): CallHierarchyOutgoingCall[] {
  const action = actionOf(document, item);
  const edges = action ? flowGraph(document.model).from(action) : [];
  const own = group(edges, ({ to }) => to).map(([to, fromRanges]) => ({
    to: itemOf(to, document, waysOf(fromRanges)),
    fromRanges: fromRanges.map((edge) => rangeOfEdge(edge, document)),
  }));
  return action ? [...own, ...flowsRunBy(document, action, workspace)] : own;
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

function group(edges: readonly Edge[], by: (edge: Edge) => ActionNode | undefined): [ActionNode, Edge[]][] {
  const groups = new Map<ActionNode, Edge[]>();
  for (const edge of edges) {
    const action = by(edge);
    if (!action) continue;
    const known = groups.get(action);
    if (known) known.push(edge);
    else groups.set(action, [edge]);
  }
  return [...groups];
}

function rangeOfEdge({ reference, from }: Edge, document: TextPlaces): Range {
  return rangeOf(document, reference?.node ?? from.typeNode ?? startOf(from.node));
}
