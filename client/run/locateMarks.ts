import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
import { pathKey } from './path';
import { actionsByPath, type Mark } from './traceModel';

/** A mark and the action that it stands at in the text as it is now. */
export interface LocatedMark {
  readonly mark: Mark;
  readonly action: ActionNode;
}

/**
 * Where the marks of a run stand in a document that may have been edited since: by the id of the action, else at the same place, as long as
 * the type there is the same. What cannot be found is left out.
 */
export function locateMarks(marks: readonly Mark[], then: FlowModel, now: FlowModel): readonly LocatedMark[] {
  const before = actionsByPath(then);
  const here = then.text === now.text ? before : actionsByPath(now);
  return marks.flatMap((mark) => {
    const old = before.get(pathKey(mark.path));
    const byId = old?.id === undefined ? undefined : now.actions.find(({ id }) => id === old.id);
    const action = byId ?? (old?.id === undefined ? here.get(pathKey(mark.path)) : undefined);
    return action && action.type === mark.type ? [{ mark, action }] : [];
  });
}
