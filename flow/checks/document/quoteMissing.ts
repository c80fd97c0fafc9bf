import { applyEdits, type Edit } from '../../edit/edit';
import { lineEnd } from '../../json/lineAround';
import { findMissingQuote, type MissingQuote } from '../../json/missingQuote';
import type { Place } from '../../json/place';
import { unclosedLines } from '../../json/unclosedLine';
import { type FlowModel, readFlow } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { shorten } from '../../text/shorten';
import type { SyntaxMistake } from './syntaxMistake';

/** A double quote is missing within a line, and nothing that the line says can be read without it. */
export interface QuoteMissing {
  readonly mistake: SyntaxMistake;
  readonly line: Place;
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
  const [first] = listPlaces(model, 1);
  if (!first) return undefined;
  const mended = mend(model, [first]);
  return isSound(mended, first, 0) ? { mistake: first.mistake, line: first.line, mended } : undefined;
}

/** The quotes that are missing in the first lines that lack one, and the document with all of them. */
export interface QuotesMissing {
  readonly mistakes: readonly SyntaxMistake[];
  readonly edits: readonly Edit[];
  readonly mended: FlowModel;
}

/** At most so many quotes, one a line, up to the first line that one does not mend: a model for each would take the square of their number. */
export function quotesMissing(model: FlowModel, most: number): QuotesMissing | undefined {
  const places = listPlaces(model, most);
  if (places.length === 0) return undefined;
  const whole = mend(model, places);
  const amiss = places.findIndex((place, at) => !isSound(whole, place, at));
  const sound = amiss < 0 ? places : places.slice(0, amiss);
  if (sound.length === 0) return undefined;
  const mended = amiss < 0 ? whole : mend(model, sound);
  return { mistakes: sound.map(({ mistake }) => mistake), edits: sound.map(({ edit }) => edit), mended };
}

interface QuotePlace {
  readonly mistake: SyntaxMistake;
  readonly line: Place;
  readonly edit: Edit;
}

const mend = ({ text, jsonc }: FlowModel, places: readonly QuotePlace[]) =>
  readFlow(
    applyEdits(
      text,
      places.map(({ edit }) => edit),
    ),
    { jsonc },
  );

/** Whether a line is without a mistake once it has its quote, behind so many other quotes. */
function isSound(mended: FlowModel, { line }: QuotePlace, before: number): boolean {
  return !mended.issues.some(({ offset }) => line.offset + before <= offset && offset <= line.end + before);
}

function listPlaces({ text, issues }: FlowModel, most: number): readonly QuotePlace[] {
  if (!issues.some(({ code }) => code === 'InvalidSymbol' || code === 'UnexpectedEndOfString')) return [];
  const places: QuotePlace[] = [];
  for (const start of unclosedLines(text, most)) {
    const quote = findMissingQuote(text, start);
    if (!quote) break;
    const line = { offset: start, end: lineEnd(text, start) };
    if (!quote.opens && /^[\s,]*$/.test(text.slice(quote.offset, line.end))) break;
    places.push(placeOf(text, line, quote));
  }
  return places;
}

function placeOf(text: string, line: Place, quote: MissingQuote): QuotePlace {
  const edit = { offset: quote.offset, end: quote.offset, text: '"' };
  const content = shorten(text.slice(quote.begins, quote.ends), 30);
  const where = quote.opens ? 'before' : 'after';
  const mistake = {
    at: { offset: quote.opens ? quote.begins : quote.begins - 1, end: quote.opens ? quote.ends + 1 : quote.ends },
    message: `A double quote (\`"\`) is missing ${where} \`${content}\`. Without it the rest of the line cannot be read. Add it.`,
    fixes: () => [{ title: 'Add the double quote', edits: [edit], ...(quote.sure ? { preferred: true } : {}) }],
  };
  return { mistake, line, edit };
}
