import { arrayElementsBecomeStrings } from './arrayElementsBecomeStrings';
import { branchNoDefaultStops } from './branchNoDefaultStops';
import { branchVariableBraces } from './branchVariableBraces';
import { budget101Actions } from './budget101Actions';
import { conditionVariableLiteral } from './conditionVariableLiteral';
import { datetimeOmittedIsZero } from './datetimeOmittedIsZero';
import { datetimeOperandsSwapped } from './datetimeOperandsSwapped';
import { digitsLengthDefaultUnlimited } from './digitsLengthDefaultUnlimited';
import { duplicateIds } from './duplicateIds';
import { gotoLoopCountNeverZero } from './gotoLoopCountNeverZero';
import { gotoTargetFrozenAfterFirstJump } from './gotoTargetFrozenAfterFirstJump';
import { gotoWithoutCountNeverJumps } from './gotoWithoutCountNeverJumps';
import { lengthCountsBytes } from './lengthCountsBytes';
import { nextIdUnknownEndsQuietly } from './nextIdUnknownEndsQuietly';
import { operatorWordsUnsupported } from './operatorWordsUnsupported';
import type { Quirk } from './quirk';
import { textIdDropped } from './textIdDropped';
import { weekdaysAbort } from './weekdaysAbort';

const list = [
  gotoLoopCountNeverZero,
  branchNoDefaultStops,
  conditionVariableLiteral,
  datetimeOperandsSwapped,
  weekdaysAbort,
  lengthCountsBytes,
  gotoWithoutCountNeverJumps,
  budget101Actions,
  digitsLengthDefaultUnlimited,
  textIdDropped,
  operatorWordsUnsupported,
  datetimeOmittedIsZero,
  nextIdUnknownEndsQuietly,
  duplicateIds,
  branchVariableBraces,
  arrayElementsBecomeStrings,
  gotoTargetFrozenAfterFirstJump,
] as const;

export type QuirkName = (typeof list)[number]['name'];

/** Every deviation the simulator knows; those that `documented` leaves out come first. */
export const quirks: readonly (Quirk & { readonly name: QuirkName })[] = list;

/** The deviation with a name. */
export function findQuirk(name: string): Quirk | undefined {
  return quirks.find((one) => one.name === name);
}

export type Semantics = 'documented' | 'observed';

/** Which deviations hold. */
export type QuirkSwitches = Readonly<Record<QuirkName, boolean>>;

/** The deviations of a semantics, with single ones switched. */
export function switchQuirks(semantics: Semantics, changes: Partial<QuirkSwitches> = {}): QuirkSwitches {
  const entries = quirks.map(({ name, deviates }) => [name, changes[name] ?? (semantics === 'observed' || !deviates)]);
  return Object.fromEntries(entries) as QuirkSwitches;
}
