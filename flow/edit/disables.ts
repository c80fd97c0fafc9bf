import { hasLineBreak, isLineBreak, lineEnd, skipSpacesBack } from '../json/lineAround';
import { listComments } from '../json/listComments';
import { type JsonNode, keyOffset } from '../json/node';
import type { Place } from '../json/place';
import { disableFile, disableNextLine, isForFile, isForNextLine } from '../model/disableComment';

/**
 * The comments that turn checks off for the line that a run of neighbours begins. They go where the first of these goes: left behind, they would silence
 * what comes in its place. None where something else stands in the line too.
 */
export function disablesOf(text: string, first: JsonNode, last: JsonNode = first): readonly Place[] {
  const siblings = first.parent?.children ?? [];
  const from = siblings[first.index - 1]?.end ?? (first.parent?.offset ?? -1) + 1;
  const to = keyOffset(first);
  const gap = text.slice(from, to);
  if (!gap.includes(disableNextLine)) return [];
  const next = siblings[last.index + 1];
  if (next && !hasLineBreak(text.slice(to, keyOffset(next)))) return [];
  const comments = listComments(gap);
  return comments.flatMap(({ offset, end }, at) => {
    if (!isForNextLine(gap.slice(offset, end))) return [];
    const rest = blanked(gap, comments.slice(at)).slice(end);
    return /^[ \t]*,?[ \t]*[\r\n]\s*(?:,[ \t]*)?$/.test(rest) ? [{ offset: from + offset, end: from + end }] : [];
  });
}

/** A text with spaces in the place of comments. */
function blanked(text: string, comments: readonly Place[]): string {
  let result = '';
  let at = 0;
  for (const { offset, end } of comments) {
    result += text.slice(at, offset) + ' '.repeat(end - offset);
    at = end;
  }
  return result + text.slice(at);
}

/** The edits that take such comments out, with the lines that they leave empty. */
export function removeDisables(text: string, first: JsonNode, last?: JsonNode) {
  return disablesOf(text, first, last).map(({ offset, end }) => {
    let start = skipSpacesBack(text, offset);
    const isAlone = text.slice(end, lineEnd(text, end)).trim() === '';
    if (isAlone && isLineBreak(text[start - 1])) start -= text.slice(start - 2, start) === '\r\n' ? 2 : 1;
    return { offset: start, end, text: '' };
  });
}

/** Such comments as lines before a text to which the first of the neighbours moves. */
export function disableLines(text: string, first: JsonNode, gap: string): string {
  return disablesOf(text, first)
    .map(({ offset, end }) => text.slice(offset, end) + gap)
    .join('');
}

/** The comments that turn checks off for the whole file, without those in a part of it. */
export function fileDisables(text: string, { offset, end }: Place): readonly string[] {
  if (!text.includes(disableFile)) return [];
  return listComments(text).flatMap((comment) => {
    const written = text.slice(comment.offset, comment.end);
    const isIn = comment.offset >= offset && comment.end <= end;
    return isForFile(written) && !isIn ? [written] : [];
  });
}
