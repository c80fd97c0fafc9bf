import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { InlayHintKinds } from '../../flow';
import { placeOf, type ReadDocument, type TextPlaces } from '../text/rangeOf';
import { noWorkspace, type Workspace } from '../workspace/workspace';
import { durationHints } from './inlayHints/durations';
import { flowHints } from './inlayHints/flows';
import type { Hint } from './inlayHints/hint';
import { loopHints } from './inlayHints/loops';
import { targetHints } from './inlayHints/targets';
import { variableHints } from './inlayHints/variables';

/** More than a screen shows. */
const maxHints = 2000;

/**
 * What the text of a range does not say by itself, in order of the text: where a target leads, how long a time is, how often a loop can go round,
 * and what a variable holds at the start; those kinds that are on.
 */
export function inlayHints(
  document: ReadDocument,
  range: Range,
  kinds: InlayHintKinds,
  workspace: Workspace = noWorkspace,
): InlayHint[] {
  const { model } = document;
  // Of what the server wrote, as well as of a flow, ids say nothing by themselves.
  const { offset, end } = placeOf(document, range);
  const within = (hint: Hint) => hint.offset >= offset && hint.offset <= end;
  const hints = [
    ...(kinds.targets ? [...targetHints(model), ...flowHints(model, document.uri, workspace)] : []),
    ...(kinds.durations ? durationHints(model) : []),
    ...(kinds.loops ? loopHints(model) : []),
    ...(kinds.variables ? variableHints(model) : []),
  ].filter(within);
  return hints
    .sort((a, b) => a.offset - b.offset)
    .slice(0, maxHints)
    .map((hint) => toInlayHint(hint, document));
}

function toInlayHint({ offset, label, tooltip, to, elsewhere }: Hint, document: TextPlaces): InlayHint {
  const target = to === undefined ? undefined : document.positionAt(to);
  const location = target ? { uri: document.uri, range: { start: target, end: target } } : elsewhere;
  return {
    position: document.positionAt(offset),
    label: location ? [{ value: label, location }] : label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(tooltip === undefined ? {} : { tooltip }),
  };
}
