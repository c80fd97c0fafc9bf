import { applyEdits, type Edit } from '../../edit/edit';
import type { SyntaxIssue } from '../../json/parse';
import type { Place } from '../../json/place';
import { inDoubleQuotes, isWrongQuote, listWrongQuotes } from '../../json/wrongQuotes';
import { buildFlowModel, type FlowModel } from '../../model/flowModel';
import { shorten } from '../../text/shorten';
import { explainSyntax } from './explainSyntax';
import { quoteMissing } from './quoteMissing';
import type { SyntaxMistake } from './syntaxMistake';

/**
 * Every mistake in the JSON of a document, with its fixes. A double quote that is missing within a line is one mistake, and so are wrong quotes,
 * however many there are; beside it stands what would be wrong without them.
 */
export function listMistakes(model: FlowModel, maxQuotes = 20): readonly SyntaxMistake[] {
  const missing = maxQuotes > 0 ? quoteMissing(model) : undefined;
  if (missing) {
    const { mistake, mended, offset } = missing;
    const back = placesBefore([{ offset, end: offset, text: '"' }]);
    return [mistake, ...listMistakes(mended, maxQuotes - 1).map((later) => moveBack(later, back))];
  }
  const { text, jsonc, issues } = model;
  const isQuoted = issues.some(({ code, offset }) => code === 'InvalidSymbol' && isWrongQuote(text[offset]));
  const quoted = isQuoted ? listWrongQuotes(text) : [];
  const edits = quoted.map(({ offset, end }) => ({ offset, end, text: inDoubleQuotes(text.slice(offset, end)) }));
  const [first] = edits;
  if (!first) return explainAll(model);
  const mended = buildFlowModel(applyEdits(text, edits), { jsonc });
  const back = placesBefore(edits);
  return [
    explainQuotes(text, first, edits, isSound(mended)),
    ...explainAll(mended).map((syntaxMistake) => moveBack(syntaxMistake, back)),
    // The text does not tell these.
    ...issues.filter(({ code }) => code === 'NotUtf8').map((issue) => explain(model, issue)),
  ];
}

function explainAll(model: FlowModel): SyntaxMistake[] {
  return model.issues.filter((issue) => isMistake(model, issue)).map((issue) => explain(model, issue));
}

function isMistake(model: FlowModel, { code }: SyntaxIssue): boolean {
  return code !== 'Comment' || !model.jsonc;
}

function explain(model: FlowModel, issue: SyntaxIssue): SyntaxMistake {
  const { code, offset, end } = issue;
  if (code === 'NotUtf8') {
    const message =
      'This byte is not UTF-8. VoIPbin puts a `\ufffd` in its place, and the caller hears it. Save the file as UTF-8.';
    return { at: { offset, end }, message };
  }
  // Nothing is written yet, or comments only.
  if (code === 'ValueExpected' && !model.root && offset >= model.text.length) {
    const message = 'The file is empty. The API refuses it. Write a flow, for example `{ "actions": [] }`.';
    return { at: { offset, end }, message };
  }
  return explainSyntax(model, issue);
}

/** Whether all quotes of a text are where they belong. */
function isSound({ issues }: FlowModel): boolean {
  return issues.every(({ code }) => code !== 'InvalidSymbol' && code !== 'UnexpectedEndOfString');
}

function explainQuotes(text: string, first: Place, edits: readonly Edit[], sure: boolean): SyntaxMistake {
  const more = edits.length - 1;
  const others = more === 0 ? '' : ` and ${more} other ${more === 1 ? 'string' : 'strings'} in this file`;
  const title = more === 0 ? 'Put it in double quotes' : `Put all ${edits.length} strings in double quotes`;
  return {
    at: { offset: first.offset, end: first.end },
    message: `JSON allows only double quotes (\`"\`). Replace those of \`${shorten(text.slice(first.offset, first.end), 30)}\`${others}.`,
    fixes: [{ title, edits, ...(sure ? { preferred: true } : {}) }],
  };
}

/** Where a place of the text after edits stood before them. */
function placesBefore(edits: readonly Edit[]): (place: Place) => Place {
  // For each edit how far what follows it has moved, and where it begins afterwards.
  const moved: { start: number; end: number; before: Edit; shift: number }[] = [];
  let shift = 0;
  for (const before of edits) {
    const start = before.offset + shift;
    shift += before.text.length - (before.end - before.offset);
    moved.push({ start, end: start + before.text.length, before, shift });
  }
  const back = (offset: number) => {
    let low = 0;
    let high = moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moved[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = moved[low - 1];
    if (!last) return offset;
    if (offset >= last.end) return offset - last.shift;
    return Math.min(last.before.offset + offset - last.start, last.before.end);
  };
  return ({ offset, end }) => ({ offset: back(offset), end: back(end) });
}

function moveBack({ at, message, related, fixes }: SyntaxMistake, back: (place: Place) => Place): SyntaxMistake {
  return {
    at: back(at),
    message,
    ...(related ? { related: related.map((item) => ({ ...item, at: back(item.at) })) } : {}),
    ...(fixes
      ? { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...back(edit) })) })) }
      : {}),
  };
}
