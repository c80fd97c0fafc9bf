import { lineAndColumn } from '../json/linesOf';
import { firstFault } from '../json/parse';
import type { FlowModel } from './flowModel';

/** That a text is not JSON, as the rest of a sentence behind the name of its file; undefined where it is, or is empty. */
export function syntaxFault({ text, issues }: FlowModel): string | undefined {
  const fault = firstFault(issues);
  return fault && `is not valid JSON at ${lineAndColumn(text, fault.offset)}`;
}
