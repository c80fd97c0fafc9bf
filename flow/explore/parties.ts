import { nilUuid } from '../model/uuid';
import type { LegState } from '../simulator';
import type { Run } from '../simulator/run/run';
import { type CalleePlan, type Choice, type Happening, nothing } from './choice';

const usualPlans: readonly CalleePlan[] = [
  'answers',
  'busy',
  'no_answer',
  'fails',
  { does: 'answers', hangs_up_after: 1000 },
];

/** The same before the run itself does something, so many ms later, such as a detector that hangs up; a key can be pressed earlier still. */
const quickPlans = (left: number): readonly CalleePlan[] => {
  const [soon, later] = [Math.floor(left / 8), Math.floor((left * 5) / 8)];
  return [
    { does: 'answers', after: soon, hangs_up_after: later },
    { does: 'answers', after: soon },
    { does: 'busy', after: later },
    { does: 'no_answer', after: later },
    { does: 'fails', after: later },
  ];
};

/** Ends its ringing while others still talk. */
const givesUpSoon: CalleePlan = { does: 'no_answer', after: 3000 };

/** Of more parties only so many answer alone: the others are like the last of them. */
const maxAlone = 50;

/** What the parties of a `connect` do. */
export interface Parties {
  /** Every combination of two, and of more what one of them alone, or all, can do. */
  readonly plans: readonly Choice[];
  /** What they do where a key is pressed meanwhile. */
  readonly withKeys: readonly Choice[];
}

/** What the parties of a `connect` do; `deadline` is when the run itself breaks the wait off, in virtual ms. */
export function parties(
  legs: readonly LegState[],
  run: Run,
  { callees: planned, asked }: Happening,
  deadline: number | undefined,
): Parties {
  if (asked === run.legs.length) return { plans: nothing, withKeys: nothing };
  const ringing = legs
    .filter(({ status, id, leg }) => status === 'ringing' && id !== nilUuid && planned?.(leg) === undefined)
    .map(({ leg }) => leg);
  const [item, other, ...more] = ringing;
  if (item === undefined) return { plans: nothing, withKeys: nothing };
  const isAsked = new Set(ringing);
  // There can be many parties: what each does is worked out only for the choice that is taken.
  const choice = (plan: (leg: number) => CalleePlan): Choice => ({
    happening: { callees: (leg) => (isAsked.has(leg) ? plan(leg) : planned?.(leg)), asked: run.legs.length },
  });
  const allDo = (plan: CalleePlan) => choice(() => plan);
  // A `hangup` behind the bridge passes on why the first party has left.
  const relays = (run.current?.stack.list.actions.length ?? 0) > 1;
  const quick = deadline === undefined ? [] : quickPlans(deadline - run.clock);
  const usual = [...usualPlans, ...quick];
  const all = relays ? [...usual, givesUpSoon] : usual;
  const combined = (): readonly Choice[] => {
    if (other === undefined) return all.map(allDo);
    if (more.length === 0) return all.flatMap((a) => usual.map((b) => choice((leg) => (leg === item ? a : b))));
    const alone = ringing
      .slice(0, maxAlone)
      .map((answers) => choice((leg) => (leg === answers ? 'answers' : 'no_answer')));
    const answering = (['answers', ...quick.slice(0, 1)] as const).flatMap((answer) =>
      all.map((plan) => choice((leg) => (leg === item ? plan : leg === other ? answer : 'no_answer'))),
    );
    return [...alone, ...all.map(allDo), ...(relays ? answering : [])];
  };
  const plans = combined();
  return { plans, withKeys: [...plans.slice(0, 1), ...quick.map(allDo)] };
}
