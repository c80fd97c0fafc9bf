import { lineEnd, lineStart, skipSpacesBack } from '../json/lineAround';
import type { Place } from '../json/place';
import type { Edit } from './edit';
import { type Gap, isComment, listGaps } from './listGaps';

/** How an editor expects a text laid out; what is left out is as LSP has it. */
export interface FormatOptions {
  /** Columns of one level; anything from 1 to 16 is taken as it is. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Puts a line break at the end of the text. */
  readonly insertFinalNewline?: boolean | undefined;
  /** `false` keeps more than one line break at the end of the text. */
  readonly trimFinalNewlines?: boolean | undefined;
  /** Takes blanks from the ends of lines in comments too; elsewhere there are none after formatting. */
  readonly trimTrailingWhitespace?: boolean | undefined;
  /** Adds and removes no line breaks, as the setting of the same name of VS Code's JSON support. */
  readonly keepLines?: boolean | undefined;
}

/**
 * The edits that lay out a JSON text, or the lines of a range of it, in order: white space alone changes, comments stay, and so does one blank line.
 *
 * From the first line on that is not JSON, such as one with a text that is not closed, nothing is touched. Undefined where brackets are nested so
 * deep that the indentation would outgrow memory.
 */
export function formatText(text: string, layout: FormatOptions, range?: Place): Edit[] | undefined {
  const gaps = listGaps(text);
  if (!gaps) return undefined;
  const from = range ? lineStart(text, range.offset) : 0;
  const to = range ? lineEnd(text, range.end) : text.length;
  const unit = layout.insertSpaces ? ' '.repeat(columns(layout.tabSize)) : '\t';
  const style = { ...layout, eol: eolOf(text), indents: indentsOf(unit) };
  const edits: Edit[] = [];
  const add = (offset: number, end: number, content: string) => {
    if (offset < from || end > to) return;
    if (end - offset !== content.length || !text.startsWith(content, offset))
      edits.push({ offset, end, text: content });
  };
  let shift = range ? undefined : 0;
  let last: Gap | undefined;
  for (const gap of gaps) {
    if (last && layout.trimTrailingWhitespace && isComment(last.after))
      for (const blank of trailingBlanks(text, last.end, gap.offset)) add(blank.offset, blank.end, '');
    last = gap;
    if (shift === undefined && gap.end >= from) shift = levelAt(text, from, columns(layout.tabSize)) - gap.depth;
    const level = Math.max(0, gap.depth + (shift ?? 0));
    // Of the first line of a range the indentation alone is within it.
    if (gap.offset < from && gap.end >= from && gap.end <= lineEnd(text, from))
      add(from, gap.end, style.indents(level));
    else add(gap.offset, gap.end, fill(text, gap, level, style));
  }
  return edits;
}

const columns = (tabSize: number) => (Number.isFinite(tabSize) ? Math.min(16, Math.max(1, Math.floor(tabSize))) : 2);

/** The indentation of a level; most levels have thousands of lines. */
function indentsOf(unit: string): (level: number) => string {
  const made: string[] = [];
  return (level) => {
    const known = made[level] ?? unit.repeat(level);
    made[level] = known;
    return known;
  };
}

interface Style extends FormatOptions {
  readonly eol: string;
  /** What a line of a level begins with. */
  readonly indents: (level: number) => string;
}

/** What a gap becomes. It depends on the tokens beside it, and on what of the gap formatting keeps: so a second time changes nothing. */
function fill(text: string, gap: Gap, level: number, style: Style): string {
  const { before, anchor, after, breaks } = gap;
  const isCommaOrColon = after === ',' || after === ':';
  // Most gaps are these.
  if (isCommaOrColon && before === 'value' && breaks === 0) return '';
  if (after === 'end') return atEnd(gap, style);
  if (before === undefined) return style.keepLines ? style.eol.repeat(breaks) : '';
  // Most gaps have no line break, before a comma or behind a colon.
  const broken = () => lineBreak(gap, level, style);
  if (before === 'line comment') return broken();
  if (isComment(after)) return breaks > 0 ? broken() : ' ';
  if (style.keepLines && breaks > 0) return broken();
  const empty = anchor === 'open' && after === 'close';
  if (isCommaOrColon) return isComment(anchor) && breaks > 0 ? broken() : '';
  if (after === 'close' || anchor === 'open' || anchor === ',') {
    if (empty) return isComment(before) ? ' ' : '';
    if (!style.keepLines) return broken();
    return gap.end > gap.offset || anchor === ',' ? ' ' : '';
  }
  if (anchor === ':') return ' ';
  // A comment on a line of its own, or a comma that is missing: what stands here was not meant to be joined.
  if (breaks > 0) return broken();
  return isComment(before) ? ' ' : text.slice(gap.offset, gap.end);
}

/** The line breaks of a gap, and the indentation behind them. */
function lineBreak({ before, after, breaks }: Gap, level: number, { keepLines, eol, indents }: Style): string {
  const kept = Math.min(breaks, keepLines ? Number.POSITIVE_INFINITY : 2);
  const count = keepLines || !(before === 'open' || after === 'close') ? Math.max(1, kept) : 1;
  return (count === 1 ? eol : eol.repeat(count)) + indents(level);
}

function atEnd({ breaks, before }: Gap, { eol, insertFinalNewline, trimFinalNewlines }: Style): string {
  const kept = trimFinalNewlines === false ? breaks : Math.min(breaks, 1);
  return eol.repeat(insertFinalNewline && before !== undefined ? Math.max(1, kept) : kept);
}

/** The blanks at the ends of the lines of a comment. */
function* trailingBlanks(text: string, offset: number, end: number): Generator<Place> {
  for (let at = offset; at < end; at = lineEnd(text, at) + 1) {
    const stop = Math.min(lineEnd(text, at), end);
    const start = Math.max(at, skipSpacesBack(text, stop));
    if (start < stop) yield { offset: start, end: stop };
  }
}

/** The line break that a text uses first; `\n` where it has none. */
function eolOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

/** How many levels a line is indented by. */
function levelAt(text: string, start: number, tabSize: number): number {
  let width = 0;
  for (let at = start; text[at] === ' ' || text[at] === '\t'; at++) width += text[at] === '\t' ? tabSize : 1;
  return Math.floor(width / tabSize);
}
