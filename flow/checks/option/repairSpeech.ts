import { findBareMarkup } from '../../text/bareMarkup';
import { findMarkupFault, type MarkupFault } from '../../text/markupFault';

/**
 * A text to be spoken, made SSML: raw `&` and `<` escaped, HTML entities written out, open elements closed, characters that XML does not allow
 * taken out, `<speak>` put around markup; undefined where what is meant cannot be told.
 */
export function repairSpeech(text: string): string | undefined {
  let repaired = text;
  for (let round = 0; round < maxRounds; round++) {
    const fault = findMarkupFault(repaired);
    if (!fault) return wrap(repaired);
    const mended = mend(repaired, fault);
    if (mended === undefined) return undefined;
    repaired = mended;
  }
  return undefined;
}

/** Each round reads the text again and mends one fault; no text that is spoken has as many. */
const maxRounds = 500;

/** With `<speak>` around markup; undefined where one stands in the middle. */
function wrap(text: string): string | undefined {
  if (!findBareMarkup(text)) return text;
  return /<\/?speak\b/.test(text) ? undefined : `<speak>${text}</speak>`;
}

/** Elements of SSML that never have content. */
const emptyElements = new Set(['break', 'mark', 'meta']);

function mend(text: string, { kind, index, end, element = '' }: MarkupFault): string | undefined {
  const put = (replacement: string) => text.slice(0, index) + replacement + text.slice(end);
  const found = text.slice(index, end);
  switch (kind) {
    case 'ampersand':
      return put('&amp;');
    case 'entity':
      return put(htmlEntities.get(found.slice(1, -1)) ?? `&amp;${found.slice(1)}`);
    case 'tag':
      return put(`&lt;${found.slice(1)}`);
    case 'cdata-end':
      return put(']]&gt;');
    case 'character':
      // Old line and page breaks part words.
      return put(found === '\v' || found === '\f' ? ' ' : '');
    case 'comment':
      return put('-');
    case 'unclosed':
      if (emptyElements.has(element)) return put(`${found.slice(0, -1)}/>`);
      // At the end nothing can be cut in two; an element that another one cuts off is for the author to close.
      return text.lastIndexOf('</') < index || element === 'speak' ? `${text}</${element}>` : undefined;
    default:
      return undefined;
  }
}

const htmlEntities: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['euro', '€'],
  ['pound', '£'],
  ['deg', '°'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
]);
