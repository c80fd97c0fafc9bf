import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { listOptions } from '../../model/listOptions';
import type { Check, Fix } from '../check';
import { couldBeJson } from './couldBeJson';
import { repairJson } from './repairJson';

export const webhookDataJson: Check = {
  code: 'webhook-data-json',
  group: 'option',
  severity: 'warning',
  title: 'Webhook data that is no JSON',
  doc: `\`webhook_send.data\` is a text, and what is in it has to be JSON: \`"{\\"order\\": 7}"\`. With any other text VoIPbin sends no request; the flow goes on and nobody is told.

A plain text has to stand in quotes of its own: \`"\\"Good morning\\""\`. The quick fix adds them, or mends the JSON where it can: a comma too many, single quotes, line breaks within a text.

Values of variables are put in as they are, so where the data holds \`\${}\` it is only reported when no sensible value makes it JSON. A quote in a value breaks the JSON at run time: no check can see that.

Source: \`bin-common-handler/pkg/requesthandler/webhook_webhooks.go:43-69\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:1002\`.`,
  *check(model) {
    for (const option of listOptions(model, (one) => one.format === 'json-text')) {
      const { node } = option;
      const text = node.value;
      if (typeof text !== 'string' || text === '' || couldBeJson(text)) continue;
      yield {
        at: node,
        message: `\`${node.key?.name}\` is not the text of a JSON value: VoIPbin sends nothing, and the flow does not notice. ${
          isContainer(text) ? 'Correct the JSON in it.' : 'Put quotes of its own around a plain text.'
        }`,
        fixes: () => makeJson(model, node, text),
      };
    }
  },
  fixes: 'sure',
};

function makeJson(model: FlowModel, node: JsonNode, text: string): Fix[] {
  const repaired = repairJson(text);
  if (repaired !== undefined)
    return [{ title: 'Make it JSON', edits: replaceValue(model, node, repaired), preferred: true }];
  if (isContainer(text)) return [];
  return [{ title: 'Send it as a JSON text', edits: replaceValue(model, node, JSON.stringify(text)), preferred: true }];
}

const isContainer = (text: string) => /^\s*[[{]/.test(text);
