import { type Edit, insertMembers, renameKey, replaceValue } from '../../edit/edit';
import { type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';

/** A deprecated condition as a `condition_variable`. */
export interface Conversion {
  readonly title: string;
  /** What the engine would do with it that it does not do now, as a sentence; empty where it is the same. */
  readonly result: string;
  readonly same: boolean;
  edits(): Edit[];
}

/**
 * The `condition_variable` that VoIPbin's documentation puts in the place of a deprecated condition; undefined where it has nothing to test.
 *
 * `id`, `next_id`, `false_target_id` and all comments are kept.
 */
export function convertCondition(model: FlowModel, action: ActionNode): Conversion | undefined {
  const { option } = action;
  if (!option) return undefined;
  if (action.type === 'condition_call_status') {
    const status = member(option, 'status');
    return status && convert(model, action, status, toStatus);
  }
  const length = member(option, 'length');
  const key = member(option, 'key');
  const tested = isSet(length) ? length : isSet(key) ? key : undefined;
  // There a `condition_variable` tests the digits of the flow around.
  if (!tested || action.scope.owner) return undefined;
  if (tested === key) return convert(model, action, key, toDigits, length);
  return convert(model, action, tested, isSet(key) ? toLengthAlone : toLength, key);
}

interface Target {
  readonly title: string;
  readonly result: string;
  /** The option in which the tested value stands afterwards. */
  readonly value: string;
  /** The text of the option that names the variable. */
  readonly variable: string;
  readonly members: Readonly<Record<string, string>>;
}

const digits = '${voipbin.call.digits}';

const toLength: Target = {
  title: 'Convert to `condition_variable`',
  result: '',
  value: 'value_length',
  variable: digits,
  members: { condition: '>=', value_type: 'length' },
};

const toLengthAlone: Target = {
  ...toLength,
  title: 'Convert to `condition_variable`, without `key`',
  result: 'The `condition_variable` would test the length only: it cannot test both `length` and `key`.',
};

const toDigits: Target = {
  title: 'Convert to `condition_variable`, which expects exactly these keys',
  result: 'The `condition_variable` would be true only when the caller presses exactly these keys.',
  value: 'value_string',
  variable: digits,
  members: { condition: '==', value_type: 'string' },
};

const toStatus: Target = {
  title: 'Convert to `condition_variable`, which is always false here',
  result: 'A `condition_variable` in its place would always be false: nothing sets `voipbin.call.status`.',
  value: 'value_string',
  variable: '${voipbin.call.status}',
  members: { condition: '==', value_type: 'string' },
};

function convert(
  model: FlowModel,
  { typeNode, option }: ActionNode,
  tested: JsonNode,
  { title, result, value, variable, members }: Target,
  spare?: JsonNode,
): Conversion {
  const edits = () => {
    if (!typeNode || !option) return [];
    const renamed = [...replaceValue(model, typeNode, 'condition_variable'), ...renameKey(tested, value)];
    if (!spare) return [...renamed, ...insertMembers(model, option, { variable, ...members })];
    // The option that has no place any more makes room for the one that is new.
    const reused = [...renameKey(spare, 'variable'), ...replaceValue(model, spare, variable)];
    return [...renamed, ...reused, ...insertMembers(model, option, members)];
  };
  return { title, result, same: result === '', edits };
}

function isSet(node: JsonNode | undefined): node is JsonNode {
  return node !== undefined && node.type !== 'null' && node.value !== 0 && node.value !== '';
}
