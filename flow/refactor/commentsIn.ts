import { cut } from '../edit/moveInto';
import type { FlowModel } from '../model/flowModel';

/** The comments between two places of a document, with their further lines indented for another place. */
export function commentsIn({ text, issues }: FlowModel, from: number, to: number, indent: string): string[] {
  return issues
    .filter(({ code, offset, end }) => code === 'Comment' && from <= offset && end <= to)
    .map(({ offset, end }) => cut(text, offset, end, indent));
}
