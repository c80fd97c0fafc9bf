/** Stands for each character of a `${name}`; a character without a meaning (Unicode's private use area). */
export const masked = '\ue000';

/** A text with every `${name}` replaced by as many `masked` characters, so that places stay the same. */
export function maskVariables(text: string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at)) {
    const close = text.indexOf('}', at);
    if (close < 0) break;
    const end = close + 1;
    // A name goes over no line break, nor does any that begins before it.
    const broken = lineBreak.exec(text.slice(at, end));
    if (broken) {
      at += broken.index;
      continue;
    }
    result += text.slice(from, at) + masked.repeat(end - at);
    from = end;
    at = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

const lineBreak = /[\n\r\u2028\u2029]/;
