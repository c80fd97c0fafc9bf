import { type ActionPlace, actionAtPath, actionLabel, type FlowModel, findQuirk, type Parting } from '../../flow';
import type { PathOfPlace } from './traceOfEvents';

/** Where VoIPbin's documentation has a flow go on otherwise than its engine does, and why, for people. */
export function partingText(
  { place, quirks, documented, observed }: Parting,
  model: FlowModel,
  pathOfPlace: PathOfPlace,
): string {
  const named = (at: ActionPlace) => {
    const node = actionAtPath(model, pathOfPlace(at, undefined));
    return node ? actionLabel(node) : at.type;
  };
  const way = (next: ActionPlace | undefined) => (next ? `continues with ${named(next)}` : 'ends there');
  const at = place ? `at ${named(place)}` : 'before the first action';
  const reasons = quirks.flatMap((name) => findQuirk(name)?.observed ?? []);
  const same = documented.next?.index === observed.next?.index;
  const ways = same
    ? `According to the documentation it ends differently: ${documented.end.detail}`
    : `According to the documentation it ${way(documented.next)}; the engine ${way(observed.next)}.`;
  return [`Documentation and engine differ ${at}. ${ways}`, ...reasons].join(' ');
}
