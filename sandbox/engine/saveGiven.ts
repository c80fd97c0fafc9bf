import { type JsonValue, type SaveResult, saveActions, switchQuirks } from '../../flow/simulator';
import type { Core } from '../core';

/** A list of actions as VoIPbin saves it, under the meaning that the sandbox has: only types and `anonymous` are looked at. */
export function saveGiven({ meaning: { semantics, quirks }, newId }: Core, actions: JsonValue | undefined): SaveResult {
  const keepTextIds = !switchQuirks(semantics, quirks)['text-id-dropped'];
  return saveActions(actions, newId, { keepTextIds });
}
