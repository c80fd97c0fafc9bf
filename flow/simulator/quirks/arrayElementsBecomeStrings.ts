import type { Quirk } from './quirk';

export const arrayElementsBecomeStrings = {
  name: 'array-elements-become-strings',
  documented: 'Nothing is said of values in lists that are no texts.',
  observed: 'Substitution turns numbers, booleans and null in lists into texts.',
  source: 'bin-flow-manager/pkg/variablehandler/substitute.go resolveValue; seen by running it',
  deviates: false,
} as const satisfies Quirk;
