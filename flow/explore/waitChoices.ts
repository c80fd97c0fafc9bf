import { digitsVariable } from '../catalog/variables';
import type { Question, WaitQuestion } from '../simulator';
import { substituteText } from '../simulator/go/substitute';
import type { Run } from '../simulator/run/run';
import { actionAt } from '../simulator/stack/stackMap';
import { type Choice, type Happening, nothing } from './choice';
import type { Constants } from './constants';
import { aiSubject } from './decides';
import type { Facts } from './facts';
import { numberOption, textOption } from './optionReading';
import type { Outside } from './outside';
import { parties } from './parties';
import { entriesOf, keysOf } from './typing';

/** Before a key is pressed, as the scripted world has it, in ms. */
const pause = 400;
/** ms until the caller hangs up. */
const usualPatience = 500;
const never = Number.POSITIVE_INFINITY;

/** What can happen during a wait and make a difference; the most ordinary first. Never empty. `sofar`: what happens in the same action. */
export function waitChoices(
  question: WaitQuestion,
  run: Run,
  facts: Facts,
  outside: Outside,
  sofar: Happening,
): readonly Choice[] {
  const { given } = outside;
  const constants = outside.constantsFor(run);
  const first = (question.received ?? 0) === 0;
  if (question.for !== 'amd' && (!first || question.for === 'block')) return nothing;
  const { since, until } = question;
  const lasts = Math.min(until === undefined ? 1000 : until - since, (question.interruptAt ?? never) - since);
  // Of several waits that begin at the same moment the first is enough: what the caller does then happens in the one that lasts.
  const acts =
    first && canAct(question) && run.input.referenceType === 'call' && lasts > 0 && sofar.askedAt !== question.since;
  const keysAreGiven = given.digits !== undefined || given.keys !== undefined;
  // Before a key that is given ends the wait.
  const patience = keysAreGiven ? pause / 2 : usualPatience;
  const hangup: readonly Choice[] =
    acts && given.hangs_up_at === undefined
      ? [{ happening: { hangsUpAt: since + Math.min(patience, Math.floor(lasts / 2)) } }]
      : nobody;
  const counts =
    acts &&
    !keysAreGiven &&
    !sofar.pressed &&
    !sofar.pressesNothing &&
    question.for !== 'digits' &&
    digitsCount(run, outside);
  const at = since + Math.min(pause, Math.floor(lasts / 2));
  const presses = counts ? keysOf(constants).map((key) => ({ happening: { pressed: { at, key } } })) : nobody;
  switch (question.for) {
    case 'amd':
      return detectorChoices(question, facts, presses, hangup);
    case 'digits':
      return [...(keysAreGiven ? nothing : typings(run, constants)), ...hangup];
    case 'callee': {
      const { plans, withKeys } =
        given.callees === undefined
          ? parties(question.legs ?? [], run, sofar, question.interruptAt)
          : { plans: nothing, withKeys: nothing };
      return [...plans, ...withKeys.flatMap((plan) => presses.map((press) => joined(plan, press))), ...hangup];
    }
    case 'ai': {
      const [silent = {}, ...set] = aiChoices(run, facts, outside);
      return [silent, ...set, ...presses.map((press) => ({ ...silent, ...press })), ...hangup];
    }
    default:
      return [...nothing, ...presses, ...hangup];
  }
}

/** Whether the caller can press a key, or hang up. */
export const canAct = (question: Question): question is WaitQuestion =>
  question.kind === 'wait' && question.keys !== 'ignore';

/** Whether the digits that are stored can still decide something. */
function digitsCount(run: Run, outside: Outside): boolean {
  const names = outside.live(run);
  return names === 'all' || names.has(digitsVariable);
}

const joined = (choice: Choice, { happening }: Choice): Choice => ({
  ...choice,
  happening: { ...choice.happening, ...happening },
});

const nobody: readonly Choice[] = [];

/** An AI sets nothing, or one variable to a value that the rest of the flow compares it with. */
function aiChoices(run: Run, { decided, world }: Facts, outside: Outside): readonly Choice[] {
  const key = `${aiSubject} sets`;
  if (decided.has(key) || world.ai_sets !== undefined) return nothing;
  const live = outside.live(run);
  const names = [...outside.constantsFor(run).keys()].filter(
    (name) => !name.startsWith('voipbin.') && (live === 'all' || live.has(name)),
  );
  const set = names.flatMap((name) =>
    (outside.textsFor(run, name) ?? []).map((value) => ({
      fact: { key, value: `${name}=${value}`, world: { ai_sets: { [name]: value } } },
    })),
  );
  return set.length === 0 ? nothing : [{ fact: { key, value: '', world: {} } }, ...set];
}

/** Who picked up; the call may also be over before the detector knows. */
function detectorChoices(
  question: WaitQuestion,
  facts: Facts,
  presses: readonly Choice[],
  hangup: readonly Choice[],
): readonly Choice[] {
  const key = '#amd detector';
  const others = question.background ? nobody : hangup;
  const isKnown = facts.decided.has(key) || facts.world.amd !== undefined;
  const results = isKnown
    ? nothing
    : (['human', 'machine'] as const).map((amd): Choice => ({ fact: { key, value: amd, world: { amd } } }));
  return [...results, ...results.flatMap((result) => presses.map((press) => ({ ...result, ...press }))), ...others];
}

const noEndKey = 'The end keys of a question come from a variable that nothing sets: no key ends it.';

function typings(run: Run, constants: Constants): readonly Choice[] {
  const action = actionAt(run.current);
  if (!action) return nothing;
  const stored = run.variables.get(digitsVariable) ?? '';
  const written = textOption(action, 'key');
  const endKeys = substituteText(written, (name) => run.variables.get(name));
  const entry = { length: numberOption(action, 'length') ?? 0, endKeys, stored };
  const assumes = written !== '' && endKeys === '' ? { assumes: noEndKey } : {};
  return entriesOf(entry, constants).map((typed) => (typed === '' ? assumes : { happening: { typed } }));
}
