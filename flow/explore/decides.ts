import { findAction } from '../catalog';
import { digitsVariable, type SavedAction } from '../simulator';
import { namesIn, optionOf, textOption, textsIn } from './optionReading';

/**
 * What an action can go another way by: names of variables, and `#type` for what the outside has decided about actions of a type.
 *
 * Texts that are spoken or sent decide nothing. Undefined where it cannot be told before the run.
 */
export function decidersOf(action: SavedAction): readonly string[] | undefined {
  const own = findAction(action.type)?.onFailure.effect === 'abort-flow' ? [`#${action.type}`] : [];
  switch (action.type) {
    case 'branch': {
      const name = branchVariable(action);
      return name.includes('${')
        ? undefined
        : [name, ...readIn(action, 'target_ids'), ...readIn(action, 'default_target_id')];
    }
    case 'goto':
      return readIn(action, 'target_id');
    case 'condition_variable':
      return [...readIn(action, 'variable'), ...readIn(action, 'value_string'), ...readIn(action, 'false_target_id')];
    case 'condition_datetime':
      return ['#now', ...readIn(action, 'false_target_id')];
    case 'condition_call_digits':
      return [digitsVariable, ...readIn(action, 'false_target_id')];
    case 'digits_receive':
      return [digitsVariable];
    case 'variable_set':
      return textOption(action, 'key').includes('${') ? undefined : [];
    case 'amd':
      return ['#amd'];
    case 'fetch':
    case 'fetch_flow':
    case 'queue_join':
    case 'conference_join':
    case 'ai_talk':
    case 'ai_task':
    case 'ai_summary':
      return [...own, '#flow', `#${action.type}`, ...[...textsIn(action.option)].flatMap(namesIn)];
    default:
      return own;
  }
}

/** The variable that an action sets or empties for certain; undefined where there is none. */
export function overwrittenBy(action: SavedAction): string | undefined {
  if (action.type === 'branch') return branchVariable(action);
  return action.type === 'variable_set' ? textOption(action, 'key') : undefined;
}

/** The bare name that a `branch` looks at. */
export function branchVariable(action: SavedAction): string {
  return textOption(action, 'variable') || digitsVariable;
}

function readIn(action: SavedAction, option: string): string[] {
  return [...textsIn(optionOf(action, option))].flatMap(namesIn);
}
