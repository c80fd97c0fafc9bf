import type { Trigger } from '../catalog/referenceTypes';
import type { Finding } from '../checks/check';
import { addTo } from '../collections/addTo';
import { isIdle } from '../graph/alwaysFits';
import { type Edge, isDrop } from '../graph/edge';
import { graphOf } from '../graph/flowGraph';
import { waits } from '../graph/step';
import { member, textOf } from '../json/node';
import { own } from '../json/own';
import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { locate } from '../model/locate';
import { canonicalUuid, givenId } from '../model/uuid';
import { actionDetail, actionLabel } from '../text/actionLabel';
import { shorten } from '../text/shorten';
import { edgeText } from './edgeText';
import { wrap } from './measure';
import type { Badge, Lane, Picture, PictureEdge, PictureNode } from './picture';
import { unrunScopes } from './unrunScopes';

export interface PictureOptions {
  /** What the lists run on, if the document does not say it. */
  readonly trigger?: Trigger | undefined;
  /** What is shown as badges. */
  readonly findings?: readonly PictureFinding[];
  /** The names of flows of the account, by canonical id. */
  readonly flowNames?: ReadonlyMap<string, string>;
}

/** What a picture says of a finding, and where it is. */
export type PictureFinding = Pick<Finding, 'offset' | 'end' | 'severity' | 'message'>;

/**
 * The parts of the picture of a flow: every action, every edge of its graph, and every end, once; but no way for values that fit no case where a case always
 * fits.
 *
 * The picture shows what the engine does. It also has the edges that only VoIPbin's documentation knows, and they say so.
 */
export function pictureOf(
  model: FlowModel,
  { trigger, findings = [], flowNames = new Map() }: PictureOptions = {},
): Picture {
  const observed = graphOf(model, 'observed', trigger);
  const documented = graphOf(model, 'documented', trigger);
  const unrun = unrunScopes(model, observed);
  const badges = badgesOf(model, findings);
  const keys = keysOf(model);
  const keyOf = (action: ActionNode) => keys.get(action) ?? '';
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [];
  const actions = new Map<string, ActionNode>();
  const graphEdges = new Map<string, Edge>();

  const addEdge = (edge: Edge, siblings: readonly Edge[], lane: number, isDocumentedOnly: boolean) => {
    const from = keyOf(edge.from);
    let key = `${from} ${edge.name}`;
    for (let more = 2; graphEdges.has(key); more++) key = `${from} ${edge.name} ${more}`;
    const to = edge.to ? keyOf(edge.to) : `end of ${key}`;
    if (!edge.to) {
      nodes.push(endNode(to, edge, lane, flowNames));
      actions.set(to, edge.from);
    }
    graphEdges.set(key, edge);
    edges.push({
      key,
      from,
      to,
      kind: edge.kind,
      text: edgeText(edge, siblings, isDocumentedOnly),
      isDocumentedOnly,
      isDrop: isDrop(edge),
    });
  };

  for (const [lane, scope] of model.scopes.entries()) {
    const start = `start of ${lane}`;
    const why = unrun.get(scope);
    nodes.push({
      ...plain(start, 'start', lane, scope.owner ? 'New call' : 'Start'),
      isUnreachable: why !== undefined,
    });
    if (scope.owner) {
      actions.set(start, scope.owner);
      if (why !== 'unread') edges.push({ ...arrow(keyOf(scope.owner), start, 'call'), text: 'places' });
    }
    const [first] = scope.actions;
    if (first) edges.push(arrow(start, keyOf(first), 'start'));
    else {
      const end = `end of ${start}`;
      nodes.push(plain(end, 'end', lane, 'no actions'));
      edges.push(arrow(start, end, 'start'));
    }
    for (const action of scope.actions) {
      const key = keyOf(action);
      actions.set(key, action);
      const isUnreachable = why !== undefined || !observed.isReachable(action);
      nodes.push({ ...actionNode(key, action, lane), isUnreachable, badges: badges.get(action) ?? none });
      const isTaken = (edge: Edge) => !isIdle(model, edge);
      const own = observed.from(action).filter(isTaken);
      for (const edge of own) addEdge(edge, own, lane, false);
      const known = documented.from(action).filter(isTaken);
      for (const edge of known) if (!own.some((drawn) => isSame(drawn, edge))) addEdge(edge, known, lane, true);
      for (const { text, flow } of flowsBeside(action)) {
        const to = `${text} of ${key}`;
        nodes.push(plain(to, 'elsewhere', lane, flowTitle(flow, flowNames)));
        actions.set(to, action);
        edges.push({ ...arrow(key, to, 'nested'), text });
      }
    }
  }
  const lanes = model.scopes.map(
    (scope): Lane => ({ title: laneTitle(model, scope), owner: scope.owner && keyOf(scope.owner) }),
  );
  return { lanes, nodes, edges, actions, graphEdges };
}

