import { applyEdits } from '../../edit/edit';
import { lineEnd } from '../../json/lineAround';
import { findMissingQuote } from '../../json/missingQuote';
import type { Place } from '../../json/place';
import { unclosedLine } from '../../json/unclosedLine';
import { buildFlowModel, type FlowModel } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { shorten } from '../../text/shorten';
import type { SyntaxMistake } from './syntaxMistake';

/** A double quote is missing within a line, and nothing that the line says can be read without it. */
export interface QuoteMissing {
  readonly mistake: SyntaxMistake;
  readonly line: Place;
  /** Where the quote was put in `mended`. */
  readonly offset: number;
  readonly mended: FlowModel;
}

/**
 * The first quote that is missing within a line of a document; undefined where none is, or where adding one does not mend its line.
 *
 * A text that is open at the end of its line is told elsewhere: it may go on in the next line.
 */
export const quoteMissing = (model: FlowModel): QuoteMissing | undefined => found(model).missing;

const found = perModel((model): { readonly missing?: QuoteMissing | undefined } => ({ missing: find(model) }));

function find(model: FlowModel): QuoteMissing | undefined {
  const { text, jsonc, issues } = model;
  if (!issues.some(({ code }) => code === 'InvalidSymbol' || code === 'UnexpectedEndOfString')) return undefined;
  const start = unclosedLine(text);
  const quote = start === undefined ? undefined : findMissingQuote(text, start);
  if (start === undefined || !quote) return undefined;
  const line = { offset: start, end: lineEnd(text, start) };
  if (!quote.opens && /^[\s,]*$/.test(text.slice(quote.offset, line.end))) return undefined;
  const edit = { offset: quote.offset, end: quote.offset, text: '"' };
  const mended = buildFlowModel(applyEdits(text, [edit]), { jsonc });
  if (mended.issues.some(({ offset }) => line.offset <= offset && offset <= line.end)) return undefined;
  const content = shorten(text.slice(quote.begins, quote.ends), 30);
  const where = quote.opens ? 'before' : 'after';
  return {
    mistake: {
      at: { offset: quote.opens ? quote.begins : quote.begins - 1, end: quote.opens ? quote.ends + 1 : quote.ends },
      message: `A double quote (\`"\`) is missing ${where} \`${content}\`. Without it the rest of the line cannot be read. Add it.`,
      fixes: [{ title: 'Add the double quote', edits: [edit], ...(quote.sure ? { preferred: true } : {}) }],
    },
    line,
    offset: quote.offset,
    mended,
  };
}
