/**
 * The flow, executed: what VoIPbin's engine does with a flow, without a phone, an account or a clock.
 *
 * **A run is a generator.** `runFlow(input, options)` yields a {@link RunEvent} for everything that happens and returns a
 * {@link RunResult}. Every event carries `time` (virtual ms since the start), `place` (the current action: `index` as in the
 * engine's traces, and `path` in the document as jsonc-parser has it) and `stack` (the actions whose nested lists are running,
 * outermost first). Same input and same answers give the same events.
 *
 * **Whatever the run cannot know it asks.** An event of type `question` holds a {@link Question}; its {@link Answer} is passed
 * to the next `next(answer)`. Every other event is followed by a plain `next()`. `undefined` is an answer to every question:
 * the run assumes something sensible and tells what in an `assumed` event.
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
 * **Time passes only in a `wait` question.** It says what is waited `for`, `since` when, `until` when it ends by itself
 * (undefined: only the outside ends it) and what `keys` do. Answers: `pass` (time runs to `until`), or one thing that happens
 * `at` a virtual time: `key`, `hangup`, `over`, `leg` (a called party answers or is gone), `amd`, `agent`, `queue-timeout`,
 * `stop`. After a key or a leg the same wait is asked again, with a later `since`, until it is over. An interactive driver
 * therefore starts a timer for `until - since`, answers `pass` when it rings and the key, the button or the new state when the
 * user is faster; a question that nobody answers yet is simply held.
 *
 * A run cannot be copied or stored, but it can be made again: keep the answers, and give them to a new one. That is how to
 * step back, and how to go on after a restart.
 *
 * **The order of events.** `start`, then for each action: `jump`/`return` (how it was reached), `action` (it is the current
 * one, option substituted, executions used), what it does (`variable`, `test`, `said`, `question`, …), `action-end`; at last
 * `child` for what follows and `end`. A step debugger stops at `action`: it has not run yet.
 *
 * **Other runs.** A `child` event hands over the {@link RunInput} of a run that begins: a call of the action `call`, the flow of
 * `on_complete_flow_id`, the flow that follows a recording or a transcription. The driver runs it, or not.
 * {@link simulate} does all of this against a {@link World}; {@link scriptedWorld} makes one from a script.
 *
 * **Two semantics.** `observed` (default) and `documented`; where they differ is a {@link Quirk}, listed in {@link quirks}, and
 * each can be switched alone with `options.quirks`. A `quirk` event tells where one decides. {@link compareSemantics} runs both
 * and finds the first place where they part.
 *
 * Nothing here throws or runs for ever, whatever the document and the answers are: the bound of 101 executions ends every run, and where
 * VoIPbin has no limit the simulator has {@link bounds}, told in a `limit` event.
 * {@link saveActions} is what VoIPbin does to a list of actions when it saves it.
 */
export type { Case, CaseInputs } from './cases/case';
export { type CaseResult, runCase, type TraceRow } from './cases/runCase';
export { type Comparison, compareSemantics, findParting, type Parting } from './compareSemantics';
export type { RunError } from './errors';
export type {
  ChildRun,
  ConditionPart,
  JumpEdge,
  RunEnd,
  RunEvent,
  RunEventType,
  RunOutcome,
  SkipReason,
} from './events';
export { foldMembers } from './go/foldMembers';
export { parseJson } from './go/parseJson';
export { valueOfNode } from './go/valueOfNode';
export { callVariables } from './handlers/call';
export { recordingVariables } from './handlers/recording';
export { countingIds, type IdSource, nilId } from './ids';
export { isList, isObject, type JsonObject, type JsonValue } from './jsonValue';
export { speechDuration } from './media/speechDuration';
export type { Place } from './place';
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
export { findQuirk, type QuirkName, type QuirkSwitches, quirks, type Semantics, switchQuirks } from './quirks';
export type { Quirk } from './quirks/quirk';
export { begin } from './run/begin';
export { type BoundName, bounds } from './run/bounds';
export { copyRun } from './run/copyRun';
export { isBudgetSpent } from './run/executionLimit';
export type { Run, Script } from './run/run';
export { type RunOptions, type RunResult, runAction, runFlow, startRun } from './run/runFlow';
export { digitsVariable } from './run/variables';
export type { RunInput } from './runInput';
export { type SaveRefusal, type SaveResult, saveActions } from './save/saveActions';
export { type ChildSimulation, type Simulation, simulate, simulateInSteps } from './simulate';
export { type ActionList, actionList, type SavedAction } from './stack/actionList';
export { type Assumption, assume, nameOf } from './world/assume';
export { own } from './world/own';
export { scriptedWorld } from './world/scriptedWorld';
export { silentWorld, type World } from './world/world';
export { readWorldScript, type WorldScript, type WorldScriptResult } from './world/worldScript';
