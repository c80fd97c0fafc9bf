import assert from 'node:assert/strict';
import type { JsonValue } from '../../flow/json/jsonValue';
import { type ActionList, actionList, saveActions } from '../../flow/simulator';
import { countingIds } from '../../flow/simulator/ids';

/** Actions as VoIPbin keeps them once they are saved. */
export function savedList(...actions: readonly JsonValue[]): ActionList {
  const saved = saveActions(actions, countingIds(), { keepTextIds: false });
  assert.ok(saved.ok);
  return actionList(saved.actions, '', ['actions']);
}
