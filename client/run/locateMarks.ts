import { type ActionNode, actionAtPath, type FlowModel, readFlow, sameActions } from '../../flow';
import type { ShownRun } from './run';
import { runModel } from './runModel';
import { type Mark, marksOf } from './traceModel';

/** A mark and the action that it stands at in the text as it is now. */
export interface LocatedMark {
  readonly mark: Mark;
  readonly action: ActionNode;
}

/** The marks of a run in the text of its document as it is now. */
export function marksIn({ document, trace }: ShownRun, text: string): readonly LocatedMark[] {
  const marks = marksOf(trace);
  if (marks.length === 0) return [];
  const then = runModel(document);
  const now = text === document.text ? then : readFlow(text, { jsonc: document.jsonc });
  return locateMarks(marks, then, now);
}

/** Where the marks of a run stand in a document that may have been edited since. What cannot be found is left out. */
export function locateMarks(marks: readonly Mark[], then: FlowModel, now: FlowModel): readonly LocatedMark[] {
  if (marks.length === 0) return [];
  const same = sameActions(then, now);
  return marks.flatMap((mark) => {
    const old = actionAtPath(then, mark.path);
    const action = old && same.get(old);
    return action && action.type === mark.type ? [{ mark, action }] : [];
  });
}
