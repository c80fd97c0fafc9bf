import { own } from '../../flow/json/own';

/** What a called party does that is called no more, by the reason that VoIPbin gives: the end of a sentence. */
const texts: Readonly<Record<string, string>> = {
  normal: 'hangs up',
  busy: 'is busy',
  noanswer: 'does not answer',
  dialout: 'does not answer in time',
  failed: 'cannot be reached',
  cancel: 'is no longer called',
};

export const partyOver = (reason = 'normal'): string => own(texts, reason) ?? `has left: ${reason}`;
