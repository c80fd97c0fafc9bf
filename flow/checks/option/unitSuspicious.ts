import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { groupDigits, shortQuantity } from '../../text/quantity';
import type { Check } from '../check';
import { fitsKind } from './convertLiteral';

export const unitSuspicious: Check = {
  code: 'unit-suspicious',
  group: 'option',
  severity: 'information',
  title: 'A time that looks like the wrong unit',
  doc: `Times are milliseconds in most options (\`sleep\`, \`digits_receive\`, \`echo\`) and seconds in a few (\`recording_start\`). A \`sleep\` of 5 is over at once, and a recording of 30000 lasts eight hours. Both look as if the other unit was meant.

The quick fix multiplies or divides by 1000. If the value is right, leave it or turn the check off.

The units: \`bin-call-manager/pkg/callhandler/action.go\` for milliseconds, \`bin-call-manager/pkg/recordinghandler/start.go:130-131\` for seconds.`,
  fields: ({ unit, ignored }) => (unit === 'ms' || unit === 's') && ignored === undefined,
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, node, action } = option;
      const { value } = node;
      // A fraction cannot be read at all, and that is said by its type.
      if (typeof value !== 'number' || !fitsKind(field, node)) continue;
      const meant = meantValue(field, value);
      if (meant === undefined) continue;
      const name = `\`${node.key?.name}\`${action?.definition ? ` of \`${action.definition.type}\`` : ''}`;
      const [unit, other] = field.unit === 'ms' ? ['milliseconds', 's'] : ['seconds', 'ms'];
      report({
        at: node,
        message: `${name} is in ${unit}: ${value} ${describeLength(field, value)}. If you mean ${groupDigits(value)} ${other}, write ${meant}.`,
        fixes: () => [
          {
            title: `Change to ${meant} (${shortQuantity(meant, field.unit)})`,
            edits: replaceValue(model, node, meant),
          },
        ],
      });
    }
  },
  fixes: 'unsure',
};

/** The value in the other unit, where the given one is hardly meant; undefined where it may well be. */
function meantValue(field: Field, value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  if (field.unit === 's')
    return value % 1000 === 0 || value > 86_400 ? Math.max(1, Math.round(value / 1000)) : undefined;
  // A bound says itself what is allowed.
  if (field.max !== undefined) return undefined;
  return value < shortest(field) ? value * 1000 : undefined;
}

/** A caller cannot press a key or hear an echo within a second; a pause that short can be meant. */
function shortest(field: Field): number {
  return typeof field.example === 'number' && field.example >= 5000 ? 1000 : 100;
}

const describeLength = (field: Field, value: number) =>
  field.unit === 'ms' ? 'is too short to notice' : `is ${shortQuantity(value, field.unit)}`;
