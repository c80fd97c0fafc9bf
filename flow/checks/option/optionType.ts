import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel, OptionNode } from '../../model/flowModel';
import { indexOf } from '../../model/locate';
import { hasVariable } from '../../model/variableUses';
import { sayUnreadable } from '../../text/sayUnreadable';
import type { Check, Fix, Problem } from '../check';
import { convertLiteral, fitsKind } from './convertLiteral';

export const optionType: Check = {
  code: 'option-type',
  group: 'option',
  severity: 'error',
  title: 'A value of the wrong JSON type',
  doc: `The option wants another kind of value: a number where a text stands, a list where there is one object, an address where there is a text. VoIPbin cannot decode the options of the action then, so the action is skipped or the flow stops, as the message tells; in the body of a request the API answers 400.

A variable is a text, always: \`"duration": "\${ms}"\` is still a text once the number stands in it, and a \`duration\` wants a number. Only texts and ids can be variables.

The quick fix writes the value in the right form where only one can be meant: \`"5000"\` becomes \`5000\`, an object that \`webhook_send.data\` should hold becomes its text.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:105-111\`; \`bin-call-manager/pkg/callhandler/action.go:145-149\`.`,
  *check(model) {
    for (const action of model.actions.filter(hasOtherOption)) {
      const { optionNode } = action;
      if (!optionNode) continue;
      yield {
        at: optionNode,
        message: `\`option\` is an object with the settings of the action. ${
          action.scope.owner ? 'The flow stops when it makes the call.' : 'The API refuses the request with 400.'
        } Write \`{ … }\` there.`,
      };
    }
    for (const option of model.options.filter((one) => one.field && !fitsKind(one.field, one.node))) {
      const problem = option.field && judge(model, option, option.field, option.node);
      if (problem) yield problem;
    }
  },
  fixes: 'sure',
  fixAll: 'Write all values in the JSON type that VoIPbin wants',
};

/** Whether `option` is there and no object; `null` counts as absent. */
function hasOtherOption({ optionNode }: ActionNode): boolean {
  return optionNode !== undefined && optionNode.type !== 'object' && optionNode.type !== 'null';
}

function judge(model: FlowModel, { action }: OptionNode, field: Field, node: JsonNode): Problem | undefined {
  const isItem = !node.key;
  const fixes = () => convert(model, field, node, action);
  // The document's own list of actions is judged with the shape of the document.
  if (field.holds === 'actions' && node.parent === model.body) return undefined;
  // A list that always fails is told so once.
  if (isItem && node.parent && indexOf(model).options.get(node.parent)?.field?.broken) return undefined;
  const name = isItem ? `An entry of \`${node.parent?.key?.name}\`` : `\`${node.key?.name}\``;
  const wanted = sayKind(field);
  if (isItem && action && field.kind === 'string' && node.type !== 'object' && node.type !== 'array')
    return {
      at: node,
      severity: 'warning',
      message: `${name} wants ${wanted}, and VoIPbin makes one of this ${node.type}. Write a text.`,
      fixes,
    };
  const variable = node.type === 'string' && hasVariable(node.value as string);
  const reason = variable
    ? `${name} wants ${wanted}, and a variable is always a text.`
    : `${name} wants ${wanted}, not ${sayNode(node)}.`;
  return { at: node, message: `${reason} ${sayUnreadable(action)}`, fixes };
}

function convert(model: FlowModel, field: Field, node: JsonNode, action: ActionNode | undefined): Fix[] {
  const value = convertLiteral(field, node, action?.type);
  if (value === undefined) return [];
  const text = JSON.stringify(value);
  const title = text.length <= 30 ? `Write ${text}` : `Make it ${sayKind(field)}`;
  return [{ title, edits: replaceValue(model, node, value), preferred: true }];
}

function sayKind(field: Field): string {
  if (field.holds === 'address') return field.kind === 'array' ? 'a list of addresses' : 'an address object';
  if (field.holds === 'actions') return 'a list of actions';
  return kinds[field.kind];
}

const kinds: Readonly<Record<Field['kind'], string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'an object',
  array: 'a list',
  map: 'an object of names and values',
};

function sayNode(node: JsonNode): string {
  if (node.type === 'number' && !Number.isInteger(node.value)) return 'a fraction';
  return { string: 'a text', number: 'a number', boolean: `\`${node.value}\``, object: 'an object', array: 'a list' }[
    node.type as 'string'
  ];
}
