import { ownerOf, type Phone, type PhoneLeg, wantsKeys } from './phoneModel';
import { describeParty, describeState, paceTexts, partyName } from './phoneText';

/** What has changed, in sentences for a screen reader. Spoken texts are not among them: the page reads them out itself. */
export function announcements(before: Phone, after: Phone): readonly string[] {
  if (before === after) return [];
  const ofLegs = after.legs.flatMap((leg) => {
    const old = before.legs.find(({ id }) => id === leg.id);
    return old === leg ? [] : changes(old, leg, after.legs.length > 1);
  });
  const { refusal } = after;
  return refusal && refusal !== before.refusal ? [...ofLegs, refusal.text] : ofLegs;
}

function changes(old: PhoneLeg | undefined, leg: PhoneLeg, isOneOfSeveral: boolean): string[] {
  const title = partyName(ownerOf(leg));
  const told = (text: string) => (isOneOfSeveral ? `${title}: ${text}.` : `${text}.`);
  if (old?.state !== leg.state) {
    if (leg.state === 'calling') return [];
    if (leg.state === 'ringing' && leg.person === 'called')
      return [`${title} is ringing. ${describeParty(leg.from)} calls.`];
    return [told(describeState(leg)), ...(wantsKeys(leg) ? [told('Waiting for keys')] : [])];
  }
  return [
    ...(leg.pace && leg.pace !== old.pace ? [paceTexts[leg.pace]] : []),
    ...(wantsKeys(leg) && !wantsKeys(old) ? [told('Waiting for keys')] : []),
  ];
}
