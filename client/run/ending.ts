import {
  type ActionNode,
  actionAtPath,
  actionLabel,
  type CheckSettings,
  checkFlow,
  type Finding,
  finishId,
  type Path,
  pathOf,
  severities,
} from '../../flow';
import { parseTime } from '../api/parseTime';
import { elapsed } from './elapsed';
import { hangupReason } from './hangupReason';
import type { ShownRun } from './run';
import { runModel } from './runModel';

/** How a run ended, for people. */
export interface Ending {
  /** How and why, in a few sentences. */
  readonly text: string;
  /** The first of them: what happened, in one line. */
  readonly headline: string;
  /** The action that is to blame where it was stopped. */
  readonly path?: Path | undefined;
  /** It did not end as a flow is meant to end. */
  readonly isTrouble: boolean;
  /** How long, and how much of the executions was used. */
  readonly figures: string;
}

/** How a run that is over has ended; the checks speak where it did not end by an action that ends it. */
export function endingOf(run: ShownRun, checkSettings: CheckSettings = {}): Ending {
  const figures = figuresOf(run);
  if (run.phase === 'lost') {
    const why = run.problem ?? 'It is no longer followed.';
    return { text: `${why} The call may continue.`, headline: why, isTrouble: true, figures };
  }
  const stopped = stoppedAt(run, checkSettings);
  const why = whyEnded(run);
  if (!stopped) return { text: why.text, headline: why.text, isTrouble: why.isTrouble, figures };
  const { action, isSpent, blamed, finding } = stopped;
  const label = actionLabel(action);
  const text = `${why.isExact ? why.text : 'VoIPbin stopped the flow, or the flow ended: VoIPbin does not say which.'} The last action was ${label}.`;
  const round = blamed === action ? '' : ` The flow went round at ${actionLabel(blamed)}.`;
  return {
    headline: isSpent ? `The flow used up its ${run.trace.limit} executions.` : `The flow stopped at ${label}.`,
    path: pathOf(blamed.node),
    text: finding ? `${text}${round} ${finding.message}` : text,
    isTrouble: true,
    figures,
  };
}

/** Why a run that is over is over, as far as it can be known; `isExact`: nothing has to be guessed. */
export function whyEnded({ kind, profile, call, activeflow, events, trace, groupcall, endedHere }: ShownRun) {
  const end = events?.at(-1);
  const { hangup_by: by, hangup_reason: reason = '', direction } = call ?? {};
  const because = (text: string, isTrouble = false, isExact = true) => ({ text, isTrouble, isExact });
  const ended = `The call ended: ${hangupReason(by, reason, direction)}.`;
  if (endedHere) return because(kind === 'call' ? 'You hung up.' : 'You stopped the flow.');
  // Source: bin-call-manager/pkg/groupcallhandler/answer.go: the first to answer ends the others.
  if (groupcall !== undefined && reason === 'cancel') return because('Another phone answered.');
  // Who runs a flow on the local VoIPbin holds its phone, too.
  const isAtPhone = profile === 'local' && by === 'remote';
  if (isAtPhone && reason === 'normal') return because('You hung up on the phone.');
  const isByFlow = end?.type === 'end' && end.hangup?.by === 'flow';
  if (call && !isByFlow && (reason !== 'normal' || by === 'remote'))
    return because(ended, reason !== '' && reason !== 'normal' && !isAtPhone);
  if (end?.type === 'end') return because(end.detail, end.outcome !== 'finished' && end.outcome !== 'hangup');
  if (!call) return because(activeflow ? 'The flow ended.' : 'The call was not answered.', false, false);
  if (trace.steps.at(-1)?.type === 'hangup') return because('The flow hung up.');
  if (activeflow?.current_action?.id === finishId) return because('The flow reached its end.');
  return because(ended, false, false);
}

/**
 * The action at which a flow was stopped, if it seems to have been: it did not reach its end, and neither party hung up. `blamed` is the action that the
 * finding is about.
 */
function stoppedAt(run: ShownRun, settings: CheckSettings) {
  const { call, activeflow, events, trace, document } = run;
  if (run.endedHere) return undefined;
  const end = events?.at(-1);
  if (end?.type === 'end' ? end.outcome !== 'stopped' : wasEnded(run)) return undefined;
  if (!events && call && call.hangup_reason !== 'normal') return undefined;
  if (!events && activeflow?.current_action?.id === finishId) return undefined;
  const last = trace.steps.at(-1);
  if (!last?.path) return undefined;
  const model = runModel(document);
  const action = actionAtPath(model, last.path);
  if (!action) return undefined;
  const findings = checkFlow(model, settings).sort((a, b) => rank(a) - rank(b));
  const findingOn = ({ node }: ActionNode) =>
    findings.find(({ offset, end: until }) => offset >= node.offset && until <= node.end);
  // Where the executions were used up, what went round and round is to blame, and not where it stood in the end.
  const isSpent = trace.limit !== undefined && trace.used >= trace.limit;
  const jumps = isSpent ? trace.steps.filter(({ type }) => type === 'goto') : [];
  const blamed = jumps.flatMap(({ path }) => actionAtPath(model, path) ?? []).find(findingOn) ?? action;
  return { action, isSpent, blamed, finding: findingOn(blamed) };
}

/** By an action that ends a flow, or by the other side. */
function wasEnded({ call, trace }: ShownRun): boolean {
  const type = trace.steps.at(-1)?.type;
  return type === 'hangup' || type === 'stop' || call?.hangup_by === 'remote';
}

const rank = ({ severity }: Finding) => severities.indexOf(severity);

function figuresOf({ kind, startedAt, endedAt, call, trace, events }: ShownRun): string {
  const parts: string[] = [];
  const talked = durationOf(parseTime(call?.tm_progressing), parseTime(call?.tm_hangup));
  const [first, last] = [events?.[0], events?.at(-1)];
  if (talked !== undefined) parts.push(`${elapsed(talked)} talked`);
  else if (kind === 'simulation' && first && last) parts.push(`${elapsed(last.time - first.time)} of simulated time`);
  else {
    // By the clock of VoIPbin, as the timeline has it: the local one can run fast.
    const ofCall = durationOf(parseTime(call?.tm_create), parseTime(call?.tm_hangup));
    const lasted = ofCall ?? durationOf(first?.time, last?.time) ?? durationOf(startedAt, endedAt);
    if (lasted !== undefined) parts.push(elapsed(lasted));
  }
  if (trace.limit !== undefined) parts.push(`${trace.used} of ${trace.limit} executions used`);
  return parts.join(', ');
}

function durationOf(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : Math.max(0, to - from);
}
