import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import type { Check, Fix } from '../check';
import { couldBeJson } from './couldBeJson';
import { repairJson } from './repairJson';

export const webhookDataJson: Check = {
  code: 'webhook-data-json',
  group: 'option',
  severity: 'warning',
  title: 'Webhook data that is not JSON',
  doc: `\`webhook_send.data\` is a string that must contain JSON: \`"{\\"order\\": 7}"\`. With any other text VoIPbin silently sends no request, and the flow continues.

A plain text needs its own quotes inside the string: \`"\\"Good morning\\""\`. The quick fix adds them, or corrects the JSON where it can: an extra comma, single quotes, line breaks within a string.

VoIPbin inserts the values of variables as they are. So data with \`\${}\` is only reported when no sensible value makes it JSON. A quote in a value breaks the JSON at run time: no check can see that.

Source: \`bin-common-handler/pkg/requesthandler/webhook_webhooks.go:43-69\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1002\`.`,
  fields: ({ format }) => format === 'json-text',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { node } = option;
      const text = node.value;
      if (typeof text !== 'string' || text === '' || couldBeJson(text)) continue;
      report({
        at: node,
        message: `\`${node.key?.name}\` does not contain JSON. VoIPbin sends nothing, and the flow continues. ${
          isContainer(text) ? 'Correct the JSON in it.' : 'Put quotes inside the string around a plain text.'
        }`,
        fixes: () => makeJson(model, node, text),
      });
    }
  },
  fixes: 'sure',
};

function makeJson(model: FlowModel, node: JsonNode, text: string): Fix[] {
  const repaired = repairJson(text);
  if (repaired !== undefined)
    return [{ title: 'Make it JSON', edits: replaceValue(model, node, repaired), preferred: true }];
  if (isContainer(text)) return [];
  return [
    { title: 'Send it as a JSON string', edits: replaceValue(model, node, JSON.stringify(text)), preferred: true },
  ];
}

const isContainer = (text: string) => /^\s*[[{]/.test(text);
