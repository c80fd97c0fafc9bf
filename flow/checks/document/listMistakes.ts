import { applyEdits, type Edit } from '../../edit/edit';
import { placesBefore } from '../../edit/placesBefore';
import type { SyntaxIssue } from '../../json/parse';
import type { Place } from '../../json/place';
import { inDoubleQuotes, isWrongQuote, listWrongQuotes } from '../../json/wrongQuotes';
import { type FlowModel, readFlow } from '../../model/flowModel';
import { shorten } from '../../text/shorten';
import { explainSyntax } from './explainSyntax';
import { quotesMissing } from './quoteMissing';
import type { SyntaxMistake } from './syntaxMistake';

/**
 * Every mistake in the JSON of a document, with its fixes. A double quote that is missing within a line is one mistake, and so are wrong quotes,
 * however many there are; beside it stands what would be wrong without them.
 */
export function listMistakes(model: FlowModel, maxQuotes = 100, maxSteps = 20): readonly SyntaxMistake[] {
  const missing = maxQuotes > 0 && maxSteps > 0 ? quotesMissing(model, maxQuotes) : undefined;
  if (missing) {
    const { mistakes, mended, edits } = missing;
    const back = placesBefore(edits);
    const later = listMistakes(mended, maxQuotes - mistakes.length, maxSteps - 1);
    return [...mistakes, ...later.map((mistake) => moveBack(mistake, back))];
  }
  const { text, jsonc, issues } = model;
  const isQuoted = issues.some(({ code, offset }) => code === 'InvalidSymbol' && isWrongQuote(text[offset]));
  const quoted = isQuoted ? listWrongQuotes(text) : [];
  const edits = quoted.map(({ offset, end }) => ({ offset, end, text: inDoubleQuotes(text.slice(offset, end)) }));
  const [first] = edits;
  if (!first) return explainAll(model);
  const mended = readFlow(applyEdits(text, edits), { jsonc });
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
    fixes: () => [{ title, edits, ...(sure ? { preferred: true } : {}) }],
  };
}

function moveBack({ at, message, related, fixes }: SyntaxMistake, back: (place: Place) => Place): SyntaxMistake {
  return {
    at: back(at),
    message,
    ...(related ? { related: related.map((item) => ({ ...item, at: back(item.at) })) } : {}),
    ...(fixes
      ? {
          fixes: (context) =>
            fixes(context).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...back(edit) })) })),
        }
      : {}),
  };
}
