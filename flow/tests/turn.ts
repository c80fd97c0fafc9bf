import { jumpName } from '../explore';
import type { ActionPlace, RunEvent, Simulation } from '../simulator';
import { quote } from '../text/quote';
import type { Known } from './failure';

/** Where a run first decided on its way after a moment, and how. */
export interface Turn {
  readonly place: ActionPlace | undefined;
  /** One sentence; empty where it decided nothing. */
  readonly text: string;
}

/** The first decision behind the event at `position`; without one the last action before the end. */
export function turnAfter({ events }: Simulation, position: number, { nameOf }: Known): Turn {
  for (const event of events.slice(position + 1)) {
    const text = decisionText(event, nameOf);
    if (text !== undefined) return { place: event.place, text };
  }
  return { place: events.at(-1)?.place, text: '' };
}

function decisionText(event: RunEvent, nameOf: Known['nameOf']): string | undefined {
  if (!event.place) return undefined;
  const here = nameOf(event.place);
  if (event.type === 'jump') {
    if (event.edge === 'next_id' || event.edge === 'restart') return undefined;
    const why = event.branch ? `, because \`${event.branch.variable}\` was ${quote(event.branch.value)}` : '';
    return `At ${here} the run took ${edgeText(event)} to ${nameOf(event.to)}${why}.`;
  }
  // Where it does not hold, a jump follows that says so.
  return event.type === 'test' && event.holds ? `At ${here} the condition was true.` : undefined;
}

function edgeText(jump: Extract<RunEvent, { type: 'jump' }>): string {
  return jump.edge === 'branch-case' ? `case ${jumpName(jump)}` : `\`${jumpName(jump)}\``;
}
