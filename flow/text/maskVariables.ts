/** Stands for each character of a `${name}`; a character of nobody's (Unicode's private use area). */
export const masked = '\ue000';

/** A text with every `${name}` replaced by as many `masked` characters, so that places stay the same. */
export function maskVariables(text: string): string {
  return text.includes('${') ? text.replace(variable, (found) => masked.repeat(found.length)) : text;
}

const variable = /\$\{.*?\}/g;
