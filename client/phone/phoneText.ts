/** The words of the phone, for the person who uses it. */
import { callEnd, capitalize } from '../../flow';
import type { LegAction, LegEnd, LegFacts, LegState, Pace, Party, PhoneWaitReason } from './phoneModel';

/** The buttons, and what each does. */
export const actionTexts: Readonly<Record<LegAction, { readonly label: string; readonly effect: string }>> = {
  answer: { label: 'Answer', effect: 'Picks up.' },
  decline: { label: 'Decline', effect: 'Rejects the call. For the flow it is not answered.' },
  busy: { label: 'Busy', effect: 'The line is busy.' },
  noAnswer: { label: 'No Answer', effect: 'The phone rings until VoIPbin gives up.' },
  machine: { label: 'Machine Answers', effect: 'An answering machine picks up; the action amd detects it.' },
  endWait: { label: 'Let the Flow Continue', effect: 'Ends the wait of the flow; the call continues.' },
  hangup: { label: 'Hang Up', effect: 'Ends the call.' },
};

/** What decides how a call continues, and what the person can do. */
export const paceTexts: Readonly<Record<Pace, string>> = {
  plays: 'This call plays by itself. Press a key or hang up to take it over.',
  taken: 'You have taken over this call.',
  stopped: 'The debugger has stopped this call. A key counts when it continues.',
  patient: 'No time passes until you do something.',
};

const stateTexts: Readonly<Record<Exclude<LegState, 'over'>, string>> = {
  calling: 'Calling',
  ringing: 'Ringing',
  talking: 'In call',
};

/** The name of a party, or the dialled address if it has no name. */
export const partyName = ({ name, address }: Party): string => name || address || 'Unknown';

/** A party with name and address, as in `Workshop (+15550101001)`. */
export const describeParty = ({ name, address }: Party): string =>
  name && address && name !== address ? `${name} (${address})` : name || address || 'unknown';

/** The state of a leg; why it is over, once it is. */
export function describeState({ state, end }: LegFacts): string {
  return state === 'over' ? describeEnd(end) : stateTexts[state];
}

/** Why a leg is over, as a phrase with a capital letter. */
function describeEnd(end: LegEnd | undefined): string {
  if (!end) return 'Over';
  return capitalize(callEnd(enders[end.by], end.reason));
}

const enders = { person: 'you', flow: 'flow', voipbin: 'platform' } as const;

/** What ended the wait for keys. */
export const timeoutText = (keys: string): string =>
  keys === '' ? 'The time is up. You pressed no key.' : `The time is up. Keys so far: ${[...keys].join(' ')}`;

const waitTexts: Readonly<Record<PhoneWaitReason, string>> = {
  talk: 'Speaking',
  play: 'Playing',
  beep: 'Beep',
  digits: 'Waiting for keys',
  digits_send: 'VoIPbin sends keys',
  sleep: 'Silence',
  recording: 'You are recorded',
  echo: 'You hear what you say',
  amd: 'VoIPbin checks whether a machine has answered',
  callee: 'Ringing other parties',
  bridge: 'Connected with other parties',
  conference: 'In a conference',
  ai: 'Talking with an AI',
  block: 'The flow waits until the call is hung up',
};

/** What a flow waits for, as the person on the line sees it. `others`: the parties that it dialled for this call. */
export function describeWait(what: PhoneWaitReason, others: readonly string[] = []): string {
  if (others.length === 0) return waitTexts[what];
  const names = others.join(', ');
  if (what === 'callee') return `Ringing ${names}`;
  return what === 'bridge' ? `Connected with ${names}` : waitTexts[what];
}

/** Which flows answer a number. */
export function describeAnswers(callFlow: string | undefined, messageFlow: string | undefined): string {
  const calls = callFlow === undefined ? 'No flow answers calls' : `"${callFlow}" answers calls`;
  return messageFlow === undefined ? calls : `${calls}, "${messageFlow}" messages`;
}
