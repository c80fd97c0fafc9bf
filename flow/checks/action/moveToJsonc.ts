import { isActionName } from '../../model/actionName';
import type { FlowModel } from '../../model/flowModel';
import type { Fix } from '../check';

/** The fix for an id that is a name, where names are not allowed: the form of document in which they are. None for every other text. */
export function moveToJsonc({ jsonc }: FlowModel, text: string | undefined): Fix[] {
  if (jsonc || text === undefined || !isActionName(text)) return [];
  return [{ title: 'Move to a .flow.jsonc, where ids can be names', edits: [], toJsonc: true }];
}
