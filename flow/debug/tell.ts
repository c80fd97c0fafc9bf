import { findQuirk, nameOf, type RunEvent } from '../simulator';
import { partyLeaves } from '../text/callEnd';
import { shortQuantity } from '../text/quantity';

/** What an event says in the debug console; undefined for what the editor shows anyway. Plain text, one line. */
export function tell(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'said':
      return `says "${event.text}"`;
    case 'played':
      return `plays ${event.urls.join(', ')}`;
    case 'key':
      return `key ${event.key}, digits are "${event.digits}"`;
    case 'answered':
      return 'the call is answered';
    case 'leg': {
      const name = nameOf(event.leg.destination);
      if (event.leg.status === 'ringing') return `${name} rings`;
      return event.leg.status === 'answered' ? `${name} answers` : `${name} ${partyLeaves(event.reason)}`;
    }
    case 'child':
      return event.child.cause === 'call'
        ? `calls ${nameOf(event.child.destination ?? {})}, which runs its own flow`
        : 'the next flow begins';
    case 'assumed':
      return event.detail;
    case 'limit':
      return event.detail;
    case 'quirk': {
      const quirk = findQuirk(event.quirk);
      if (!quirk?.deviates && !quirk?.suspected) return undefined;
      return event.active ? quirk.observed : `The engine was seen to differ: ${quirk.observed}`;
    }
    case 'action-end':
      if (event.detail === undefined) return undefined;
      return event.result === 'done' ? event.detail : `${event.action} ${event.result}: ${event.detail}`;
    case 'end':
      return `The run ends after ${timeText(event.time)}: ${event.outcome}${event.error ? ` (${event.error})` : ''}. ${event.detail} ${usedText(event)}`;
    default:
      return undefined;
  }
}

/** A virtual time, such as `12.4 s`. */
export const timeText = (ms: number): string => shortQuantity(Math.round(ms), 'ms');

const usedText = ({ used, limit }: { used: number; limit: number | undefined }) =>
  `${used}${limit === undefined ? '' : ` of ${limit}`} executions used.`;
