import {
  type ActionNode,
  type Edge,
  type EdgeName,
  type FlowModel,
  goesOn,
  type Picture,
  type Scope,
} from '../../flow';

/** A flow and the picture that is shown of it. */
export interface Drawn {
  readonly model: FlowModel;
  readonly picture: Picture;
}

/** The action of a node; undefined for starts, ends and actions that no longer exist. */
export function actionOf({ picture }: Drawn, key: string): ActionNode | undefined {
  return picture.nodes.some((node) => node.key === key && node.kind === 'action')
    ? picture.actions.get(key)
    : undefined;
}

/** The actions of the straight run that a node is, from the first to the last; its own action where it is one. */
export function actionsOf(drawn: Drawn, key: string): readonly ActionNode[] {
  const own = actionOf(drawn, key);
  const run = drawn.picture.nodes.find((node) => node.key === key)?.run ?? [];
  if (!own || run.length === 0) return own ? [own] : [];
  return run.flatMap((inside) => drawn.picture.actions.get(inside.key) ?? []);
}

/** The list of an arrow that begins at its start. */
export function startedBy({ model, picture }: Drawn, edge: string): Scope | undefined {
  const start = picture.edges.find(({ key, kind }) => key === edge && kind === 'start');
  const lane = picture.nodes.find(({ key }) => key === start?.from)?.lane;
  return lane === undefined ? undefined : model.scopes[lane];
}

/** The way of an edge that its author can lead elsewhere; undefined where it cannot. */
export function wayOf({ kind, reference, name, from }: Edge): EdgeName | undefined {
  const isNext = kind === 'next' || kind === 'next_id' || kind === 'end' || kind === 'restart';
  if (isNext && !goesOn(from)) return undefined;
  if (isNext) return 'next';
  if (kind === 'goto' || kind === 'default' || kind === 'false') return kind;
  return kind === 'case' ? { case: reference?.caseKey ?? name } : undefined;
}

/**
 * The keys of arrows that no author can change: what ends a flow goes nowhere, a fetched list is not in the file, and neither is that of an action which
 * is the whole text.
 */
export function fixedEdges({ model, picture }: Drawn): string[] {
  const isAlone = model.scopes.some(({ fragment }) => fragment);
  if (isAlone) return picture.edges.map(({ key }) => key);
  return picture.edges.flatMap(({ key, kind, isDocumentedOnly }) => {
    const edge = picture.graphEdges.get(key);
    const canChange = kind === 'start' || (!isDocumentedOnly && edge && wayOf(edge) !== undefined);
    return canChange ? [] : [key];
  });
}
