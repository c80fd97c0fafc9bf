import { deprecatedType } from './action/deprecatedType';
import { duplicateId } from './action/duplicateId';
import { idNotUuid } from './action/idNotUuid';
import { internalType } from './action/internalType';
import { missingType } from './action/missingType';
import { nameIsType } from './action/nameIsType';
import { nextIdNotUuid } from './action/nextIdNotUuid';
import { noopType } from './action/noopType';
import { reservedId } from './action/reservedId';
import { retiredType } from './action/retiredType';
import { unknownActionKey } from './action/unknownActionKey';
import { unknownType } from './action/unknownType';
import { addressNotDialable } from './address/addressNotDialable';
import { addressTargetFormat } from './address/addressTargetFormat';
import { addressTypeUnsupported } from './address/addressTypeUnsupported';
import { destinationsMissing } from './address/destinationsMissing';
import { sourceMissing } from './address/sourceMissing';
import type { Check } from './check';
import { bothFlowAndActions } from './document/bothFlowAndActions';
import { duplicateKey } from './document/duplicateKey';
import { emptyActions } from './document/emptyActions';
import { flowShape } from './document/flowShape';
import { jsonSyntax } from './document/jsonSyntax';
import { noFlowNoActions } from './document/noFlowNoActions';
import { placeholderValue } from './document/placeholderValue';
import { unknownBodyKey } from './document/unknownBodyKey';
import { deprecatedOption } from './option/deprecatedOption';
import { digitsCharacters } from './option/digitsCharacters';
import { ignoredOption } from './option/ignoredOption';
import { languageTag } from './option/languageTag';
import { optionRange } from './option/optionRange';
import { optionRequired } from './option/optionRequired';
import { optionType } from './option/optionType';
import { optionUuid } from './option/optionUuid';
import { optionValue } from './option/optionValue';
import { recordingFormat } from './option/recordingFormat';
import { removedOption } from './option/removedOption';
import { speechMarkup } from './option/speechMarkup';
import { speechTooLong } from './option/speechTooLong';
import { unitSuspicious } from './option/unitSuspicious';
import { unknownOption } from './option/unknownOption';
import { urlInvalid } from './option/urlInvalid';
import { webhookDataJson } from './option/webhookDataJson';
import { branchCaseUnmatchable } from './path/branchCaseUnmatchable';
import { branchClearsDigits } from './path/branchClearsDigits';
import { branchFallthrough } from './path/branchFallthrough';
import { budgetExceeded } from './path/budgetExceeded';
import { callerDropped } from './path/callerDropped';
import { conditionAfterConnect } from './path/conditionAfterConnect';
import { digitsNotReset } from './path/digitsNotReset';
import { endKeyIncluded } from './path/endKeyIncluded';
import { endlessLoop } from './path/endlessLoop';
import { recordingNotWaited } from './path/recordingNotWaited';
import { retryWithoutLimit } from './path/retryWithoutLimit';
import { selfTarget } from './path/selfTarget';
import { unreachableAction } from './path/unreachableAction';
import { branchNoDefault } from './reference/branchNoDefault';
import { gotoNeverEnds } from './reference/gotoNeverEnds';
import { gotoNeverJumps } from './reference/gotoNeverJumps';
import { nextIdDangling } from './reference/nextIdDangling';
import { nextIdUnused } from './reference/nextIdUnused';
import { skippedOnReference } from './reference/skippedOnReference';
import { targetDangling } from './reference/targetDangling';
import { targetNotUuid } from './reference/targetNotUuid';
import { targetOtherScope } from './reference/targetOtherScope';
import { targetReserved } from './reference/targetReserved';
import { suppressUnused } from './suppress/suppressUnused';
import { branchVariableValue } from './variable/branchVariableValue';
import { conditionOperator } from './variable/conditionOperator';
import { conditionValueMismatch } from './variable/conditionValueMismatch';
import { conditionVariableBareName } from './variable/conditionVariableBareName';
import { datetimeOperatorReversed } from './variable/datetimeOperatorReversed';
import { datetimeWeekdaysAbort } from './variable/datetimeWeekdaysAbort';
import { datetimeZeroCompared } from './variable/datetimeZeroCompared';
import { unknownVariable } from './variable/unknownVariable';
import { variableLimits } from './variable/variableLimits';
import { variableName } from './variable/variableName';
import { variableNeverSet } from './variable/variableNeverSet';
import { variableParentScope } from './variable/variableParentScope';
import { variableReserved } from './variable/variableReserved';

/**
 * Every check, group by group, each in the order in which a reader of the reference wants them. Those of options say the most general things:
 * they come last, and so do their findings among several at one place.
 */
export const checks: readonly Check[] = [
  jsonSyntax,
  duplicateKey,
  flowShape,
  unknownBodyKey,
  noFlowNoActions,
  bothFlowAndActions,
  emptyActions,
  placeholderValue,
  suppressUnused,
  missingType,
  unknownType,
  retiredType,
  deprecatedType,
  internalType,
  noopType,
  unknownActionKey,
  idNotUuid,
  nextIdNotUuid,
  reservedId,
  duplicateId,
  nameIsType,
  sourceMissing,
  destinationsMissing,
  addressTypeUnsupported,
  addressNotDialable,
  addressTargetFormat,
  targetNotUuid,
  targetDangling,
  targetOtherScope,
  targetReserved,
  nextIdDangling,
  nextIdUnused,
  branchNoDefault,
  gotoNeverJumps,
  gotoNeverEnds,
  unreachableAction,
  endlessLoop,
  selfTarget,
  budgetExceeded,
  branchFallthrough,
  branchCaseUnmatchable,
  retryWithoutLimit,
  conditionAfterConnect,
  recordingNotWaited,
  digitsNotReset,
  endKeyIncluded,
  branchClearsDigits,
  callerDropped,
  skippedOnReference,
  conditionVariableBareName,
  branchVariableValue,
  conditionOperator,
  conditionValueMismatch,
  unknownVariable,
  variableNeverSet,
  variableParentScope,
  variableName,
  variableReserved,
  variableLimits,
  datetimeWeekdaysAbort,
  datetimeOperatorReversed,
  datetimeZeroCompared,
  optionRequired,
  unknownOption,
  removedOption,
  deprecatedOption,
  ignoredOption,
  optionType,
  optionValue,
  optionRange,
  optionUuid,
  unitSuspicious,
  recordingFormat,
  speechMarkup,
  speechTooLong,
  languageTag,
  digitsCharacters,
  webhookDataJson,
  urlInvalid,
];
