import type { ConditionPart } from '../../flow/simulator';

/** One comparison as people read it: `hour: 10 >= 9`. */
export function partText({ what, left, operator, right }: ConditionPart): string {
  const side = (value: string | number) => (typeof value === 'string' ? `"${value}"` : String(value));
  const name = what === 'value' ? '' : `${what} `;
  return `${name}${side(left)} ${operator} ${side(right)}`;
}
