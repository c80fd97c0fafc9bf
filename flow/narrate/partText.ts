import type { ConditionPart } from '../simulator';

/** One comparison as people read it: `hour: 10 >= 9`. */
export function partText({ what, left, operator, right }: ConditionPart): string {
  // A list of weekdays is text too, and no value to compare with.
  const side = (value: string | number) =>
    typeof value === 'string' && operator !== 'in' ? `"${value}"` : String(value);
  const name = what === 'value' ? '' : `${what} `;
  return `${name}${side(left)} ${operator} ${side(right)}`;
}
