/** What a flow comes to in calls, for people: its ends by both meanings, the calls that it places, and what happens in each as words. */
export { callText } from './callText';
export { isDropped, isEndless } from './endKinds';
export { timesText, usedText } from './figures';
export { type NestedCall, nestedCalls } from './nestedCalls';
export { placeNames } from './placeNames';
export { untakenEdges } from './untakenEdges';
export { endsOnlyInOther, exploringWays, isInOther, otherThan, type Ways, type WaysOptions } from './ways';
export { worldInWhole } from './worldInWhole';
