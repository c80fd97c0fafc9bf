import { digitsVariable } from '../../flow/catalog/variables';
import { branchVariable } from '../../flow/graph/step';
import { pathOf } from '../../flow/json/node';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';
import { locate } from '../../flow/model/locate';
import type { RunEvent, Simulation } from '../../flow/simulator';

interface Place {
  readonly code: string;
  readonly offset: number;
  readonly end: number;
}

/** Whether a person who watches a run, or one that it began, sees what a finding says; read from the events alone. */
export function showsFinding(model: FlowModel, finding: Place, run: Simulation, around?: readonly RunEvent[]): boolean {
  const { action } = locate(model, finding.offset);
  const judge = judges[finding.code];
  if (!action || !judge) throw new Error(finding.code);
  const path = pathOf(action.node).join(' ');
  const isHere = (event: RunEvent) => event.place?.path?.join(' ') === path;
  const text = model.text.slice(finding.offset, finding.end);
  return (
    judge({ ...run, around, action, isHere, text, actions: run.events.filter(isAction) }) ||
    run.children.some((child) => {
      const placed = run.events.findIndex((event) => event.type === 'child' && event.child.child === child.child.child);
      return showsFinding(model, finding, child, around ?? run.events.slice(0, placed));
    })
  );
}

type ActionEvent = Extract<RunEvent, { type: 'action' }>;
const isAction = (event: RunEvent): event is ActionEvent => event.type === 'action' && event.place?.path !== undefined;

interface Watched extends Pick<Simulation, 'events' | 'result'> {
  readonly action: ActionNode;
  /** Of a new call: what happened in the outermost flow before, which replaces its texts then. */
  readonly around: readonly RunEvent[] | undefined;
  /** What the finding underlines. */
  readonly text: string;
  readonly actions: readonly ActionEvent[];
  readonly isHere: (event: RunEvent) => boolean;
}
type Judge = (watched: Watched) => boolean;

const isDropped: Judge = ({ actions, result, isHere }) => {
  const last = actions.at(-1);
  return result.outcome === 'stopped' && result.error !== 'budget' && last !== undefined && isHere(last);
};

const isNowhere: Judge = (watched) =>
  isDropped(watched) &&
  (watched.text === 'null' || watched.result.detail.includes(watched.text.replaceAll('"', '').toLowerCase()));

/** Among the last actions it is executed again and again. */
const goesRound: Judge = ({ actions, result, isHere, action }) =>
  result.error === 'budget' && actions.slice(-3 * action.scope.actions.length).filter(isHere).length > 1;

/** What happens before each time that the action is executed. */
const arrivals = ({ events, isHere }: Watched) =>
  events.flatMap((event, at) => (event.type === 'action' && isHere(event) ? [events.slice(0, at)] : []));

const lastChange = (events: readonly RunEvent[], variable: string) => {
  const at = events.findLastIndex((event) => event.type === 'variable' && event.name === variable);
  const event = events[at];
  const before = events.slice(0, Math.max(0, at)).findLast(({ type }) => type === 'action');
  return event?.type === 'variable' ? { ...event, during: before?.type === 'action' ? before.action : '' } : undefined;
};

const passes: Judge = ({ actions, isHere }) => actions.some(isHere);

const judges: Readonly<Record<string, Judge>> = {
  'caller-dropped': (watched) => isDropped(watched) || goesRound(watched),
  'branch-no-default': (watched) => isDropped(watched) && watched.result.detail.includes('default_target_id'),
  'target-dangling': isNowhere,
  'target-other-scope': isNowhere,
  'target-not-uuid': (watched) => isDropped(watched) && watched.result.error === 'decode',
  'endless-loop': goesRound,
  'goto-never-ends': goesRound,
  'retry-without-limit': goesRound,
  // A case with a key leads to its own `branch` once, since that empties its variable.
  'self-target': ({ actions, result, isHere, action }) =>
    action.type === 'branch'
      ? actions.some(
          (event, at) => isHere(event) && actions[at + 1] !== undefined && actions.slice(at, at + 2).every(isHere),
        )
      : result.error === 'budget' && actions.slice(-2).every(isHere),
  'budget-exceeded': ({ actions, result, isHere }) => result.error === 'budget' && !actions.some(isHere),
  'digits-not-reset': (watched) =>
    arrivals(watched).some((events) => {
      const change = lastChange(events, digitsVariable);
      return change?.by === 'key' && change.during === 'digits_receive';
    }),
  'branch-clears-digits': (watched) =>
    arrivals(watched).some((events) => lastChange(events, branchVariable(watched.action) ?? '')?.by === 'branch'),
  'end-key-included': (watched) =>
    arrivals(watched).some((events) => {
      const read = watched.action.type === 'branch' ? events : (watched.around ?? events);
      const digits = lastChange(read, digitsVariable)?.value ?? '';
      const tested = /^"([^$]*)"$/.exec(watched.text)?.[1] ?? '';
      return digits.startsWith(tested) && /[^0-9]$/.test(digits);
    }),
  'branch-fallthrough': ({ events, isHere, action }) =>
    events.some((event, at) => {
      const after = events.slice(at + 1).filter(({ type }) => type === 'action' || type === 'jump');
      const next = after[0]?.type === 'action' ? after[0].place?.path?.at(-1) : undefined;
      return event.type === 'action' && isHere(event) && next === action.position + 1;
    }),
  'condition-after-connect': (watched) =>
    arrivals(watched).some((events) => {
      const since = events.slice(
        events.findLastIndex((event) => event.type === 'action' && event.action === 'connect'),
      );
      return (
        since.length < events.length &&
        since.filter(isAction).length === 1 &&
        !since.some((event) => event.type === 'leg' && event.leg.status === 'answered')
      );
    }),
  'goto-never-jumps': ({ events, isHere }) =>
    events.some(isHere) && !events.some((event) => event.type === 'jump' && event.edge === 'goto' && isHere(event)),
  'skipped-on-reference': ({ actions, isHere }) => actions.some((event) => event.skipped && isHere(event)),
  'branch-case-unmatchable': passes,
  'recording-not-waited': passes,
};
