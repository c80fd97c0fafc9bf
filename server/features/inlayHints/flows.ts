import type { FlowModel } from '../../../flow/model/flowModel';
import { flowReferences } from '../../../flow/model/flowReferences';
import { shorten } from '../../../flow/text/shorten';
import { pathFrom } from '../../workspace/pathFrom';
import { placeOfFlow } from '../../workspace/placeOfFlow';
import type { Workspace } from '../../workspace/workspace';
import type { Hint } from './hint';

/** What stands behind an arrow has room for this many characters. */
const room = 36;

/** Which flow of the workspace each value names that names one. */
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
