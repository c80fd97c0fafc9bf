import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { fullQuantity } from '../../text/quantity';
import type { Check } from '../check';
import { isJumpCount } from '../reference/gotoNeverJumps';
import { fitsKind } from './convertLiteral';

export const optionRange: Check = {
  code: 'option-range',
  group: 'option',
  severity: 'warning',
  title: 'A number out of range',
  doc: `The number is smaller or greater than VoIPbin documents for the option. The engine does not check these limits, so it refuses nothing, and what happens is not documented. An hour of 24, for example, never comes.

The quick fix writes the nearest allowed number.

The limits are those of VoIPbin's documentation and OpenAPI file; no code enforces them: \`bin-call-manager/pkg/callhandler/action.go\`.`,
  fields: ({ kind, min, max }) => kind !== 'string' && (min !== undefined || max !== undefined),
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, action } = option;
      const { value } = option.node;
      if (typeof value !== 'number' || isJumpCount(action, field)) continue;
      // VoIPbin does not even read it, which is said elsewhere.
      if (!fitsKind(field, option.node)) continue;
      const bound = clamp(field, value);
      if (bound === value) continue;
      const { node } = option;
      report({
        at: node,
        message: `\`${node.key?.name ?? node.parent?.key?.name}\`${
          action?.definition ? ` of \`${action.definition.type}\`` : ''
        } is ${describeRange(field)}; what VoIPbin does with ${value} is not documented. Write ${bound}.`,
        fixes: () => [{ title: `Change to ${bound}`, edits: replaceValue(model, node, bound) }],
      });
    }
  },
  fixes: 'unsure',
};

function clamp({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Field, value: number): number {
  return Math.min(Math.max(value, min), max);
}

function describeRange({ min, max, unit }: Field): string {
  if (min === undefined) return `at most ${fullQuantity(max ?? 0, unit)}`;
  if (max === undefined) return `at least ${min}`;
  return unit === 'ms' || unit === 's' ? `${min} to ${max} ${unit}` : `${min} to ${max}`;
}
