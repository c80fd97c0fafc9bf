import type { Core } from '../core';
import type { Call } from '../resources/call';
import type { Row } from '../resources/row';
import { nameCall, nameParties } from './names';

/** The last thing that was said about each call. */
const told = new WeakMap<Row, string>();

/** One line for each status of a call. */
export function logCall(core: Core, row: Row): void {
  const call = row as Call;
  const text = statusText(call);
  if (text === undefined || told.get(row) === text) return;
  told.set(row, text);
  core.log(`${nameCall(call)}  ${text}`);
}

function statusText(call: Call): string | undefined {
  switch (call.status) {
    case 'dialing':
      return `${nameParties(call)}`;
    case 'ringing':
      return call.direction === 'incoming' ? `${nameParties(call)}, incoming` : 'rings';
    case 'progressing':
      return 'is answered';
    case 'hangup':
      return `is over: hung up by ${call.hangup_by === 'local' ? 'VoIPbin' : 'the phone'} (${call.hangup_reason})`;
    default:
      return undefined;
  }
}