const none: readonly Badge[] = [];

const isSame = (edge: Edge, other: Edge) =>
  edge.kind === other.kind && edge.to === other.to && edge.reference === other.reference;

/** The id if no other action of the list has it, otherwise the type and a number. */
function keysOf(model: FlowModel): ReadonlyMap<ActionNode, string> {
  const keys = new Map<ActionNode, string>();
  for (const [lane, scope] of model.scopes.entries()) {
    const counts = new Map<string, number>();
    for (const action of scope.actions) {
      const { id } = action;
      if (id !== undefined && scope.byId.get(id)?.length === 1) {
        keys.set(action, `${lane} ${id}`);
        continue;
      }
      const type = action.type ?? '';
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      keys.set(action, `${lane} ${type} #${count}`);
    }
  }
  return keys;
}

function badgesOf(model: FlowModel, findings: readonly PictureFinding[]): ReadonlyMap<ActionNode, readonly Badge[]> {
  const badges = new Map<ActionNode, Badge[]>();
  for (const { offset, end, severity, message } of findings) {
    // The bracket of an action itself is not within the action.
    const action = locate(model, Math.min(offset + 1, end)).action;
    if (action) addTo(badges, action, { severity, message });
  }
  return badges;
}

function plain(key: string, kind: PictureNode['kind'], lane: number, title: string): PictureNode {
  return {
    key,
    kind,
    lane,
    title,
    detail: [],
    label: title,
    category: undefined,
    waits: undefined,
    isUnreachable: false,
    isDrop: false,
    badges: none,
    run: [],
    folded: [],
  };
}

function arrow(from: string, to: string, kind: PictureEdge['kind']): PictureEdge {
  return { key: `${from} ${kind} ${to}`, from, to, kind, text: '', isDocumentedOnly: false, isDrop: false };
}

function actionNode(key: string, action: ActionNode, lane: number): PictureNode {
  const { definition } = action;
  return {
    ...plain(key, 'action', lane, titleOf(action)),
    detail: wrap(actionDetail(action, 80)),
    label: actionLabel(action, 100),
    category: definition?.category,
    waits: waits(action) ? definition?.waits : undefined,
  };
}

/** Type and name, on one line of a node. */
function titleOf({ type, name }: ActionNode): string {
  const title = shorten(type ?? '', 22) || 'action without type';
  const room = 23 - title.length;
  return name === undefined || room < 5 ? title : `${title} · ${shorten(name, room)}`;
}

function endNode(key: string, edge: Edge, lane: number, flowNames: FlowNames): PictureNode {
  if (isDrop(edge)) return { ...plain(key, 'end', lane, 'dropped'), isDrop: true };
  if (!edge.open) return plain(key, 'end', lane, own(endWords, edge.from.type ?? '') ?? 'ends');
  const title =
    edge.kind === 'nested'
      ? nestedTitle(edge.from, flowNames)
      : edge.from.scope.fragment
        ? 'rest of the list'
        : 'decided in the call';
  return plain(key, 'elsewhere', lane, title);
}

const endWords: Readonly<Record<string, string>> = { hangup: 'hangs up', stop: 'stops' };

/** The title of a list from elsewhere that runs within an action. */
function nestedTitle({ type, option }: ActionNode, flowNames: FlowNames): string {
  if (type === 'fetch') return `actions of ${shorten(textOf(member(option, 'event_url')) ?? 'a server', 24)}`;
  if (type === 'fetch_flow') return flowTitle(textOf(member(option, 'flow_id')) ?? '', flowNames);
  return 'waiting flow';
}

type FlowNames = ReadonlyMap<string, string>;

function flowTitle(id: string, names: FlowNames): string {
  return `flow ${shorten(names.get(canonicalUuid(id) ?? '') ?? shorten(id, 9), 24)}`.trim();
}

/** The flows of the account that an action starts beside its own flow: in the calls that it places, or at the end of a recording or transcription. */
function flowsBeside({ type, option }: ActionNode): readonly { readonly text: string; readonly flow: string }[] {
  return Object.entries(beside).flatMap(([name, text]) => {
    // A fetched flow is drawn as a way.
    if (type === 'fetch_flow') return [];
    const flow = textOf(member(option, name));
    return flow === undefined || givenId(flow) === undefined ? [] : [{ text, flow }];
  });
}

const beside: Readonly<Record<string, string>> = { flow_id: 'places', on_end_flow_id: 'when it ends' };

/** The name of a list where there are several; `""` for the only one. */
function laneTitle({ scopes }: FlowModel, { owner, list }: Scope): string {
  if (owner) return 'New call';
  const isOne = scopes.filter((scope) => !scope.owner).length < 2;
  const name = textOf(member(list.parent, 'name'));
  return isOne ? '' : shorten(name ?? `flow ${(list.parent?.index ?? 0) + 1}`, 40);
}
