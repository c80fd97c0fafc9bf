import { type ActionCoverage, type ActionNode, type Coverage, figuresOf, sameActions } from '../../flow';
import { actionsOf, type Drawn } from './drawn';
import type { Light, Lights } from './pictureProtocol';

/** What tests cover, as colors of a picture: each action, and each way on where there are several. */
export function coverageOnPicture(
  { model, picture }: Drawn,
  coverage: Coverage,
): Pick<Lights, 'nodes' | 'edges' | 'note'> {
  const now = sameActions(coverage.model, model);
  const covered = new Map<ActionNode, ActionCoverage>();
  for (const actionCoverage of coverage.actions) {
    const action = now.get(actionCoverage.action);
    if (action) covered.set(action, actionCoverage);
  }
  const nodes: Record<string, { kind: Light; text: string }> = {};
  for (const { key } of picture.nodes) {
    const found = actionsOf({ model, picture }, key).flatMap((action) => covered.get(action) ?? []);
    const [only, ...more] = found;
    if (only) nodes[key] = more.length === 0 ? lightOf(only) : lightOfRun(found);
  }
  const edges: Record<string, Light> = {};
  for (const { key, isDocumentedOnly } of picture.edges) {
    const edge = picture.graphEdges.get(key);
    const from = edge && covered.get(edge.from);
    if (!edge || !from || isDocumentedOnly) continue;
    const to = edge.to && covered.get(edge.to);
    const named = from.edges.find((way) => way.edge.name === edge.name && way.edge.to === to?.action);
    if (named) edges[key] = named.count > 0 ? 'covered' : 'missed';
    else if (from.edges.length === 0 && from.count > 0 && (to === undefined || to.count > 0)) edges[key] = 'covered';
  }
  const { actions, ways } = figuresOf([coverage]);
  const note = `Coverage of the last test run: ${actions.covered} of ${actions.total} actions, ${ways.covered} of ${ways.total} ways.`;
  return { nodes, edges, note };
}

function lightOf({ count, edges }: ActionCoverage): { kind: Light; text: string } {
  if (count === 0) return { kind: 'missed', text: 'not covered' };
  const taken = edges.filter((edge) => edge.count > 0).length;
  return taken === edges.length
    ? { kind: 'covered', text: `${count}×` }
    : { kind: 'partly', text: `${count}× · ${taken} of ${edges.length} ways` };
}

/** Of a straight run that is one box. */
function lightOfRun(all: readonly ActionCoverage[]): { kind: Light; text: string } {
  const covered = all.filter(({ count }) => count > 0);
  if (covered.length === 0) return { kind: 'missed', text: 'not covered' };
  if (covered.length < all.length) return { kind: 'partly', text: `${covered.length} of ${all.length} actions` };
  const lights = all.map(lightOf);
  return lights.find(({ kind }) => kind !== 'covered') ?? { kind: 'covered', text: `${all[0]?.count}×` };
}
