import { linesOf } from '../json/linesOf';
import { isHarmless } from '../json/parse';
import type { FlowModel } from '../model/flowModel';

/** Why the text of a file is not JSON, as the rest of a sentence behind the name of the file; undefined where it is. */
export function jsonFault({ text, issues, root }: FlowModel): string | undefined {
  const fault = issues.find((issue) => !isHarmless(issue));
  if (fault) {
    const { line, column } = linesOf(text).placeAt(fault.offset);
    return `is not valid JSON at ${line}:${column}`;
  }
  return root ? undefined : 'is empty';
}

export const noFlow = 'is not a flow. It needs a list of actions, or an object with `actions`';
