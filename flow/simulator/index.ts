/**
 * Runs a flow as VoIPbin's engine does, without a phone, an account or a clock.
 *
 * **A run is a generator.** `runFlow(input, options)` yields a {@link RunEvent} for everything that happens and returns a
 * {@link RunResult}. Every event carries `time` (virtual ms since the start), `place` (the current action: `index` as in the
 * engine's traces, and `path` in the document as jsonc-parser has it) and `stack` (the actions whose nested lists are running,
 * outermost first). The same input and the same answers give the same events.
 *
 * **The run asks for everything that it cannot know.** An event of type `question` holds a {@link Question}. Pass its {@link Answer}
 * to the next call, `next(answer)`. After every other event call `next()`. `undefined` is an answer to every question:
 * the run then assumes something sensible, and an `assumed` event says what.
 *
 * ```ts
 * const run = runFlow({ actions, referenceType: 'call' }, { semantics: 'observed' });
 * let step = run.next();
 * while (!step.done) {
 *   const event = step.value;
 *   show(event);
 *   step = run.next(event.type === 'question' ? await decide(event.question) : undefined);
 * }
 * step.value.outcome; // 'finished' | 'stopped' | 'blocked' | 'hangup' | 'refused'
 * ```
 *
 * **Time passes only in a `wait` question.** It says what the run waits `for`, `since` when, `until` when the wait ends by itself
 * (undefined: only the outside ends it) and what `keys` do. Answers: `pass` (time runs to `until`), or an event that happens
 * `at` a virtual time: `key`, `hangup`, `over`, `leg` (a called party answers or leaves), `amd`, `agent`, `queue-timeout`,
 * `stop`. After a key, a leg or `nothing` the run asks about the same wait again, with a later `since`, until it is over. So an
 * interactive driver starts a timer for `until - since`. It answers `pass` when the timer ends, or earlier with what the user
 * does. A question without an answer yet can wait.
 *
 * A run cannot be copied or stored, but it can be replayed: keep the answers and give them to a new run. This is how to
 * step back, and how to continue after a restart.
 *
 * **The order of events.** `start`, then for each action: `jump`/`return` (how it was reached), `action` (it is the current
 * action, option substituted, executions used), what it does (`variable`, `test`, `said`, `question`, …), `action-end`; at last
 * `child` for runs that follow, and `end`. A step debugger stops at `action`: the action has not run yet.
 *
 * **Other runs.** A `child` event has the {@link RunInput} of a run that begins: a call of the action `call`, the flow of
 * `on_complete_flow_id`, the flow that follows a recording or a transcription. The driver decides whether to run it.
 * {@link simulate} does all of this with a {@link World}; {@link scriptedWorld} makes a world from a script.
 *
 * **Two semantics.** `observed` (default) and `documented`. Each difference is a {@link Quirk}, listed in {@link quirks}, and
 * `options.quirks` switches a single one. A `quirk` event says where one decides. {@link compareSemantics} runs both
 * and finds the first place where they differ.
 *
 * Nothing here throws or runs forever, for any document and any answers: the limit of 101 executions ends every run. Where
 * VoIPbin has no limit, the simulator has {@link bounds}, reported in a `limit` event.
 * {@link saveActions} does what VoIPbin does to a list of actions when it saves it.
 */

export type { Semantics } from '../catalog/semantics';
export { isList, isObject, type JsonObject, type JsonValue } from '../json/jsonValue';
export type { RecordedFlow, RecordedInputs } from './cases/recordedFlow';
export { type CaseResult, runCase, type TraceRow } from './cases/runCase';
export { type Comparison, compareSemantics, findOwnParting, findParting, type Parting } from './compareSemantics';
export { type Beginning, documentInput } from './documentInput';
export { type RunError, runErrors } from './errors';
export type {
  ChildRun,
  ConditionPart,
  Jump,
  JumpEdge,
  RunEnd,
  RunEvent,
  RunEventType,
  RunOutcome,
  SkipReason,
} from './events';
export { foldMembers } from './go/foldMembers';
export { parseJson } from './go/parseJson';
export { parseUtc } from './go/parseUtc';
export { substituteText } from './go/substitute';
export { valueOfNode } from './go/valueOfNode';
export { callVariables, partyVariables, saidOfParty } from './handlers/call';
export { recordingVariables } from './handlers/recording';
export { countingIds, type IdSource } from './ids';
export { inputIn } from './inputIn';
export { speechDuration } from './media/speechDuration';
export { spokenText } from './media/spokenText';
export { type ActionPlace, countedFromOne, positionOf } from './place';
export type {
  Answer,
  HappeningAnswer,
  LegState,
  PassAnswer,
  Question,
  QueueAnswer,
  RequestQuestion,
  StoredFlow,
  WaitQuestion,
} from './questions';
export { findQuirk, type Quirk, type QuirkName, type QuirkSwitches, quirks, switchQuirks } from './quirks';
export { budgetEnd, nextPosition, readOptionAgain } from './run/advance';
export { begin } from './run/begin';
export { type BoundName, bounds } from './run/bounds';
export { copyRun } from './run/copyRun';
export { isBudgetSpent } from './run/executionLimit';
export type { Run, Script } from './run/run';
export { type RunOptions, type RunResult, runAction, runFlow, runOn, runWhole, startRun } from './run/runFlow';
export { timeOf } from './run/wait';
export type { RunInput } from './runInput';
export { type SaveRefusal, type SaveResult, saveActions } from './save/saveActions';
export { type ChildSimulation, type Simulation, simulate, simulateInSteps } from './simulate';
export { type ActionList, actionList, type SavedAction } from './stack/actionList';
export { actionAt, type Position, type Stack } from './stack/stackMap';
export { type Assumption, assume, assumedWaitFlow, nameOf } from './world/assume';
export { copyMemory, newMemory, type WorldMemory } from './world/happenings';
export { mergeWorlds } from './world/mergeWorlds';
export { scriptedWorld, sharedWorld } from './world/scriptedWorld';
export { silentWorld, type World } from './world/world';
export {
  canonicalWorld,
  readWorldScript,
  type WorldScript,
  type WorldScriptResult,
  worldSchema,
} from './world/worldScript';
