import { digitsVariable } from '../catalog/variables';
import { perObject } from '../collections/perObject';
import type { JsonObject, JsonValue } from '../json/jsonValue';
import type { SavedAction } from '../simulator';
import { actionsIn } from './lists';
import { canBeSilent, namesIn, optionOf, readsIn, textOption, textsIn } from './optionReading';

/**
 * What an action can go another way by: names of variables, and `#type` for what the outside, or an earlier action, has decided about actions of a type.
 *
 * Texts that are spoken or sent decide nothing, unless nothing is left to speak. Undefined where it cannot be told before the run.
 */
export function decidersOf(action: SavedAction): readonly string[] | undefined {
  const all = readsIn(action.option);
  switch (action.type) {
    case 'branch':
      return textOption(action, 'variable').includes('${') ? undefined : [testedByBranch(action), ...all];
    case 'condition_variable':
      // By the documented meaning a bare text is a name.
      return [textOption(action, 'variable'), ...all];
    case 'condition_datetime':
      return ['#now', ...all];
    case 'condition_call_digits':
    case 'digits_receive':
      return [digitsVariable, ...all];
    case 'variable_set':
      return readsIn(textOption(action, 'key')).length > 0 || makesTemplates(action) ? undefined : [];
    case 'fetch':
    case 'fetch_flow':
    case 'queue_join':
    case 'conference_join':
      // What the actions of such a list depend on is known with the list.
      return ['#flow', `#${action.type}`, ...all];
    case 'ai_task':
    case 'ai_summary':
      return [aiSubject, '#flow', `#${action.type}`, ...all];
    case 'ai_talk':
      return [aiSubject, '#flow', `#${action.type}`, messageText, ...all];
    case 'amd':
      return ['#amd', ...all];
    case 'connect':
    case 'call':
      return [
        `#${action.type}`,
        ...typesOf(optionOf(action, 'destinations')),
        ...readsIn(optionOf(action, 'anonymous')),
        ...placedReads(action),
      ];
    case 'talk':
      return spokenDeciders(action, 'text', 'language', 'digits_handle');
    case 'digits_send':
      return spokenDeciders(action, 'digits');
    case 'message_send':
    case 'email_send':
    case 'webhook_send':
    case 'conversation_send':
    case 'play':
      return services.has(action.type) ? [`#${action.type}`] : [];
    default:
      return services.has(action.type) ? [`#${action.type}`, ...all] : all;
  }
}

/** Types by which a service is asked that may refuse, or does not do a thing twice, so that the flow goes another way. */
const services: ReadonlySet<string> = new Set([
  'message_send',
  'recording_start',
  'transcribe_start',
  'transcribe_recording',
  'case_create',
]);

/** Without a message there is nothing to talk about in a conversation: whether the variable is set decides. */
export const messageText = 'voipbin.conversation_message.text';

/** The subject of what AIs decide: a world says it once for all of their sessions. */
export const aiSubject = '#ai';

/** The variable that an action sets or empties for certain; undefined where there is none. */
export function overwrittenBy(action: SavedAction): string | undefined {
  if (action.type === 'branch') return testedByBranch(action);
  if (action.type !== 'variable_set') return undefined;
  // What is not a text leaves the variable as it is.
  const isText = (value: JsonValue | undefined) => value === undefined || value === null || typeof value === 'string';
  return isText(optionOf(action, 'key')) && isText(optionOf(action, 'value')) ? textOption(action, 'key') : undefined;
}

/** The bare name that a `branch` looks at. */
export function testedByBranch(action: SavedAction): string {
  return textOption(action, 'variable') || digitsVariable;
}

/** A value is substituted a second time when it is set: parts of a `${…}` can come together in it. */
export function makesTemplates(action: SavedAction): boolean {
  return /[${]/.test(textOption(action, 'value').replace(/\$\{[^}\n]*\}/g, ''));
}

/** Where all that a text says comes from variables it may say nothing: then the call does not wait for its end. */
function spokenDeciders(action: SavedAction, spoken: string, ...others: readonly string[]): readonly string[] {
  const text = textOption(action, spoken);
  return [...(canBeSilent(text) ? namesIn(text) : []), ...others.flatMap((name) => readsIn(optionOf(action, name)))];
}

/** The list of actions that a `call` has of its own. */
export const placedActions = (option: JsonObject): readonly SavedAction[] => actionsIn(optionOf({ option }, 'actions'));

/**
 * The variables of this flow on which the flow of a `call` can depend: those that texts of its own actions hold where they decide something. They
 * are replaced before the new call exists; what an action reads by its type belongs to the new call.
 */
export function placedReads(action: SavedAction): readonly string[] {
  return action.type === 'call' && action.option ? readsInPlaced(action.option) : [];
}

/** Asked for each time that a `call` is tried. */
const readsInPlaced = perObject((option: JsonObject) => [...new Set(placedActions(option).flatMap(readsThatCount))]);

function readsThatCount(action: SavedAction): readonly string[] {
  const all = readsIn(action.option);
  const deciding = decidersOf(action);
  if (!deciding) return all;
  const copied = action.type === 'variable_set' ? namesIn(textOption(action, 'value')) : [];
  return all.filter((name) => deciding.includes(name) || copied.includes(name));
}

/** Whether a party can be called depends on the type of its address. */
function typesOf(destinations: JsonValue | undefined): readonly string[] {
  const list = Array.isArray(destinations) ? (destinations as readonly JsonValue[]) : [destinations];
  return list.flatMap((address) =>
    typeof address === 'object' && address !== null && !Array.isArray(address)
      ? Object.entries(address).flatMap(([key, value]) =>
          key.toLowerCase() === 'type' ? [...textsIn(value as JsonValue)].flatMap(namesIn) : [],
        )
      : readsIn(address),
  );
}
