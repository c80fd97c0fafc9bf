import { limits } from '../../catalog/limits';
import { byteLength } from '../../json/byteLength';
import type { JsonNode } from '../../json/node';
import { groupDigits } from '../../text/quantity';
import type { Check, Report } from '../check';

const most = limits.variableCount.value;
const maxOfOne = limits.variableBytes.value;
const maxOfAll = limits.variablesBytes.value;

export const variableLimits: Check = {
  code: 'variable-limits',
  group: 'variable',
  severity: 'error',
  title: 'More variables than a request may have',
  doc: `The body of a request can give a flow at most ${most} \`variables\`. A value has at most ${maxOfOne / 1024} KB, and all names and values together have at most ${maxOfAll / 1024} KB, counted as bytes of UTF-8. With more the API refuses the request with 400 INVALID_VARIABLES.

Names that VoIPbin drops count too. Pass the flow an id with which it can ask your server for the rest, for example with \`fetch\`.

Source: \`bin-api-manager/server/variables.go\` \`validateVariables\`.`,
  fields: ({ holds }) => holds === 'variables',
  check(_model, report, _context, { options }) {
    for (const { node, action } of options) {
      if (!action && node.type === 'object') reportTooLong(node, report);
    }
  },
};

function reportTooLong(node: JsonNode, report: Report): void {
  // Of equal names the last counts.
  const values = new Map(node.children.map((child) => [child.key?.name ?? '', child]));
  if (values.size > most)
    report({
      at: node,
      message: `There are ${groupDigits(values.size)} variables. The API accepts at most ${most} and refuses the request. Remove some.`,
    });
  let total = 0;
  let tooLong = false;
  for (const [name, child] of values) {
    const bytes = typeof child.value === 'string' ? byteLength(child.value) : 0;
    total += byteLength(name) + bytes;
    if (bytes <= maxOfOne) continue;
    tooLong = true;
    report({
      at: child,
      message: `This value has ${groupDigits(bytes)} bytes. The API accepts at most ${groupDigits(maxOfOne)} and refuses the request. Shorten it.`,
    });
  }
  // Where one value is too long the sum is mostly a matter of that.
  if (total > maxOfAll && !tooLong)
    report({
      at: node,
      message: `All variables together have ${groupDigits(total)} bytes. The API accepts at most ${groupDigits(maxOfAll)} and refuses the request. Shorten them.`,
    });
}
