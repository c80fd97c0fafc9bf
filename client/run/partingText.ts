import type { FlowModel } from '../../flow/model/flowModel';
import { findQuirk, type Parting, type Place, type Simulation } from '../../flow/simulator';
import { actionLabel } from '../../flow/text/actionLabel';
import { pathKey } from './path';
import { actionsByPath } from './traceModel';
import type { PathOfPlace } from './traceOfEvents';

/** Where VoIPbin's documentation has a flow go on otherwise than its engine does, and why, for people. */
export function partingText(
  { place, quirks, documented, observed }: Parting,
  { result }: Simulation,
  model: FlowModel,
  pathOfPlace: PathOfPlace,
): string {
  const nodes = actionsByPath(model);
  const named = (at: Place) => {
    const path = pathOfPlace(at, undefined);
    const node = path && nodes.get(pathKey(path));
    return node ? actionLabel(node) : at.type;
  };
  const way = (next: Place | undefined) => (next ? `goes on with ${named(next)}` : 'ends there');
  const at = place ? `at ${named(place)}` : 'before the first action';
  const reasons = quirks.flatMap((name) => findQuirk(name)?.observed ?? []);
  const same = documented.next?.index === observed.next?.index;
  const ways = same
    ? `As documented it ends otherwise: ${result.detail}`
    : `As documented it ${way(documented.next)}; as the engine was seen to work it ${way(observed.next)}.`;
  return [`Documentation and engine part ${at}. ${ways}`, ...reasons].join(' ');
}
