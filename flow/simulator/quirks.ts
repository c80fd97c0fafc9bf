import type { Quirk } from '../catalog/field';
import { documentedBudget, limits } from '../catalog/limits';
import type { Semantics } from '../catalog/semantics';

/** One place where VoIPbin's engine was seen to do something else than its documentation says. */
export interface SimulatorQuirk extends Quirk {
  readonly name: string;
  /**
   * The `documented` semantics leave it out. The others hold in both, because the documentation is silent or contradicts
   * itself there; each can still be switched off alone.
   */
  readonly deviates: boolean;
  /** Read in the source and never seen running: off in both semantics unless it is switched on. */
  readonly suspected?: true;
}

const list = [
  {
    name: 'goto-loop-count-never-zero',
    documented: 'A `goto` jumps `loop_count` times and then falls through.',
    observed: 'The count of a `goto` never gets below 1: it jumps until the flow has used up its 101 executions.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGotoLoop: the count 0 is left out when the option is written back, so the old 1 stays; seen by running it',
    deviates: true,
  },
  {
    name: 'branch-no-default-stops',
    documented: 'A `branch` without a matching case and without a default continues with the next action.',
    observed: 'A `branch` without a matching case and without a default stops the flow, and VoIPbin hangs up the call.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch; seen by running it',
    deviates: true,
  },
  {
    name: 'condition-variable-literal',
    documented: '`variable` of a `condition_variable` is the name of a variable.',
    observed: '`variable` of a `condition_variable` is the text to compare: a bare name is compared itself.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable; seen by running it',
    deviates: true,
  },
  {
    name: 'datetime-operands-swapped',
    documented: 'A `condition_datetime` compares the current time with its options.',
    observed: 'A `condition_datetime` compares its options with the current time: `>=` with hour 9 is true until 9:00.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
    deviates: true,
  },
  {
    name: 'weekdays-abort',
    documented: '`weekdays` restricts a `condition_datetime` to days of the week.',
    observed:
      'Any non-empty `weekdays` stops the flow: substitution turns the numbers into strings, which then cannot be read as numbers.',
    source:
      'bin-flow-manager/pkg/variablehandler/substitute.go resolveValue; bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
    deviates: true,
  },
  {
    name: 'length-counts-bytes',
    documented: 'The value type `length` counts characters.',
    observed: 'The value type `length` counts the bytes of the text in UTF-8.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable; seen by running it',
    deviates: true,
  },
  {
    name: 'queue-timeout-ignored',
    documented: 'A queue returns the call after its wait timeout, and the flow continues.',
    observed:
      'A queue does not return the call, so the caller keeps waiting. Its wait flow is a separate list that the engine refuses to leave.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/activeflow.go:110 ServiceStop; bin-queue-manager/pkg/queuecallhandler; seen by running it',
    deviates: true,
  },
  {
    name: 'on-complete-parks',
    documented: 'A flow of `on_complete_flow_id` runs when the flow before it has ended.',
    observed:
      'After a call such a flow waits forever on the first action that needs the call, such as `talk`. VoIPbin passes it to a call that is over.',
    source: 'bin-flow-manager/pkg/activeflowhandler/execute.go:25 Execute; seen by running it',
    deviates: true,
  },
  {
    name: 'on-complete-chain-endless',
    documented: 'At most five flows run one after another through `on_complete_flow_id`.',
    observed:
      'A chain of `on_complete_flow_id` that names itself never ends. From the sixth on, each flow stops without variables and starts the next. A flow that sets `voipbin.activeflow.complete_count` starts the count again.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/stop.go:46; bin-flow-manager/pkg/activeflowhandler/variable.go:36; seen by running it',
    deviates: true,
  },
  {
    name: 'service-end-loses-stack',
    documented: 'After a queue, a conference or an AI session that is the last action of its list the flow finishes.',
    observed: 'The engine ends with the error "no more stack left" there. VoIPbin hangs up the call anyway.',
    source: 'bin-flow-manager/pkg/activeflowhandler/activeflow.go ServiceStop; seen by running it',
    deviates: true,
  },
  {
    name: 'goto-without-count-never-jumps',
    documented: 'A `goto` without `loop_count` always jumps.',
    observed: 'A `goto` without `loop_count` never jumps.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGoto; seen by running it',
    deviates: false,
  },
  {
    name: 'budget-101-actions',
    documented: `A run may execute ${documentedBudget.actions} actions in a row, and wait ${documentedBudget.waits} times.`,
    observed: `A run may execute ${limits.executions.value} actions in total, including the end of the list.`,
    source:
      'bin-flow-manager/pkg/activeflowhandler/db.go updateNextAction; main.go maxActiveFlowExecuteCount; seen by running it',
    deviates: false,
  },
  {
    name: 'digits-length-default-unlimited',
    documented: 'A missing `length` of a `digits_receive` is 1.',
    observed: 'Without `length` a `digits_receive` accepts any number of keys, until an end key or its time ends it.',
    source: 'bin-call-manager/pkg/callhandler/digit.go checkDigitsCondition; seen by running it',
    deviates: false,
  },
  {
    name: 'text-id-dropped',
    documented: 'One page recommends readable ids, another one requires UUIDs.',
    observed: 'Saving drops an id that is not a UUID. An option that names it cannot be read when the action runs.',
    source: 'bin-api-manager/server/main.go ConvertFlowManagerAction; seen by running it',
    deviates: false,
  },
  {
    name: 'operator-words-unsupported',
    documented: 'One page lists words such as `equal` as operators, another one symbols such as `==`.',
    observed: 'Only the symbols work; any other operator makes the condition false.',
    source: 'bin-flow-manager/pkg/activeflowhandler/common.go compareCondition; seen by running it',
    deviates: false,
  },
  {
    name: 'datetime-omitted-is-zero',
    documented: 'The documentation does not mention a `condition_datetime` without `hour` or `minute`.',
    observed: 'An omitted `hour` or `minute` is compared as 0; only -1 leaves it out.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionDatetime; seen by running it',
    deviates: false,
  },
  {
    name: 'next-id-unknown-ends-quietly',
    documented: 'A `next_id` that no action has is the error "action not found in flow".',
    observed: 'A `next_id` that no action has ends the flow without an error.',
    source: 'bin-flow-manager/pkg/stackmaphandler/action.go GetNextAction; seen by running it',
    deviates: false,
  },
  {
    name: 'duplicate-ids',
    documented: 'Ids must be unique; the documentation does not say what happens otherwise.',
    observed:
      'The first action with an id runs instead of the others. The list continues after the first, and the others never run.',
    source: 'bin-flow-manager/pkg/stackmaphandler/action.go findAction; seen by running it',
    deviates: false,
  },
  {
    name: 'branch-variable-braces',
    documented: 'The documentation does not say whether `variable` of a `branch` accepts braces.',
    observed: 'VoIPbin replaces `${name}` with its value and then looks up the value as a name.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleBranch; seen by running it',
    deviates: false,
  },
  {
    name: 'array-elements-become-strings',
    documented: 'The documentation does not mention list values that are not strings.',
    observed: 'Substitution turns numbers, booleans and null in lists into strings.',
    source: 'bin-flow-manager/pkg/variablehandler/substitute.go resolveValue; seen by running it',
    deviates: false,
  },
  {
    name: 'goto-target-frozen-after-first-jump',
    documented: 'The documentation does not mention a `goto` with a variable as target.',
    observed: 'The first jump writes the id into the action: later jumps go there even if the variable changes.',
    source: 'bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleGotoLoop; seen by running it',
    deviates: false,
  },
  {
    name: 'timed-wait-endless',
    documented: 'A `sleep`, a `digits_receive` or an `echo` ends when its time is over.',
    observed:
      'Its time may never end it. VoIPbin keeps the time stamp of the action in nanoseconds and sends it in microseconds. It then checks whether the two are equal.',
    source:
      'bin-call-manager/pkg/callhandler/action.go:196,257-259; bin-common-handler/pkg/requesthandler/call_calls.go:58; read, not seen',
    deviates: false,
    suspected: true,
  },
  {
    name: 'connect-failure-holds',
    documented: 'If the only party of a `connect` is busy or does not answer, the flow continues.',
    observed:
      'The caller may stay alone in the bridge: the engine stores that the flow should continue but never reads it.',
    source: 'bin-call-manager/pkg/callhandler/outgoing_call.go:282 execute_next_master_on_hangup; read, not seen',
    deviates: false,
    suspected: true,
  },
  {
    name: 'early-media-goes-on',
    documented: 'With `early_media` the caller stays in the bridge when the called parties have left.',
    observed: 'The flow may continue then.',
    source: 'bin-call-manager/pkg/callhandler/outgoing_call.go; read, not seen',
    deviates: false,
    suspected: true,
  },
  {
    name: 'bridge-does-not-answer',
    documented: 'The bridge of a `connect` or of a queue answers the call.',
    observed: 'Joining that bridge may leave the call unanswered.',
    source: 'bin-call-manager/pkg/confbridgehandler/joined.go joinedTypeConnect; read, not seen',
    deviates: false,
    suspected: true,
  },
] as const satisfies readonly SimulatorQuirk[];

export type QuirkName = (typeof list)[number]['name'];

/** Every deviation the simulator knows; those that `documented` leaves out come first, the suspected ones last. */
export const quirks: readonly (SimulatorQuirk & { readonly name: QuirkName })[] = list;

/** The deviation with a name. */
export function findQuirk(name: string): SimulatorQuirk | undefined {
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
