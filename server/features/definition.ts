import type { LocationLink } from 'vscode-languageserver-types';
import type { Place } from '../../flow/checks/check';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
import { findNamed, type Named } from '../text/named';
import { listOccurrences, listSetters } from '../text/occurrences';
import { contentOf, rangeOf, type TextPlaces } from '../text/rangeOf';

interface Target {
  readonly place: Place;
  readonly around: Place;
}

/**
 * Where the name at an offset leads: from a value that refers to an action to that action, from a variable to what sets it.
 *
 * On the action's own id, and where a variable is set, the way back: everything that uses it. Null where the name leads nowhere in this text.
 */
export function definition(model: FlowModel, offset: number, document: TextPlaces): LocationLink[] | null {
  const named = findNamed(model, offset);
  const targets = named && listTargets(model, named);
  if (!named || !targets || targets.length === 0) return null;
  const origin = named.kind === 'action' ? named.place : named.namePlace;
  return targets.map(({ place, around }) => ({
    originSelectionRange: rangeOf(document, origin),
    targetUri: document.uri,
    targetRange: rangeOf(document, around),
    targetSelectionRange: rangeOf(document, place),
  }));
}

function listTargets(model: FlowModel, named: Named): readonly Target[] {
  if (named.kind === 'action' && named.reference) return named.action ? [targetIn(model, named.action)] : [];
  if (named.kind === 'variable' && !named.sets) return listSetters(model, named.name);
  const uses = listOccurrences(model, named).filter((one) => !one.declares);
  if (uses.length > 0) return uses;
  // Nothing uses it: an editor that is led to where it stands already says so.
  return named.kind === 'action' && named.action
    ? [targetIn(model, named.action)]
    : [{ place: named.place, around: named.place }];
}

/** An action as a place to go to: its id, or what there is in the place of one. */
function targetIn(model: FlowModel, { node, idNode, typeNode }: ActionNode): Target {
  const name = idNode ?? typeNode;
  return { place: name ? contentOf(model.text, name) : { offset: node.offset, end: node.offset + 1 }, around: node };
}
