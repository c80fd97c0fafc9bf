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
 * **Two semantics.** `observed` (default) and `documented`. Each difference is a {@link SimulatorQuirk}, listed in {@link quirks}, and
 * `options.quirks` switches a single one. A `quirk` event says where one decides. {@link compareSemantics} runs both
 * and finds the first place where they differ.
 *
 * Nothing here throws or runs forever, for any document and any answers: the limit of 101 executions ends every run. Where
 * VoIPbin has no limit, the simulator has {@link bounds}, reported in a `limit` event.
 * {@link saveActions} does what VoIPbin does to a list of actions when it saves it.
 */

export * from './cases/recordedFlow'; // a recorded trace of the engine
export * from './cases/runCase'; // runs one and compares
export * from './compareSemantics'; // where both semantics differ
export * from './documentInput'; // the run of a document
export * from './errors'; // why the engine stops a run
export * from './events'; // what happens in a run
export * from './go/foldMembers'; // keys as Go reads them
export * from './go/parseGoJson'; // JSON as Go reads it
export * from './go/parseUtc'; // dates and times
export * from './go/valueOfNode'; // the value of a node, as Go reads it
export * from './handlers/call'; // the variables of a call
export * from './handlers/recording'; // the variables of a recording
export * from './inputIn'; // a run in the world of a script
export * from './media/speechDuration'; // how long a text takes to speak
export * from './media/spokenText'; // what a caller hears of a text
export * from './place'; // the place of an action in a run
export * from './questions'; // what a run asks, and answers
export * from './quirks'; // every deviation of the engine
export * from './run/runFlow'; // a run, event by event
export * from './runInput'; // what a run starts with
export * from './save/saveActions'; // what saving does to actions
export * from './simulate'; // a run to its end, in a world
export * from './stack/actionList'; // actions that can run
export * from './world/assume'; // what a run assumes without an answer
export * from './world/callees'; // what called parties do
export * from './world/scriptedWorld'; // a world that follows a script
export * from './world/world'; // worlds, and the one that is silent
export * from './world/worldScript'; // scripts of worlds, and reading them
