import { type FlowModel, flowReferences, shorten } from '../../../flow';
import { pathFrom } from '../../workspace/pathFrom';
import { placeOfFlow } from '../../workspace/placeOfFlow';
import type { Workspace } from '../../workspace/workspace';
import type { Hint } from './hint';

/** The most characters after an arrow. */
const room = 36;

/** For each value that names a flow of the workspace: which one. */
export function flowHints(model: FlowModel, uri: string, workspace: Workspace): Hint[] {
  return flowReferences(model).flatMap(({ node, id }): Hint[] => {
    const file = workspace.filesOf(id).at(-1);
    if (!file) return [];
    const path = pathFrom(file.uri, uri);
    return [
      {
        offset: node.end,
        label: `→ ${shorten(file.facts.name ?? path, room)}`,
        tooltip: `The flow of ${path}.`,
        elsewhere: { uri: file.uri, range: placeOfFlow(file.read()) },
      },
    ];
  });
}
