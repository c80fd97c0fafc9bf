import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { listOptions } from '../../model/listOptions';
import { fullQuantity } from '../../text/quantity';
import type { Check } from '../check';
import { isJumpCount } from '../reference/gotoNeverJumps';

export const optionRange: Check = {
  code: 'option-range',
  group: 'option',
  severity: 'warning',
  title: 'A number outside of its range',
  doc: `The number is smaller or greater than what VoIPbin documents for the option. The engine checks none of these bounds, so nothing is refused, and what happens instead is not documented. An hour of 24 never comes.

The quick fix takes the nearest number of the range.

The bounds are those of VoIPbin's documentation and OpenAPI file; that no code enforces them is seen in \`bin-call-manager/pkg/callhandler/action.go\`.`,
  *check(model) {
    for (const option of listOptions(model, isBounded)) {
      const { field, action } = option;
      const { value } = option.node;
      if (typeof value !== 'number' || isJumpCount(action, field)) continue;
      const bound = clamp(field, value);
      if (bound === value) continue;
      const { node } = option;
      yield {
        at: node,
        message: `\`${node.key?.name ?? node.parent?.key?.name}\`${
          action?.definition ? ` of \`${action.definition.type}\`` : ''
        } is ${sayRange(field)}; what VoIPbin does with ${value} is not documented. Write ${bound}.`,
        fixes: () => [{ title: `Change to ${bound}`, edits: replaceValue(model, node, bound) }],
      };
    }
  },
  fixes: 'unsure',
};

const isBounded = ({ kind, min, max }: Field) => kind !== 'string' && (min !== undefined || max !== undefined);

function clamp({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Field, value: number): number {
  return Math.min(Math.max(value, min), max);
}

function sayRange({ min, max, unit }: Field): string {
  if (min === undefined) return `at most ${fullQuantity(max ?? 0, unit)}`;
  if (max === undefined) return `at least ${min}`;
  return unit === 'ms' || unit === 's' ? `${min} to ${max} ${unit}` : `${min} to ${max}`;
}
