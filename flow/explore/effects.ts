import { actionDefinitions } from '../catalog';
import type { ActionPlace, Jump, JumpEdge, RunEvent } from '../simulator';
import type { Run } from '../simulator/run/run';
import { placedKey } from './placedKey';
import { documentPlace, type Trial } from './trial';

/** Where a run stands: the current action, and those that pushed its list, outermost first. */
export type Standing = Pick<RunEvent, 'place' | 'stack'>;

export interface EffectEdge {
  /** The same for the same edge. */
  readonly key: string;
  readonly from: ActionPlace;
  readonly to: ActionPlace | undefined;
  readonly name: string;
}

/** A call that an action of the document places, with a flow that stands in the action itself. */
export interface EffectPlaced {
  readonly at: ActionPlace;
  /** The same for flows that go the same ways. */
  readonly key: string;
}

/** What an action that was executed shows of the flow: the ways that were taken to it and on from it, and where it stands. */
export interface Effects {
  readonly edges: readonly EffectEdge[];
  /** Actions of the document. */
  readonly visits: readonly ActionPlace[];
  readonly placed: readonly EffectPlaced[];
  /** What was assumed, one sentence each. */
  readonly assumed: readonly string[];
}

/** Types whose AI can set variables. */
const aiTypes = new Set(
  actionDefinitions.filter(({ category, setsAnything }) => category === 'ai' && setsAnything).map(({ type }) => type),
);

/** The effects of a trial that began with the run as `before` has it. */
export function effectsOf(before: Run, { events, end, assumes, run }: Trial): Effects {
  const edges: EffectEdge[] = [];
  const take = (from: ActionPlace, to: ActionPlace | undefined, name: string) =>
    edges.push({ key: `${from.index} ${to?.index ?? ''} ${name}`, from, to, name });
  const visits: ActionPlace[] = [];
  const placed: EffectPlaced[] = [];
  const assumed: string[] = [...assumes];
  // A jump that is pending was told when it was taken; in front of the first action nothing leads anywhere.
  const isFresh = before.forward === undefined && (before.current?.position ?? -1) >= 0;
  let from = isFresh ? documentPlace(standing(before)) : undefined;
  for (const event of events) {
    if (event.type === 'jump') {
      const here = documentPlace(event);
      if (here && event.to.path) take(here, event.to, jumpName(event));
      from = undefined;
    } else if (event.type === 'action') {
      if (!event.place?.path) continue;
      if (from) take(from, event.place, 'next');
      visits.push(event.place);
      if (aiTypes.has(event.action) && !event.skipped)
        assumed.push('An AI can set variables. Each value that the flow compares is tried, one at a time.');
    } else if (isPlacing(event)) {
      // Calls to several parties have the same flow.
      if (placed.length === 0) placed.push({ at: event.place, key: placedKey(run) });
    } else if (event.type === 'assumed') assumed.push(event.detail);
  }
  if (end?.outcome === 'finished' && from) take(from, undefined, 'end');
  return { edges, visits, placed, assumed };
}

/** Whether an action of the document places a call with actions of its own. */
export function isPlacing(
  event: RunEvent,
): event is Extract<RunEvent, { type: 'child' }> & { readonly place: ActionPlace } {
  return (
    event.type === 'child' &&
    event.child.cause === 'call' &&
    event.child.input.saved !== undefined &&
    event.place?.path !== undefined
  );
}

/** The current action, with those that pushed its list. */
export function standing({ current }: Run): Standing {
  return { place: current?.stack.list.placeAt(current.position), stack: current?.stack.callers ?? [] };
}

const names: Readonly<Record<JumpEdge, string>> = {
  next_id: 'next_id',
  goto: 'goto',
  'branch-case': 'case',
  'branch-default': 'default',
  'condition-false': 'false',
  restart: 'restart',
  'queue-agent': 'agent',
  'queue-timeout': 'queue gives up',
};

/** The name of the edge that a jump takes. */
export function jumpName({ edge, branch }: Jump): string {
  return edge === 'branch-case' ? JSON.stringify(branch?.matched ?? '') : names[edge];
}
