import type { WaitReason } from '../../flow';
import type { VirtualClock } from '../clock/virtualClock';
import type { AutoAnswer, Phone, PhoneEvent } from './phone';

/** Milliseconds after which a party leaves what has no end. */
const patience = 60_000;
const openEnded: ReadonlySet<WaitReason> = new Set(['callee', 'bridge', 'conference', 'ai']);

/** Does on the phones what `autoAnswer` says, with the same means as a person. */
export function startRobot(phone: Phone, clock: VirtualClock): void {
  const intentions = new Map<string, (() => void)[]>();
  const intend = (id: string, ms: number, run: () => void) => {
    intentions.set(id, [...(intentions.get(id) ?? []), clock.after(ms, run)]);
  };
  const forget = (id: string) => {
    for (const cancel of intentions.get(id) ?? []) cancel();
    intentions.delete(id);
  };
  phone.subscribe((event) => {
    if (event.type === 'reset') intentions.clear();
    else if (event.leg.ended) forget(event.leg.id);
    else if (phone.autoAnswer) react(phone, event, phone.autoAnswer, intend);
  });
}

function react(
  phone: Phone,
  event: Exclude<PhoneEvent, { type: 'reset' }>,
  { after, talksFor }: AutoAnswer,
  intend: (id: string, ms: number, run: () => void) => void,
): void {
  const { id, direction, role, status } = event.leg;
  if (event.type === 'leg') {
    if (direction === 'outgoing' && status === 'ringing') intend(id, after, () => phone.answer(id));
    if (role === 'connected' && status === 'progressing') intend(id, talksFor, () => phone.hangup(id));
  }
  if (event.type !== 'waiting' || event.waiting.until !== undefined || !openEnded.has(event.waiting.for)) return;
  const { began, for: what } = event.waiting;
  intend(id, patience + after + talksFor, () => {
    const now = phone.leg(id)?.waiting;
    if (now?.began !== began || now.for !== what) return;
    if (what === 'callee') phone.hangup(id);
    else phone.endWait(id);
  });
}
