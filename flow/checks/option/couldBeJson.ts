import { isJson } from '../../json/isJson';

/**
 * Whether a text is JSON, or becomes JSON once its variables have values: within a text any value without a quote does, elsewhere a number,
 * a member or nothing, as the place wants it.
 */
export function couldBeJson(text: string): boolean {
  if (!text.includes('${')) return isJson(text);
  // What is no JSON is refused with an exception, which takes longer than all the rest: the likeliest form comes first.
  return isJson(fill(text, false)) || isJson(text) || isJson(fill(text, true));
}

/** The text with a sample in the place of each variable; `empty` leaves those outside of texts without a value. */
function fill(text: string, empty: boolean): string {
  let result = '';
  let inText = false;
  /** The last character outside of texts that is no white space. */
  let previous = '';
  const containers: string[] = [];
  // Looked for once: a text of nothing but open variables would be gone through for each.
  const lastClose = text.lastIndexOf('}');
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const close = character === '$' && text[at + 1] === '{' && at < lastClose ? text.indexOf('}', at) : -1;
    if (close > 0) {
      const sample = inText
        ? 'x'
        : empty
          ? ''
          : sampleFor(previous, containers[containers.length - 1], text, close + 1);
      result += sample;
      previous = sample.at(-1) ?? previous;
      at = close;
      continue;
    }
    result += character;
    if (!isSpace(character)) previous = character;
    if (inText) {
      if (character === '\\') result += text[++at] ?? '';
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') containers.push(character);
    else if (character === '}' || character === ']') containers.pop();
  }
  return result;
}

function sampleFor(previous: string, container: string | undefined, text: string, next: number): string {
  if (container === '{' && (previous === '{' || previous === ',')) {
    let at = next;
    while (at < text.length && isSpace(text[at] ?? '')) at++;
    return text[at] === ':' ? '"x"' : '"x":1';
  }
  // Behind a complete value nothing more can stand.
  return previous === '' || ':[,-'.includes(previous) ? '1' : '';
}

const isSpace = (character: string) =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';
