import { layOutMembers } from '../../edit/layOutMembers';
import type { Refactoring } from '../refactoring';
import { extractionOf, isInLines, listAt, replaceBy } from './extraction';
import { sampleParties } from './sampleParties';

export const extractCall: Refactoring = {
  name: 'extract-call',
  kind: 'extract',
  offer(selection) {
    const extraction = extractionOf(selection);
    if (!extraction) return undefined;
    const inLines = isInLines(extraction);
    return {
      title: `Extract ${extraction.what} into a new call`,
      edits: () =>
        replaceBy(extraction, 'call', inLines, (format, indent) => {
          const list = listAt(extraction, format, indent + format.unit);
          return layOutMembers([...sampleParties, ['actions', list]], { ...format, indent, inLines });
        }),
    };
  },
};
