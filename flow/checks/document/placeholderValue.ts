import type { Format } from '../../catalog/field';
import type { Scalar } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { isKnownVariable } from '../../model/variables';
import { quote } from '../../text/quote';
import type { Check } from '../check';

export const placeholderValue: Check = {
  code: 'placeholder-value',
  group: 'document',
  severity: 'warning',
  title: 'A value left from a template',
  doc: `The value is a placeholder from an example: \`<your-number>\`, \`YOUR_FLOW_ID\`, \`xxxx\`, \`{{name}}\` for a name that the file does not set. VoIPbin uses it as it is: it dials the number "<your-number>" or looks for a flow with that id, and fails.

Write the real value. A VoIPbin variable is written \`\${name}\`.`,
  insteadOf: [
    'option-uuid',
    'option-value',
    'address-target-format',
    'address-type-unsupported',
    'url-invalid',
    'language-tag',
    'digits-characters',
    'webhook-data-json',
    'speech-markup',
    'condition-operator',
  ],
  check(model, report) {
    for (const [field, options] of model.optionsByField) {
      // Of targets of jumps it is said, and with more weight, that they are no ids.
      if (field?.format === 'action-id') continue;
      for (const { node } of options.filter((optionNode) => isPlaceholder(optionNode.node.value, field?.format))) {
        if (isOfVariable(model, node.value as string)) continue;
        report({
          at: node,
          message: `${quote(node.value as string)} was left from a template, and VoIPbin uses it as it is. Write the real value.`,
        });
      }
    }
  },
};

/** Braces around the name of a variable: the check `variable-name` says how it is written. */
function isOfVariable(model: FlowModel, text: string): boolean {
  const name = /^\{\{(.*)\}\}$/.exec(text)?.[1];
  return name !== undefined && isKnownVariable(model, name.trim());
}

function isPlaceholder(text: Scalar, format: Format | undefined): boolean {
  if (typeof text !== 'string') return false;
  if (format === 'url' && text.includes('<') && /<[^<>]+>/.test(text)) return true;
  // A look at the last character and the first one spares most texts the rest.
  if (!endings.has(text.charAt(text.length - 1)) && !text.startsWith('YOUR')) return false;
  // A spoken text may well be one tag of markup.
  if (format === 'speech') return /^<your[ _-][^<>/]*>$/i.test(text) || templates.test(text);
  return /^<[^<>]+>$/.test(text) || templates.test(text);
}

const endings = new Set('>}xX');
const templates = /^(?:YOUR[_-][A-Z0-9_-]*|\+?[xX]{3,}|\+?[0-9]+[xX]{3,}|\{\{[^{}]+\}\})$/;
