import type { Location } from 'vscode-languageserver-types';
import { findNamed, variableNamed } from '../text/named';
import { listOccurrences, listSame, locationsOf } from '../text/occurrences';
import type { ReadDocument } from '../text/rangeOf';
import { flowAt } from '../workspace/flowAt';
import { placesOfFlow } from '../workspace/placesOfFlow';
import { variableKin } from '../workspace/variableKin';
import { noWorkspace, type Workspace } from '../workspace/workspace';

/**
 * Every place that names the action or variable at an offset, in order of the text; of a variable in the flows that share it too, of a flow in the
 * whole workspace. Null where nothing is named.
 */
export function references(
  document: ReadDocument,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
  workspace: Workspace = noWorkspace,
): Location[] | null {
  const named = findNamed(document.model, offset);
  const flow = named ? undefined : flowAt(document, offset, workspace);
  if (flow) return placesOfFlow(flow, document, workspace, includeDeclaration);
  if (!named) return null;
  const own = locationsOf(listSame(document.model, named), document, includeDeclaration);
  if (named.kind === 'action') return own;
  const elsewhere = variableKin(workspace, document.uri, named.name).flatMap((place) => {
    const file = place.read();
    return locationsOf(listOccurrences(file.model, variableNamed(named.name)), file, includeDeclaration);
  });
  return [...own, ...elsewhere];
}
