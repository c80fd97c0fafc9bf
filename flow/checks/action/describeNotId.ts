import { maxNameLength, readActionId } from '../../model/actionName';
import type { FlowModel } from '../../model/flowModel';

/** What a text is not that stands for an id, in a document as this one. */
export function describeNotId({ jsonc }: FlowModel, text: string): string {
  // A message shows the text without the spaces.
  if (text !== text.trim() && readActionId(text.trim(), jsonc) !== undefined)
    return `has a space before or after it, so it is not ${idWord({ jsonc })}.`;
  return jsonc
    ? `is not a UUID and not a name. A name is a letter, then letters, digits, \`-\` and \`_\`, at most ${maxNameLength}.`
    : 'is not a UUID.';
}

/** What an id is to be. */
export const idWord = ({ jsonc }: Pick<FlowModel, 'jsonc'>): string => (jsonc ? 'a name or a UUID' : 'a UUID');

/** What a reference is to be: `UUID of an action`. */
export const idOfAction = ({ jsonc }: FlowModel): string =>
  jsonc ? 'name or the UUID of an action' : 'UUID of an action';
