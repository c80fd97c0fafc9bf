import type { PickChoice, PickQuestion } from '../questions/ui';

/** An entry of a list on the screen; `typedFor` is the text because of which it is there. */
export interface ShownChoice<T> {
  readonly choice?: PickChoice<T>;
  readonly typedFor?: string;
}

/**
 * What is chosen when Enter is pressed.
 *
 * A fast typist presses Enter before the list has followed: what it still shows for an earlier text, a number that lacks its last
 * digits, must not be taken for what was typed.
 */
export function acceptedChoice<T>(
  selected: ShownChoice<T> | undefined,
  text: string,
  typed: PickQuestion<T>['typed'],
): { readonly value: T } | undefined {
  const isOfList = selected?.choice && selected.typedFor === undefined;
  const isFresh = selected?.typedFor === text;
  if (isOfList || isFresh) return selected.choice?.pick;
  return typed?.(text).find(({ pick }) => pick)?.pick;
}
