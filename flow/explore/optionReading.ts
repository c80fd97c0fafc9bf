import { foldKey } from '../json/foldKey';
import type { JsonValue } from '../json/jsonValue';
import { type SavedAction, speechDuration } from '../simulator';

/** The value of an option; names match in any case, as the engine matches them. */
export function optionOf({ option }: Pick<SavedAction, 'option'>, name: string): JsonValue | undefined {
  if (!option) return undefined;
  if (Object.hasOwn(option, name)) return option[name];
  return Object.entries(option).find(([key]) => foldKey(key) === name)?.[1];
}

export function textOption(action: SavedAction, name: string): string {
  const value = optionOf(action, name);
  return typeof value === 'string' ? value : '';
}

export function numberOption(action: SavedAction, name: string): number | undefined {
  const value = optionOf(action, name);
  return typeof value === 'number' ? value : undefined;
}

/** Every text within a value. */
export function* textsIn(value: JsonValue | undefined): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner as JsonValue);
  }
}

/** The names that `${…}` reads in a text. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  for (let at = text.indexOf('${'); at >= 0; ) {
    const end = text.indexOf('}', at);
    if (end < 0) break;
    names.push(text.slice(at + 2, end));
    at = text.indexOf('${', end);
  }
  return names;
}

/** The names that any text within a value reads. */
export function readsIn(value: JsonValue | undefined): string[] {
  return [...textsIn(value)].flatMap(namesIn);
}

/** The name where a text is one variable and nothing else. */
export function wholeVariable(text: string): string | undefined {
  return text.startsWith('${') && text.indexOf('}') === text.length - 1 ? text.slice(2, -1) : undefined;
}

const withoutVariables = (text: string) => text.replace(/\$\{[^}\n]*\}/g, '');

/** Whether a text is empty when all of its variables are. */
export function isOnlyVariables(text: string): boolean {
  return text.includes('${') && withoutVariables(text).trim() === '';
}

/** Whether a text takes no time to speak when all of its variables are empty: nothing else is in it but markup. */
export function canBeSilent(text: string): boolean {
  return text.includes('${') && speechDuration(withoutVariables(text)) === 0;
}
