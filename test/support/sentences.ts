/** A sentence of a page, with the line at which its paragraph or list item begins. */
export interface Sentence {
  readonly line: number;
  readonly text: string;
  readonly words: number;
  readonly inList: boolean;
}

/**
 * The sentences of a page in Markdown, without code blocks, tables, headings and comments. A code span or a link is one word. A colon does not end a
 * sentence; the list after it does.
 */
export function sentencesOf(page: string): readonly Sentence[] {
  return blocksOf(page).flatMap(({ line, lines, inList }) =>
    lines
      .join(' ')
      .replace(/`[^`]*`/g, 'CODE')
      .replace(/!?\[[^\]]*\]\([^)]*\)/g, 'LINK')
      .split(sentenceEnd)
      .map((text) => ({ line, text, words: wordsOf(text), inList })),
  );
}

/** A full stop or the like and what begins after it, or the dot between the facts about a check. */
const sentenceEnd = /(?<=[.?!][*_"')]*)\s+(?=[*_"'(“]*[\p{Lu}\d…/])| · /u;

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

interface Block {
  readonly line: number;
  readonly lines: string[];
  readonly inList: boolean;
}

/** Paragraphs and list items, by their lines. */
function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let isFenced = false;
  let open: Block | undefined;
  for (const [at, raw] of page.split('\n').entries()) {
    const line = raw.trim();
    const isFence = line.startsWith('```');
    if (isFence) isFenced = !isFenced;
    const isCode = isFenced || isFence || (raw.startsWith('    ') && !open);
    const item = /^(?:[-*]|\d+\.)\s+(.*)$/.exec(line)?.[1];
    if (isCode || line === '' || /^(?:\||#|<!--)/.test(line)) {
      open = undefined;
    } else if (open && item === undefined) {
      open.lines.push(line);
    } else {
      open = { line: at + 1, lines: [item ?? line], inList: item !== undefined };
      blocks.push(open);
    }
  }
  return blocks;
}
