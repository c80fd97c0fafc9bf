/** What a flow comes to in calls, for people: its ends by both meanings, the calls that it places, and what happens in each as words. */

export { callText } from './callText';
export { callThatShows, mistakeOf } from './callThatShows';
export { actionKey, edgeKey, placeKey, type TakenEdge, takenKey } from './edgeKeys';
export { isDropped, isEndless } from './endKinds';
export { endText } from './endText';
export { exploringLists, type ListOptions } from './exploringLists';
export { timesText, usedText } from './figures';
export { leftOutText } from './leftOutText';
export type { ListWays } from './listWays';
export { type NestedCall, nestedCalls } from './nestedCalls';
export { placeNames } from './placeNames';
export { shownFindings } from './shownFindings';
export { untakenEdges } from './untakenEdges';
export { callTo, type WrittenWay, wayAt } from './wayAt';
export { endsOnlyInOther, exploringWays, isInOther, otherThan, type Ways, type WaysOptions } from './ways';
export { whenItRuns } from './whenItRuns';
