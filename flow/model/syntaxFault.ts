import { linesOf } from '../json/linesOf';
import { firstFault } from '../json/parse';
import type { FlowModel } from './flowModel';

/** That a text is not JSON, as the rest of a sentence behind the name of its file; undefined where it is, or is empty. */
export function syntaxFault({ text, issues }: FlowModel): string | undefined {
  const fault = firstFault(issues);
  if (!fault) return undefined;
  const { line, column } = linesOf(text).placeAt(fault.offset);
  return `is not valid JSON at ${line}:${column}`;
}
