import {
  type ActionNode,
  type ActionPlace,
  actionAtPath,
  type ConditionPart,
  type FlowModel,
  findAction,
  isMade,
  jumpName,
  nameOf,
  type Path,
  partyLeaves,
  type RunEvent,
  type SkipReason,
  shorten,
} from '../../flow';
import { branchText, keysText, shortValue, shortVariable, toward } from './decisionText';
import type { RunTrace, TraceStep } from './traceModel';
import { skipText } from './whySkipped';

/** Where a place of a run stands in the document; the id is that of the action, where it is known. */
export type PathOfPlace = (place: ActionPlace, id: string | undefined) => Path | undefined;

/** The way that a run of the simulator has taken, with everything that decided. */
export function traceOfEvents(events: readonly RunEvent[], model: FlowModel, pathOfPlace: PathOfPlace): RunTrace {
  const began = events[0]?.time ?? 0;
  const steps: TraceStep[] = [];
  let isRunning = false;
  let used = 0;
  let limit: number | undefined;
  const idByIndex = new Map<string, string>();
  const nodeAt = (place: ActionPlace) => actionAtPath(model, pathOfPlace(place, idByIndex.get(place.index)));
  const note = (position: number, change: Partial<TraceStep>) => {
    const step = steps[position];
    if (step) steps[position] = { ...step, ...change };
  };
  for (const event of events) {
    switch (event.type) {
      case 'action':
        if (event.place) idByIndex.set(event.place.index, event.id);
        steps.push({
          path: event.place && pathOfPlace(event.place, event.id),
          type: event.action,
          option: event.option,
          at: event.time - began,
          by: 'next',
        });
        isRunning = true;
        ({ used, limit } = event);
        break;
      case 'action-end':
        if (event.result !== 'done') note(steps.length - 1, failureOf(event));
        if (event.jump) note(steps.length - 1, { by: jumpName(event.jump) });
        isRunning = false;
        break;
      case 'end':
        isRunning = false;
        ({ used, limit } = event);
        break;
      default: {
        // What happens in a list that VoIPbin made belongs to the action that it made it for.
        const position = isMade(event.place) ? steps.findLastIndex(({ path }) => path !== undefined) : steps.length - 1;
        const decided = decisionOf(event, nodeAt, steps[position]?.decided);
        if (decided !== undefined) note(position, { decided });
        if (event.type === 'jump') note(position, { by: jumpName(event) });
      }
    }
  }
  return { steps, isRunning, used, limit };
}

function decisionOf(
  event: RunEvent,
  nodeAt: (place: ActionPlace) => ActionNode | undefined,
  before: string | undefined,
): string | undefined {
  switch (event.type) {
    case 'jump': {
      const target = nodeAt(event.to);
      const { branch, edge, left } = event;
      if (branch) return branchText(branch.variable, branch.value, branch.matched !== undefined, target);
      if (edge === 'condition-false') return `${before ?? 'false'}${toward(target)}`;
      if (edge === 'goto') return `jumps ${timesLeft(left)}${toward(target)}`;
      return undefined;
    }
    case 'test':
      return [String(event.holds), event.parts.map(partText).join(', ')].filter(Boolean).join(': ');
    case 'key':
      return keysText(event.digits);
    case 'variable':
      return event.by === 'variable_set' || event.by === 'ai'
        ? `${shortVariable(event.name)} = ${shortValue(event.value ?? '')}`
        : undefined;
    case 'leg': {
      const name = shorten(nameOf(event.leg.destination), 24);
      if (event.leg.status === 'ringing') return `${name} rings`;
      return `${name} ${event.leg.status === 'answered' ? 'answers' : partyLeaves(event.reason)}`;
    }
    default:
      return undefined;
  }
}

/** How often a `goto` will jump after this time; undefined: its count never comes to an end. */
function timesLeft(left: number | undefined): string {
  if (left === undefined) return 'every time';
  return left === 0 ? 'for the last time' : `${left} more ${left === 1 ? 'time' : 'times'}`;
}

function partText({ what, left, operator, right }: ConditionPart): string {
  const side = (value: string | number) => (typeof value === 'number' ? String(value) : shortValue(value));
  return `${what === 'value' ? '' : `${what} `}${side(left)} ${operator} ${side(right)}`;
}

const reasons: Partial<Record<SkipReason, string>> = {
  'unknown-type': 'VoIPbin does not know the type',
  'not-implemented': 'VoIPbin does nothing',
  'not-answered': 'needs an answered call',
  'call-over': 'the call is over',
  'nothing-to-do': 'nothing to do',
};

/** Without a reason of its own, an action that fails takes the flow with it. */
function failureOf({ action, result, reason, detail }: Extract<RunEvent, { type: 'action-end' }>): Partial<TraceStep> {
  if (result === 'failed' && reason === undefined) return { stopped: shorten(detail ?? 'an error', 80) };
  return { skipped: skippedText(action, reason, detail) };
}

/** What a mark says of an action that had no effect: a few words. */
function skippedText(type: string, reason: SkipReason | undefined, detail: string | undefined): string {
  if (reason === 'media') return skipText(findAction(type)?.media);
  return (reason && reasons[reason]) ?? shorten(detail ?? 'no effect', 60);
}
