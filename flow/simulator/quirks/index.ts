import type { Semantics } from '../../catalog/semantics';
import { arrayElementsBecomeStrings } from './arrayElementsBecomeStrings';
import { branchNoDefaultStops } from './branchNoDefaultStops';
import { branchVariableBraces } from './branchVariableBraces';
import { bridgeDoesNotAnswer } from './bridgeDoesNotAnswer';
import { budget101Actions } from './budget101Actions';
import { conditionVariableLiteral } from './conditionVariableLiteral';
import { connectFailureHolds } from './connectFailureHolds';
import { datetimeOmittedIsZero } from './datetimeOmittedIsZero';
import { datetimeOperandsSwapped } from './datetimeOperandsSwapped';
import { digitsLengthDefaultUnlimited } from './digitsLengthDefaultUnlimited';
import { duplicateIds } from './duplicateIds';
import { earlyMediaGoesOn } from './earlyMediaGoesOn';
import { gotoLoopCountNeverZero } from './gotoLoopCountNeverZero';
import { gotoTargetFrozenAfterFirstJump } from './gotoTargetFrozenAfterFirstJump';
import { gotoWithoutCountNeverJumps } from './gotoWithoutCountNeverJumps';
import { lengthCountsBytes } from './lengthCountsBytes';
import { nextIdUnknownEndsQuietly } from './nextIdUnknownEndsQuietly';
import { onCompleteChainEndless } from './onCompleteChainEndless';
import { onCompleteParks } from './onCompleteParks';
import { operatorWordsUnsupported } from './operatorWordsUnsupported';
import { queueTimeoutIgnored } from './queueTimeoutIgnored';
import type { Quirk } from './quirk';
import { serviceEndLosesStack } from './serviceEndLosesStack';
import { textIdDropped } from './textIdDropped';
import { timedWaitEndless } from './timedWaitEndless';
import { weekdaysAbort } from './weekdaysAbort';

const list = [
  gotoLoopCountNeverZero,
  branchNoDefaultStops,
  conditionVariableLiteral,
  datetimeOperandsSwapped,
  weekdaysAbort,
  lengthCountsBytes,
  queueTimeoutIgnored,
  onCompleteParks,
  onCompleteChainEndless,
  serviceEndLosesStack,
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
  timedWaitEndless,
  connectFailureHolds,
  earlyMediaGoesOn,
  bridgeDoesNotAnswer,
] as const;

export type QuirkName = (typeof list)[number]['name'];

/** Every deviation the simulator knows; those that `documented` leaves out come first, the suspected ones last. */
export const quirks: readonly (Quirk & { readonly name: QuirkName })[] = list;

/** The deviation with a name. */
export function findQuirk(name: string): Quirk | undefined {
  return quirks.find((item) => item.name === name);
}

/** Which deviations hold. */
export type QuirkSwitches = Readonly<Record<QuirkName, boolean>>;

/** The deviations of a semantics, with single ones switched. */
export function switchQuirks(semantics: Semantics, changes?: Partial<QuirkSwitches>): QuirkSwitches {
  return changes === undefined ? unchanged[semantics] : switched(semantics, changes);
}

function switched(semantics: Semantics, changes: Partial<QuirkSwitches>): QuirkSwitches {
  const entries = quirks.map(({ name, deviates, suspected = false }) => {
    const holds = !suspected && (semantics === 'observed' || !deviates);
    return [name, changes[name] ?? holds];
  });
  return Object.fromEntries(entries) as QuirkSwitches;
}

/** Most runs change nothing: they have the switches in common. */
const unchanged: Readonly<Record<Semantics, QuirkSwitches>> = {
  documented: switched('documented', {}),
  observed: switched('observed', {}),
};
