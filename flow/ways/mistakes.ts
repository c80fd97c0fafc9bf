import { digitsVariable } from '../catalog/variables';
import { digitsBefore, endKeysOf } from '../graph/digits';
import { isDrop } from '../graph/edge';
import { flowGraph, graphOf } from '../graph/flowGraph';
import { branchVariable, isTakenOnce } from '../graph/step';
import { targetOf } from '../graph/target';
import { member, textOf } from '../json/node';
import type { ActionNode, FlowModel, Reference } from '../model/flowModel';
import type { RunError } from '../simulator';
import type { Passed } from './arrivals';
import type { Shows } from './shownFindings';
import { isAt } from './wayAt';

/** A finding that a call can show. */
export interface Mistake {
  readonly shows: Shows;
  readonly action: ActionNode;
  /** The target that it is about; undefined where it is about the action. */
  readonly reference: Reference | undefined;
}

/** Whether a run shows a mistake of a flow. */
export function isShownIn(model: FlowModel, mistake: Mistake): (passed: Passed) => boolean {
  return tests[mistake.shows](mistake, model);
}

type Test = (mistake: Mistake, model: FlowModel) => (passed: Passed) => boolean;

/** A loop that is not left comes round at least as often. */
const fewestRounds = 3;

const goesRound =
  (edges?: readonly string[]) =>
  ({ arrivals, isSpent, isLast }: Passed): boolean => {
    const rounds = edges ? arrivals.filter(({ left }) => left !== undefined && edges.includes(left)) : arrivals;
    return isSpent && isLast && rounds.length >= fewestRounds;
  };

/** What does not stop a flow because of its targets. */
const otherErrors: ReadonlySet<RunError | null> = new Set([
  'budget',
  'fetch failed',
  'fetch status',
  'flow not found',
  'service refused',
  'no outgoing call',
  'simulator limit',
]);

const tests: Readonly<Record<Shows, Test>> = {
  jump: ({ reference }) => {
    const names = reference ? edgesOf(reference) : ['default'];
    return ({ stopped }) => stopped?.jump !== undefined && names.includes(stopped.jump);
  },
  unread:
    () =>
    ({ stopped }) =>
      stopped?.error === 'decode',
  drop: ({ action }, model) => {
    const drops = graphOf(model, 'observed').from(action).filter(isDrop);
    if (drops.length === 0) return goesRound();
    return ({ stopped }) =>
      stopped !== undefined &&
      !otherErrors.has(stopped.error) &&
      (stopped.jump === undefined || drops.some(({ name }) => name === stopped.jump));
  },
  circle: () => goesRound(),
  back: ({ action, reference }) => {
    const edges = reference ? edgesOf(reference) : ['goto'];
    if (!reference || !isTakenOnce(reference) || targetOf(reference) !== action) return goesRound(edges);
    return ({ arrivals }) => arrivals.some(({ left }) => left !== undefined && edges.includes(left));
  },
  budget: ({ action }, model) => {
    const before = flowGraph(model).to(action);
    return ({ isSpent, last }) => isSpent && before.some(({ from }) => isAt(last, from));
  },
  old:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ hasReceived }) => hasReceived),
  emptied: ({ action }) => {
    const variable = branchVariable(action) ?? '';
    return ({ arrivals }) => arrivals.some(({ values, emptied }) => emptied.has(variable) && !values.get(variable));
  },
  endKey: ({ action, reference }, model) => {
    const tested = reference?.caseKey ?? textOf(member(action.option, 'value_string'));
    const keys = [...endKeysBefore(model, action, reference)];
    return ({ arrivals }) =>
      arrivals.some(({ values, texts }) => {
        const digits = (reference ? values : texts).get(digitsVariable) ?? '';
        return keys.some((key) => (tested === undefined ? digits.endsWith(key) : digits === tested + key));
      });
  },
  on:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ inArm, left }) => inArm && left === 'next'),
  unanswered:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ answered }) => answered === false),
  stays:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ left }) => left !== 'goto'),
  skipped:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ skipped }) => skipped),
  come:
    () =>
    ({ arrivals }) =>
      arrivals.length > 0,
};

/** The names that the edge of a target can have. */
function edgesOf({ kind, caseKey }: Reference): readonly string[] {
  if (kind === 'case') return [JSON.stringify(caseKey ?? '')];
  return kind === 'jump' ? ['goto'] : kind === 'next' ? ['next_id', 'restart'] : [kind];
}

/** The keys that end the questions whose digits an action can find: by a case of a `branch`, or in a text. */
export const endKeysBefore = (model: FlowModel, action: ActionNode, reference: Reference | undefined): string =>
  (digitsBefore(model, action, reference ? 'name' : 'text')?.receives ?? []).map(endKeysOf).join('');
