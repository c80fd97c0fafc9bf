import type { Quirk } from './quirk';

export const arrayElementsBecomeStrings = {
  name: 'array-elements-become-strings',
  documented: 'The documentation does not mention list values that are not strings.',
  observed: 'Substitution turns numbers, booleans and null in lists into strings.',
  source: 'bin-flow-manager/pkg/variablehandler/substitute.go resolveValue; seen by running it',
  deviates: false,
} as const satisfies Quirk;
