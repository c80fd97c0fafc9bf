import { nilUuid } from '../model/uuid';
import type { LegState, Run } from '../simulator';
import { type CalleePlan, type Choice, type Happening, nothing } from './choice';

const usualPlans: readonly CalleePlan[] = [
  'answers',
  'busy',
  'no_answer',
  'fails',
  { does: 'answers', hangs_up_after: 1000 },
];

/** Ends its ringing while others still talk. */
const givesUpSoon: CalleePlan = { does: 'no_answer', after: 3000 };

/** Of more parties only so many answer alone: the others are like the last of them. */
const maxAlone = 50;

/** What the parties of a `connect` do: every combination of two, and of more what one of them alone, or all, can do. */
export function parties(legs: readonly LegState[], run: Run, planned: Happening['callees']): readonly Choice[] {
  const ringing = legs
    .filter(({ status, id, leg }) => status === 'ringing' && id !== nilUuid && planned?.(leg) === undefined)
    .map(({ leg }) => leg);
  const [item, other, ...more] = ringing;
  if (item === undefined) return nothing;
  const isAsked = new Set(ringing);
  // There can be many parties: what each does is worked out only for the choice that is taken.
  const choice = (plan: (leg: number) => CalleePlan): Choice => ({
    happening: { callees: (leg) => (isAsked.has(leg) ? plan(leg) : planned?.(leg)) },
  });
  // A `hangup` behind the bridge passes on why the first party has left.
  const relays = (run.current?.stack.list.actions.length ?? 0) > 1;
  const plans = relays ? [...usualPlans, givesUpSoon] : usualPlans;
  if (other === undefined) return plans.map((plan) => choice(() => plan));
  if (more.length === 0) return plans.flatMap((a) => usualPlans.map((b) => choice((leg) => (leg === item ? a : b))));
  const alone = ringing
    .slice(0, maxAlone)
    .map((answers) => choice((leg) => (leg === answers ? 'answers' : 'no_answer')));
  const same = plans.map((plan) => choice(() => plan));
  const besides = plans.map((plan) => choice((leg) => (leg === item ? plan : leg === other ? 'answers' : 'no_answer')));
  return [...alone, ...same, ...(relays ? besides : [])];
}
