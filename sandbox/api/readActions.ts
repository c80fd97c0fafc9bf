import { canonicalUuid, nilUuid } from '../../flow/model/uuid';
import { type JsonObject, type SavedAction, saveActions, switchQuirks } from '../../flow/simulator';
import type { Core } from '../core';
import { invalid } from './apiError';
import { member, textOf } from './body';

/** The member `actions` of a body as VoIPbin saves it: only types and `anonymous` are looked at. */
export function readActions(core: Core, body: JsonObject): readonly SavedAction[] {
  const { semantics, quirks } = core.meaning;
  const keepTextIds = !switchQuirks(semantics, quirks)['text-id-dropped'];
  const saved = saveActions(member(body, 'actions'), core.newId, { keepTextIds });
  if (saved.ok) return saved.actions;
  throw invalid(saved.reason, saved.message);
}

/** A member that holds an id; what is no UUID counts as absent. */
export function uuidOf(body: JsonObject, name: string): string {
  return canonicalUuid(textOf(body, name) ?? '') ?? nilUuid;
}
