import { own } from '../json/own';

/** Who ends a call. `flow`: its action `hangup`. `platform`: VoIPbin, for another reason. `you`: the person who reads. */
export type Ender = 'flow' | 'caller' | 'callee' | 'platform' | 'you';

const names: Readonly<Record<Ender, string>> = {
  flow: 'the flow',
  caller: 'the caller',
  callee: 'the called party',
  platform: 'VoIPbin',
  you: 'you',
};

/** What a party does that is not called or connected any more, by VoIPbin's hang-up reason: now, and afterwards. */
const doings: Readonly<Record<string, readonly [now: string, afterwards: string]>> = {
  normal: ['hangs up', 'hung up'],
  busy: ['is busy', 'was busy'],
  noanswer: ['does not answer', 'did not answer'],
  dialout: ['does not answer in time', 'did not answer in time'],
  failed: ['cannot be reached', 'could not be reached'],
  cancel: ['is no longer called', 'was no longer called'],
};

/** What a party does that leaves or is not reached, for the end of a sentence, such as "is busy". */
export const partyLeaves = (reason = 'normal'): string => own(doings, reason)?.[0] ?? `has left: ${reason}`;

/** The same, looking back, such as "was busy". */
export const partyLeft = (reason = 'normal'): string => own(doings, reason)?.[1] ?? `has left: ${reason}`;

/** Who ended a call and why, as a clause such as "the caller hung up". Source: bin-call-manager/models/call/call.go, HangupReason and HangupBy. */
export function callEnd(by: Ender, reason = 'normal'): string {
  // The reason that a flow gives is for the network of the other party.
  if (by === 'flow' || reason === 'normal') return `${names[by]} hung up`;
  if (reason === 'amd') return 'VoIPbin hung up on an answering machine';
  if (reason === 'timeout') return 'the call reached its maximum length';
  if (reason === 'cancel')
    return by === 'platform' ? 'VoIPbin stopped calling' : `${names[by]} hung up before an answer`;
  if (own(doings, reason) === undefined) return `VoIPbin says "${reason}"`;
  return by === 'you' ? `you ${partyLeft(reason).replace(/^was /, 'were ')}` : `${names.callee} ${partyLeft(reason)}`;
}
