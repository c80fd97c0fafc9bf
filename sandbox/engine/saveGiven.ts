import { type JsonValue, type SaveResult, saveActions, switchQuirks } from '../../flow';
import type { Core } from '../core';

/** A list of actions as VoIPbin saves it, in the semantics of the sandbox: only types and `anonymous` are checked. */
export function saveGiven({ meaning: { semantics, quirks }, newId }: Core, actions: JsonValue | undefined): SaveResult {
  const keepTextIds = !switchQuirks(semantics, quirks)['text-id-dropped'];
  return saveActions(actions, newId, { keepTextIds });
}
