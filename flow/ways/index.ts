/** What a flow comes to in calls, for people: its ends by both meanings, the calls that it places, and what happens in each as words. */

export * from './callText'; // what happens outside the flow in a call
export * from './callThatShows'; // the shortest call that shows a mistake
export * from './endKinds'; // dropped calls, and flows that never end
export * from './endText'; // how calls end, in words
export * from './exploringLists'; // explores a flow with the calls that it places
export * from './figures'; // durations and executions in words
export * from './leftOutText'; // what an exploration left out
export * from './listWays'; // what calls of one list come to
export * from './nestedCalls'; // the calls that a flow places
export * from './placeNames'; // the places of a run as names
export * from './shownFindings'; // findings that a call can show
export * from './untakenEdges'; // edges that no call takes
export * from './utcTime'; // times
export * from './wayAt'; // the shortest call to an action
export * from './ways'; // what calls of a flow come to
export * from './whenItRuns'; // when an action runs
