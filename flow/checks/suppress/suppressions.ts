import { lineEnd } from '../../json/lineAround';
import { listComments } from '../../json/listComments';
import type { Place } from '../../json/place';
import { disableComment, disableFile, disableNextLine } from '../../model/disableComment';
import { perModel } from '../../model/perModel';
import type { Suppression } from './suppression';

/** The comments of a document that silence checks; only `*.flow.jsonc` has comments. */
export const listSuppressions = perModel((model): readonly Suppression[] => {
  const { text, jsonc } = model;
  if (!jsonc || !text.includes(disableFile)) return [];
  const comments = listComments(text);
  return comments.flatMap((comment, index): Suppression[] => {
    const read = readComment(text, comment);
    if (!read) return [];
    const silences =
      read.keyword === disableFile ? { offset: 0, end: text.length + 1 } : nextLine(text, comments.slice(index));
    return [{ ...comment, ...read, silences }];
  });
});

function readComment(text: string, { offset, end }: Place): Pick<Suppression, 'keyword' | 'codes'> | undefined {
  const comment = text.slice(offset, end);
  const head = disableComment.exec(comment);
  if (!head) return undefined;
  const rest = comment.slice(head[0].length).replace(/\*\/$/, '  ');
  // Two dashes begin a remark.
  const list = /^(.*?)(?:(?<=\s)--(?=\s)|$)/s.exec(rest)?.[1] ?? '';
  const start = offset + head[0].length;
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    offset: start + index,
    end: start + index + code.length,
  }));
  return { keyword: head[1] === disableFile ? disableFile : disableNextLine, codes };
}

/** The line behind a comment, lines passed over that are comments or empty. */
function nextLine(text: string, [comment, ...others]: readonly Place[]): Place {
  let at = lineEnd(text, comment?.end ?? 0);
  for (;;) {
    const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const other = others.find(({ offset }) => offset === start);
    if (!other) return { offset: start, end: lineEnd(text, start) };
    at = other.end;
  }
}
