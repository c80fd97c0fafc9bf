import type { Lookup } from '../simulator/go/substitute';
import { substituteText } from '../simulator/go/substitute';
import { readCondition } from './condition';

/**
 * What an expression comes to: a text with `${variables}`, the name of a variable, or a condition (`true`, `false`). A sentence where a condition cannot be
 * read. Undefined where it says nothing: the name of a variable that is not set.
 */
export function evaluate(expression: string, lookup: Lookup): { readonly value: string } | string | undefined {
  const text = expression.trim();
  const [, name] = /^\$\{([^{}]*)\}$/.exec(text) ?? [];
  const value = lookup(name ?? text);
  if (value !== undefined) return { value: JSON.stringify(value) };
  if (name !== undefined || text === '') return undefined;
  if (/[=!<>]=|[<>]|^[^\s${}]+ +=/.test(text)) {
    const condition = readCondition(text);
    return typeof condition === 'string' ? condition : { value: String(condition(lookup)) };
  }
  return text.includes('${') ? { value: JSON.stringify(substituteText(text, lookup)) } : undefined;
}

/** The name of the variable that an expression is: `${name}` or `name`; undefined where it is more than that. */
export function variableName(expression: string): string | undefined {
  const text = expression.trim();
  const name = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
  return name ?? (/^[^\s${}=!<>"']+$/.test(text) ? text : undefined);
}

/** The text that the user typed as a value: JSON text without its quotes, anything else as it is. */
export function typedValue(text: string): string {
  if (!/^".*"$/s.test(text.trim())) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
