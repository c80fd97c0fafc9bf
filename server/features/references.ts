import type { Location } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { findNamed, type Named, variableNamed } from '../text/named';
import { listOccurrences } from '../text/occurrences';
import { rangeOf, type TextPlaces } from '../text/rangeOf';
import { flowAt } from '../workspace/flowAt';
import { placesOfFlow } from '../workspace/placesOfFlow';
import { variableKin } from '../workspace/variableKin';
import { noWorkspace, type Workspace } from '../workspace/workspace';

/**
 * Every place that names the action or variable at an offset, in order of the text; of a variable in the flows that share it too, of a flow in the
 * whole workspace. Null where nothing is named.
 */
export function references(
  model: FlowModel,
  offset: number,
  document: TextPlaces,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
  workspace: Workspace = noWorkspace,
): Location[] | null {
  const named = findNamed(model, offset);
  const flow = named ? undefined : flowAt(model, offset, document.uri, workspace);
  if (flow) return placesOfFlow(flow, { model, document, workspace, includeDeclaration });
  if (!named) return null;
  const inFile = (target: Named, of: FlowModel, places: TextPlaces) =>
    listOccurrences(of, target)
      .filter((occurrence) => includeDeclaration || !occurrence.declares)
      .map((occurrence) => ({ uri: places.uri, range: rangeOf(places, occurrence.place) }));
  const own = inFile(named, model, document);
  if (named.kind === 'action') return own;
  const elsewhere = variableKin(workspace, document.uri, named.name).flatMap((file) => {
    const other = file.read();
    return inFile(variableNamed(named.name), other.model, other);
  });
  return [...own, ...elsewhere];
}
