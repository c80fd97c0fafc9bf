import type { FoldingRange } from 'vscode-languageserver';
import type { Abilities } from '../abilities';

/** What can be folded, as a client takes it: of too many the outermost, in order of the text. */
export function foldingRangesFor(ranges: readonly FoldingRange[], { folding }: Abilities): FoldingRange[] {
  const { limit, kinds } = folding;
  return outermost(ranges, limit).map(({ kind, ...range }) =>
    kind && (!kinds || kinds.has(kind)) ? { ...range, kind } : range,
  );
}

function outermost(ranges: readonly FoldingRange[], limit: number): readonly FoldingRange[] {
  if (ranges.length <= limit) return ranges;
  const around: number[] = [];
  const byDepth = ranges.map((range) => {
    while (around.length > 0 && (around[around.length - 1] ?? 0) < range.startLine) around.pop();
    around.push(range.endLine);
    return { range, depth: around.length };
  });
  return byDepth
    .sort((a, b) => a.depth - b.depth)
    .slice(0, limit)
    .map(({ range }) => range)
    .sort((a, b) => a.startLine - b.startLine);
}
