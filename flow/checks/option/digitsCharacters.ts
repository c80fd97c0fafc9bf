import { areTelephoneKeys, onlyTelephoneKeys, telephoneKeysDoc } from '../../catalog/telephoneKeys';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { masked, maskVariables } from '../../text/maskVariables';
import { quote } from '../../text/quote';
import type { Check, Fix, Problem } from '../check';

export const digitsCharacters: Check = {
  code: 'digits-characters',
  group: 'option',
  severity: 'warning',
  title: 'A character that is not a telephone key',
  doc: `\`digits_send.digits\` and \`digits_receive.key\` hold telephone keys: 0 to 9, A to D, \`*\` and \`#\`. Any other character, such as a space, a hyphen or a comma for a pause, has no tone and no key. VoIPbin documents at most 100 keys for \`digits_send\`; its engine does not count them.

Remove the other characters. For a pause put a \`sleep\` between two \`digits_send\`.

Source: \`bin-call-manager/pkg/callhandler/action.go:632-660\` \`actionExecuteDigitsSend\`; \`bin-call-manager/pkg/callhandler/digit.go:196-202\` \`checkDigitsCondition\`.`,
  fields: ({ format }) => format === 'dtmf',
  check(model, report, _context, { options }) {
    for (const { field, node } of options) {
      const problem = node.type === 'string' ? problemOf(model, node, field.max) : undefined;
      if (problem) report(problem);
    }
  },
  fixes: 'unsure',
};

function problemOf(model: FlowModel, node: JsonNode, most: number | undefined): Problem | undefined {
  const text = maskVariables(node.value as string);
  const fixes = () => cleanUp(model, node, node.value as string);
  const found = [...text].find((key) => key !== masked && !areTelephoneKeys(key));
  const name = node.key?.name;
  if (found !== undefined) {
    const effect = most === undefined ? 'no caller can press it' : 'no tone can be sent for it';
    return {
      at: node,
      message: `${JSON.stringify(found)} in \`${name}\` is not a telephone key: ${effect}. Use ${telephoneKeysDoc}.`,
      fixes,
    };
  }
  const length = text.replaceAll(masked, '').length;
  if (most === undefined || length <= most) return undefined;
  return {
    at: node,
    message: `\`${name}\` has ${length} keys, and VoIPbin documents at most ${most}. Send them in several \`digits_send\`.`,
    fixes,
  };
}

function cleanUp(model: FlowModel, node: JsonNode, value: string): Fix[] {
  if (maskVariables(value) !== value) return [];
  const keys = onlyTelephoneKeys(value.toUpperCase());
  if (keys === '' || keys === value) return [];
  return [{ title: `Change to ${quote(keys)}`, edits: replaceValue(model, node, keys) }];
}
