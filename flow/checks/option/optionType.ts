import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { mayHaveHugeNumber } from '../../json/mayHaveHugeNumber';
import { isContainer, type JsonNode } from '../../json/node';
import type { ActionNode, FlowModel, OptionNode } from '../../model/flowModel';
import { fieldAt } from '../../model/locate';
import { hasVariable } from '../../model/variableUses';
import { describeUnreadable } from '../../text/describeUnreadable';
import type { Check, Fix, Problem } from '../check';
import { convertLiteral, fitsKind } from './convertLiteral';

export const optionType: Check = {
  code: 'option-type',
  group: 'option',
  severity: 'error',
  title: 'A value of the wrong JSON type',
  doc: `The option expects another JSON type: for example a number instead of a string, or an array instead of an object. VoIPbin then cannot decode the options of the action. It skips the action or stops the flow, as the message says. In the body of a request the API answers 400.

A variable is always a string: \`"duration": "\${ms}"\` stays a string when VoIPbin puts the number in, and a \`duration\` expects a number. Only strings and ids can be variables.

A number can also be too large: VoIPbin reads integers below 2^63 and other numbers below 2^128.

The quick fix converts the value where there is only one way: \`"5000"\` becomes \`5000\`, and an object in \`webhook_send.data\` becomes a string.

Source: \`bin-flow-manager/pkg/activeflowhandler/execute.go:105-111\`; \`bin-call-manager/pkg/callhandler/action.go:145-149\`.`,
  check(model, report) {
    for (const action of model.actions.filter(hasOtherOption)) {
      const { optionNode } = action;
      if (!optionNode) continue;
      report({
        at: optionNode,
        message: `\`option\` is an object with the options of the action. ${
          action.scope.owner ? 'The flow stops when it makes the call.' : 'The API refuses the request with 400.'
        } Write \`{ … }\` there.`,
      });
    }
    for (const at of hugeNumbers(model))
      report({
        at,
        message: `This number is too large to be read. ${describeUnreadable(undefined)} Write a smaller one.`,
      });
    for (const option of model.options.filter(
      (optionNode) => optionNode.field && !fitsKind(optionNode.field, optionNode.node),
    )) {
      const problem = option.field && problemOf(model, option, option.field, option.node);
      if (problem) report(problem);
    }
  },
  fixes: 'sure',
  fixAll: 'Write all values in the JSON type that VoIPbin expects',
};

/** Whether `option` is there and no object; `null` counts as absent. */
function hasOtherOption({ optionNode }: ActionNode): boolean {
  return optionNode !== undefined && optionNode.type !== 'object' && optionNode.type !== 'null';
}

/** The numbers in options that no float64 holds: the API already fails to read them, whatever the option is. */
function hugeNumbers({ text, actions }: FlowModel): readonly JsonNode[] {
  if (!mayHaveHugeNumber(text)) return [];
  // The actions of a `call` are in its options. It grows while it is gone through.
  const nodes = actions.flatMap(({ scope, optionNode }) => (optionNode && !scope.owner ? [optionNode] : []));
  for (const { children } of nodes) for (const child of children) nodes.push(child);
  return nodes.filter(isHuge);
}

const isHuge = ({ type, value }: JsonNode) => type === 'number' && !Number.isFinite(value);

function problemOf(model: FlowModel, { action }: OptionNode, field: Field, node: JsonNode): Problem | undefined {
  if (isHuge(node)) return undefined;
  const isItem = !node.key;
  const fixes = () => convert(model, field, node, action);
  // The document's own list of actions is judged with the shape of the document.
  if (field.holds === 'actions' && node.parent === model.body) return undefined;
  // A list that always fails is told so once.
  if (isItem && fieldAt(model, node.parent)?.broken) return undefined;
  const name = isItem ? `An entry of \`${node.parent?.key?.name}\`` : `\`${node.key?.name}\``;
  const wanted = describeKind(field);
  if (isItem && action && field.kind === 'string' && !isContainer(node))
    return {
      at: node,
      severity: 'warning',
      message: `${name} expects ${wanted}, and VoIPbin converts this ${node.type} to one. Write a string.`,
      fixes,
    };
  const variable = node.type === 'string' && hasVariable(node.value as string);
  const reason = variable
    ? `${name} expects ${wanted}, and a variable is always a string.`
    : `${name} expects ${wanted}, not ${describeNode(field, node)}.`;
  return { at: node, message: `${reason} ${describeUnreadable(action)}`, fixes };
}

function convert(model: FlowModel, field: Field, node: JsonNode, action: ActionNode | undefined): Fix[] {
  const value = convertLiteral(field, node, action?.type);
  if (value === undefined || (typeof value === 'number' && !fitsKind(field, { type: 'number', value }))) return [];
  const text = JSON.stringify(value);
  const title = text.length <= 30 ? `Write ${text}` : `Make it ${describeKind(field)}`;
  return [{ title, edits: replaceValue(model, node, value), preferred: true }];
}

function describeKind(field: Field): string {
  if (field.holds === 'address') return field.kind === 'array' ? 'an array of addresses' : 'an address object';
  if (field.holds === 'actions') return 'an array of actions';
  return kinds[field.kind];
}

const kinds: Readonly<Record<Field['kind'], string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'an object',
  array: 'an array',
  map: 'an object of names and values',
};

function describeNode({ kind }: Field, node: JsonNode): string {
  if (node.type === 'number' && kind === 'number') return 'one of this size';
  if (node.type === 'number' && kind === 'integer')
    return Number.isInteger(node.value) ? 'one of this size' : 'a fraction';
  return {
    string: 'a string',
    number: 'a number',
    boolean: `\`${node.value}\``,
    object: 'an object',
    array: 'an array',
  }[node.type as 'string'];
}
