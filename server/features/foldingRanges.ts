import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { lineEnd, lineStart } from '../../flow';
import type { WrittenDocument } from '../text/rangeOf';

/**
 * What can be folded: objects and arrays without the line of their closing bracket, comments of several lines, and `// #region` … `// #endregion`.
 *
 * Read from the tokens, as VS Code's JSON support does, so that a text that is broken in one place folds in all others. Of ranges that begin on
 * one line the outermost is given.
 */
export function foldingRanges(document: WrittenDocument): FoldingRange[] {
  const { text } = document;
  const lineOf = (offset: number) => document.positionAt(offset).line;
  const ranges: FoldingRange[] = [];
  const open: { readonly closedBy: string; readonly line: number }[] = [];
  const regions: number[] = [];
  let comments: { readonly first: number; last: number } | undefined;

  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    if (endLine > startLine) ranges.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
  };
  const endComments = () => {
    if (comments) add(comments.first, comments.last, FoldingRangeKind.Comment);
    comments = undefined;
  };

  const tokens = new RegExp(textOrFold);
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const [token] = found;
    const { index: offset } = found;
    const end = offset + token.length;
    if (token.startsWith('"')) continue;
    if (token.startsWith('//')) {
      const line = lineOf(offset);
      const mark = /^\/\/\s*#(region|endregion)\b/.exec(token)?.[1];
      // A comment after a value does not belong to a block of comments.
      const alone = text.slice(lineStart(text, offset), offset).trim() === '';
      if (mark || !alone || comments?.last !== line - 1) endComments();
      if (mark === 'region') regions.push(line);
      else if (mark) add(regions.pop() ?? line, line, FoldingRangeKind.Region);
      else if (comments) comments.last = line;
      else if (alone) comments = { first: line, last: line };
      continue;
    }
    endComments();
    if (token === '{' || token === '[') open.push({ closedBy: token === '{' ? '}' : ']', line: lineOf(offset) });
    else if (open[open.length - 1]?.closedBy === token) add(open.pop()?.line ?? 0, lineOf(offset) - 1);
    else if (token.startsWith('/*')) {
      // A comment without an end would swallow the rest of the text: only its first line counts.
      if (token.length > 3 && token.endsWith('*/')) add(lineOf(offset), lineOf(end), FoldingRangeKind.Comment);
      else tokens.lastIndex = lineEnd(text, offset);
    }
  }
  endComments();
  return outermost(ranges);
}

/** A text, in which nothing folds and which ends with its line at the latest; a comment, the beginning of one without an end, or a bracket. */
const textOrFold = /"[^"\\\r\n]*(?:\\[\s\S][^"\\\r\n]*)*"?|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/)?|[{}[\]]/g;

function outermost(ranges: readonly FoldingRange[]): FoldingRange[] {
  const byStart = new Map<number, FoldingRange>();
  for (const range of ranges) {
    const other = byStart.get(range.startLine);
    if (!other || other.endLine < range.endLine) byStart.set(range.startLine, range);
  }
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
}
