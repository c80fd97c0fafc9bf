import { findAction } from '../../catalog';
import type { Semantics } from '../../catalog/semantics';
import { perObject } from '../../collections/perObject';
import type { EventBody, RunEnd } from '../events';
import { type DecodedObject, DecodeError, decodeOption } from '../go/decodeOption';
import { handlers } from '../handlers';
import { countingIds, type IdSource } from '../ids';
import { type QuirkName, type QuirkSwitches, switchQuirks } from '../quirks';
import type { RunInput } from '../runInput';
import type { SavedAction } from '../stack/actionList';
import { advance, emptyType } from './advance';
import { begin } from './begin';
import { endOf } from './endOf';
import { followUps } from './followUps';
import {
  type Continuation,
  callOver,
  createRun,
  event,
  failed,
  meet,
  next,
  type Run,
  type Script,
  type StoredLists,
  stop,
} from './run';

export interface RunOptions {
  /** `observed` when absent. */
  readonly semantics?: Semantics | undefined;
  /** Deviations that are switched otherwise than the semantics has them. */
  readonly quirks?: Partial<QuirkSwitches> | undefined;
  /** Where ids come from; counted UUIDs when absent, so that equal runs are equal. */
  readonly ids?: IdSource | undefined;
  /** What the runs of one simulation have in common; made new when absent. */
  readonly stored?: StoredLists | undefined;
}

export interface RunResult extends RunEnd {
  /** The whole variable map at the end, `voipbin.activeflow.*` included. */
  readonly variables: Readonly<Record<string, string>>;
  /** Virtual ms of the end. */
  readonly endedAt: number;
  /** The named deviations that decided something, in order of their first time. */
  readonly quirks: readonly QuirkName[];
}

/**
 * Runs a flow: yields what happens and asks what it cannot know; ends with the result.
 *
 * See the head of `index.ts`. It ends whatever the document and the answers are, and throws nothing.
 */
export function runFlow(input: RunInput, options: RunOptions = {}): Script<RunResult> {
  return runWhole(startRun(input, options));
}

/** A run from its beginning to its end, for those who look at it, or change it, between its events. */
export function* runWhole(run: Run): Script<RunResult> {
  return yield* runOn(run, yield* begin(run));
}

/** A run that has begun, from the next action to its end. */
export function* runOn(run: Run, ended?: RunEnd): Script<RunResult> {
  let end = ended;
  while (!end) end = yield* runAction(run);
  if (end.outcome !== 'refused') yield* followUps(run, end);
  yield event(run, { type: 'end', ...end });
  return { ...end, variables: Object.fromEntries(run.variables), endedAt: run.clock, quirks: [...run.met] };
}

/** The bookkeeping of a run that has not begun. */
export function startRun(input: RunInput, options: RunOptions): Run {
  const switches = switchQuirks(options.semantics ?? 'observed', options.quirks);
  return createRun(input, options.ids ?? countingIds(), switches, options.stored ?? new WeakMap());
}

/** Finds the next action and runs it; the end of the run where there is none to come. */
export function* runAction(run: Run): Script<RunEnd | undefined> {
  const found = yield* advance(run);
  if (found.kind === 'finish') return endOf(run, { outcome: 'finished', error: null, detail: found.detail });
  if (found.kind === 'stop') return endOf(run, { outcome: 'stopped', error: found.error, detail: found.detail });
  const step = found.skipped ? next : yield* execute(run, found.action);
  yield event(run, endOfAction(run, found.action, found.skipped, step));
  if (step.kind === 'stop') return endOf(run, { outcome: 'stopped', error: step.error, detail: step.detail });
  if (step.kind === 'end') {
    const { outcome, detail, hangup } = step;
    return endOf(run, { outcome, error: null, detail, ...(hangup ? { hangup } : {}) });
  }
  if (step.kind === 'jump') yield* takeJump(run, step);
  else if (step.kind === 'return') run.current = step.to;
  return undefined;
}

function* execute(run: Run, action: SavedAction): Script<Continuation> {
  const definition = findAction(action.type);
  const handle = handlers[action.type];
  if (action.type === emptyType) return next;
  if (!definition || !handle) return failed('not-implemented', `VoIPbin does not implement \`${action.type}\`.`);
  const isCallOver = definition.runBy === 'call-manager' && run.callStatus === 'hangup';
  if (isCallOver && run.input.follows === 'on_complete') {
    yield meet(run, 'on-complete-parks');
    if (run.quirks['on-complete-parks']) return parked(action);
  }
  let option: DecodedObject;
  try {
    option = decodeCurrent(run, action);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    // It takes its entry of a script all the same.
    if (action.type === 'digits_receive') run.digitsReceived++;
    const detail = `The option cannot be read: ${error.message}.`;
    return definition.onFailure.effect === 'abort-flow' ? stop('decode', detail) : failed('decode', detail);
  }
  if (isCallOver) return callOver;
  return yield* handle(run, option);
}

/** Options without variables, as they were decoded, by how ids are read. */
const decodedWithTextIds = perObject(({ type, option }: SavedAction) => decodeOption(type, option, { anyText: true }));
const decodedWithUuids = perObject(({ type, option }: SavedAction) => decodeOption(type, option, { anyText: false }));

function decodeCurrent({ option, quirks }: Run, action: SavedAction): DecodedObject {
  const anyText = !quirks['text-id-dropped'];
  if (option !== action.option) return decodeOption(action.type, option, { anyText });
  return anyText ? decodedWithTextIds(action) : decodedWithUuids(action);
}

const parked = ({ type }: SavedAction): Continuation => ({
  kind: 'end',
  outcome: 'blocked',
  detail: `\`${type}\` needs the call, which is over: VoIPbin does not hand it to a call, and the flow waits forever.`,
});

function* takeJump(run: Run, { to, jump }: Extract<Continuation, { kind: 'jump' }>): Script<void> {
  const place = to.stack.list.placeAt(to.position);
  if (place) yield event(run, { type: 'jump', ...jump, to: place });
  run.forward = to;
}

function endOfAction(
  run: Run,
  { type: action }: SavedAction,
  skipped: 'media' | 'unknown-type' | undefined,
  step: Continuation,
): EventBody {
  const type = 'action-end';
  if (skipped === 'media') {
    const kind = run.input.referenceType || 'none';
    return {
      type,
      action,
      result: 'skipped',
      reason: skipped,
      detail: `\`${action}\` does not run on this reference (${kind}).`,
    };
  }
  if (skipped)
    return {
      type,
      action,
      result: 'skipped',
      reason: skipped,
      detail: `VoIPbin does not know the type \`${action}\`.`,
    };
  if (step.kind === 'stop') {
    const { detail, jump } = step;
    return { type, action, result: 'failed', reason: undefined, detail, ...(jump ? { jump } : {}) };
  }
  if (step.kind !== 'next') return { type, action, result: 'done', reason: undefined, detail: undefined };
  return { type, action, result: step.result ?? 'done', reason: step.reason, detail: step.detail };
}
