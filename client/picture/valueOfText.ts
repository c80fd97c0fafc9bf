import type { Field } from '../../flow';
import { losesDigits } from './losesDigits';
import { repeatedKey } from './repeatedKey';

/** The value of a control's text; its `value` is undefined for an empty text. Undefined if the text is not such a value. */
export function valueOfText(
  field: Pick<Field, 'kind' | 'required'>,
  text: string,
): { readonly value: unknown } | undefined {
  const { kind } = field;
  if (kind === 'string') return { value: text === '' && field.required !== true ? undefined : text };
  if (text.trim() === '') return { value: undefined };
  if (losesDigits(text) || repeatedKey(text) !== undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if ((kind === 'integer' || kind === 'number') && typeof value !== 'number') return undefined;
    if (kind === 'integer' && !Number.isInteger(value)) return undefined;
    return { value };
  } catch {
    return undefined;
  }
}
