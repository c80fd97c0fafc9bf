import { canonicalUuid, type JsonObject, nilUuid, type SavedAction } from '../../flow';
import type { Core } from '../core';
import { saveGiven } from '../engine/saveGiven';
import { invalid } from './apiError';
import { member, textMember } from './body';

/** The member `actions` of a body as VoIPbin saves it: only types and `anonymous` are looked at. */
export function readActions(core: Core, body: JsonObject): readonly SavedAction[] {
  const saved = saveGiven(core, member(body, 'actions'));
  if (saved.ok) return saved.actions;
  throw invalid(saved.reason, saved.message);
}

/** A member that holds an id; what is not a UUID counts as absent. */
export function uuidOf(body: JsonObject, name: string): string {
  return canonicalUuid(textMember(body, name) ?? '') ?? nilUuid;
}
