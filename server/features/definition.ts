import type { LocationLink, Range } from 'vscode-languageserver-types';
import { type FlowModel, locate, readAt } from '../../flow';
import { type LinkTarget, linksTo, targetIn } from '../text/linkTarget';
import { findNamed, type Named, type NamedVariable, variableNamed } from '../text/named';
import { listOccurrences, listSame, listSetters } from '../text/occurrences';
import { type ReadDocument, rangeOf } from '../text/rangeOf';
import { flowAt } from '../workspace/flowAt';
import { placeOfFlow } from '../workspace/placeOfFlow';
import { placesOfFlow } from '../workspace/placesOfFlow';
import { variableKin } from '../workspace/variableKin';
import { noWorkspace, type Workspace } from '../workspace/workspace';

/**
 * Where the name at an offset leads: from a value that refers to an action to that action, from a variable to what sets it, in the flows that share it
 * too, and from the id of a flow to the file that is registered as this flow.
 *
 * On the action's own id, where a variable is set, and on the name of a flow, the way back: everything that uses it. Null where the name leads nowhere
 * that is known.
 */
export function definition(
  document: ReadDocument,
  offset: number,
  workspace: Workspace = noWorkspace,
): LocationLink[] | null {
  const { model } = document;
  const named = findNamed(model, offset);
  if (!named) return definitionOfFlow(document, offset, workspace);
  const originSelectionRange = rangeOf(document, named.kind === 'action' ? named.place : named.namePlace);
  const own = listTargets(model, named);
  const elsewhere =
    named.kind === 'action'
      ? []
      : variableKin(workspace, document.uri, named.name).flatMap((file) => {
          const other = file.read();
          return linksTo(targetsElsewhere(other.model, named), other, originSelectionRange);
        });
  const here = own.length > 0 || elsewhere.length > 0 ? own : selfTarget(model, named);
  const links = [...linksTo(here, document, originSelectionRange), ...elsewhere];
  return links.length > 0 ? links : null;
}

/** From an id to the files of the flow, and from the name of a flow to the values that name it. */
function definitionOfFlow(document: ReadDocument, offset: number, workspace: Workspace) {
  const flow = flowAt(document, offset, workspace);
  if (!flow) return null;
  const originSelectionRange = rangeOf(document, flow.place);
  const link = (targetUri: string, range: Range): LocationLink => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  });
  const links = flow.isOwn
    ? placesOfFlow(flow, document, workspace, false).map(({ uri, range }) => link(uri, range))
    : flow.ids.flatMap((id) => workspace.filesOf(id)).map((file) => link(file.uri, placeOfFlow(file.read())));
  return links.length > 0 ? links : null;
}

/** What the same name leads to in another file, where it is the same variable. */
function targetsElsewhere(model: FlowModel, named: NamedVariable): readonly LinkTarget[] {
  if (!named.sets) return listSetters(model, named.name);
  return listOccurrences(model, variableNamed(named.name)).filter((occurrence) => !occurrence.declares);
}

function listTargets(model: FlowModel, named: Named): readonly LinkTarget[] {
  if (named.kind === 'action' && named.reference) return named.action ? [targetIn(model.text, named.action)] : [];
  if (named.kind === 'variable' && !named.sets) {
    const { action } = locate(model, named.place.offset);
    return listSetters(model, named.name, action && readAt(action, named.by));
  }
  return listSame(model, named).filter((occurrence) => !occurrence.declares);
}

/** If nothing uses it, the declaration itself: editors say that the cursor is already there. */
function selfTarget(model: FlowModel, named: Named): readonly LinkTarget[] {
  if (named.kind === 'action' ? named.reference : !named.sets) return [];
  return named.kind === 'action' && named.action
    ? [targetIn(model.text, named.action)]
    : [{ place: named.place, around: named.place }];
}
