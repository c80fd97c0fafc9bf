import type { Field } from '../../flow/catalog/field';

/** The value that a control's text means, `undefined` in it for none; undefined where the text is not such a value. */
export function valueOfText(field: Field, text: string): { readonly value: unknown } | undefined {
  const { kind } = field;
  if (kind === 'string') return { value: text === '' && field.required !== true ? undefined : text };
  if (text.trim() === '') return { value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    if ((kind === 'integer' || kind === 'number') && typeof value !== 'number') return undefined;
    return { value };
  } catch {
    return undefined;
  }
}
