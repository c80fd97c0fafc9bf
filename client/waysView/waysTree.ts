import {
  type ActionPlace,
  type Edge,
  type End,
  type Exploration,
  endsOnlyInOther,
  endText,
  type FlowModel,
  groupDigits,
  isDropped,
  isInOther,
  leftOutText,
  limits,
  mayBeMore,
  noCall,
  placedLabel,
  placeNames,
  type RunOutcome,
  timesText,
  untakenEdges,
  usedText,
  type Ways,
} from '../../flow';
import type { ShownEnd, WaysState } from '../run/ways';
import type { TreeRow } from '../ui/treeItem';

/** One row of the view of ways. */
export interface WayRow extends TreeRow {
  readonly children: readonly WayRow[];
  readonly isOpen?: boolean;
  /** The call that is played when the row is chosen. */
  readonly plays?: ShownEnd | undefined;
}

const row = (id: string, label: string, icon: string, more: Partial<WayRow> = {}): WayRow => ({
  id,
  label,
  description: '',
  tooltip: label,
  icon,
  children: [],
  ...more,
});

/** The rows of what was explored; none where nothing was. */
export function wayRows(state: WaysState): readonly WayRow[] {
  switch (state.kind) {
    case 'none':
      return [];
    case 'exploring':
      return [
        row(
          'state',
          `Exploring ${state.document.name}: ${groupDigits(state.states)} ${state.states === 1 ? 'state' : 'states'}`,
          'loading~spin',
        ),
      ];
    case 'old':
      return [
        row('state', `${state.name} has changed`, 'refresh', {
          description: 'Run Show Ways of the Flow again.',
        }),
      ];
    case 'found': {
      const { document, ways } = state;
      return ways.flatMap((listWays, list) => {
        const rows = listRows(document.model, listWays, list);
        if (!listWays.call) return [...rows];
        const label = `The call that ${placedLabel(listWays.call.owner)} places`;
        return [row(`call ${listWays.call.index}`, label, 'call-outgoing', { children: rows, isOpen: true })];
      });
    }
  }
}

function listRows(model: FlowModel, ways: Ways, list: number): readonly WayRow[] {
  const nameAt = placeNames(model, placedLabel);
  const { found } = ways;
  const only = endsOnlyInOther(ways);
  const untaken = untakenEdges(model, ways);
  return [
    ...boundRow(ways, list),
    ...placedRow(ways, list),
    ...found.ends.map((end) =>
      endRow(ways, end, `${list} ${end.id}`, nameAt, {
        plays: { list, end: end.id },
        note: isInOther(end, ways) === false ? ' · not as documented' : '',
      }),
    ),
    ...(only.length === 0
      ? []
      : [
          row(`${list} documented`, 'Only as documented', 'book', {
            tooltip: 'Calls end this way according to the documentation. The engine does not do it.',
            children: only.map((end) => endRow(ways, end, `${list} documented ${end.id}`, nameAt, { note: '' })),
          }),
        ]),
    ...(untaken.length === 0 ? [] : [untakenRow(untaken, found, `${list} untaken`)]),
    ...assumedRow(found.assumed, `${list} assumed`),
  ];
}

function placedRow({ isPlaced, found }: Ways, list: number): readonly WayRow[] {
  if (isPlaced) return [];
  return [row(`${list} unplaced`, `${noCall(found)} places it`, 'circle-slash')];
}

/** What the rest takes for granted: another outside may lead elsewhere. */
function assumedRow(assumed: readonly string[], id: string): readonly WayRow[] {
  if (assumed.length === 0) return [];
  const children = assumed.map((detail, nth) => row(`${id} ${nth}`, detail, 'question'));
  return [row(id, 'Assumed', 'question', { description: String(assumed.length), children })];
}

function boundRow({ found, other }: Ways, list: number): readonly WayRow[] {
  const [most] = [found, other].filter(({ complete }) => !complete).sort((a, b) => b.states - a.states);
  const label = most && leftOutText(most);
  if (label === undefined) return [];
  return [
    row(`${list} bound`, label, 'warning', {
      description: mayBeMore,
      color: 'list.warningForeground',
      tooltip: boundTooltips[most?.leftOut ?? 'states'],
    }),
  ];
}

const boundTooltips: Readonly<Record<NonNullable<Exploration['leftOut']>, string>> = {
  time: 'Exploring the flow takes too long to do it completely in the editor. `voipbin-flow paths` explores more.',
  states: 'The flow is too large to explore completely in the editor. `voipbin-flow paths --max-states` explores more.',
  times: 'The conditions of the flow compare more dates and times than are explored.',
  values: 'So many variables are read or compared together that not every combination of their values is explored.',
  agents: 'A call can come back to a queue. Of the times at which its agent can come, a few are explored.',
};

interface EndRow extends Pick<WayRow, 'plays'> {
  readonly note: string;
}

function endRow(
  ways: Ways,
  end: End,
  id: string,
  nameAt: (place: ActionPlace) => string,
  { plays, note }: EndRow,
): WayRow {
  const { outcome, at, detail } = end;
  const isTrouble = isDropped(end);
  const label = at ? `${outcomes[outcome]} at ${nameAt(at)}` : detail.replace(/\.$/, '');
  const happens = endText(ways, end);
  const facts = [
    row(`${id} detail`, detail, 'info'),
    ...happens.map((phrase, nth) => row(`${id} call ${nth}`, phrase, 'person')),
    row(`${id} time`, timesText(end), 'clock'),
    row(`${id} used`, `${usedText(end)} of ${limits.executions.value}`, 'dashboard'),
  ];
  return row(id, label, isTrouble ? 'warning' : outcome === 'stopped' ? 'error' : 'call-incoming', {
    color: isTrouble ? 'list.warningForeground' : undefined,
    description: `${happens.join(', ')}${note}`,
    tooltip: plays ? `${detail} Click to play the shortest call with this end.` : detail,
    children: facts,
    plays,
  });
}

const outcomes: Readonly<Record<RunOutcome, string>> = {
  finished: 'Finished',
  hangup: 'Hung up',
  stopped: 'Stopped',
  blocked: 'Waits forever',
  refused: 'Refused',
};

function untakenRow(edges: readonly Edge[], found: Exploration, id: string): WayRow {
  const children = edges.map(({ from, to, name }) =>
    row(`${id} ${from.order} ${name} ${to?.order}`, `${placedLabel(from)} → ${to ? placedLabel(to) : 'end'}`, 'dash', {
      description: to ? name : '',
    }),
  );
  return row(id, `${noCall(found)} takes these ways`, 'circle-slash', { description: String(edges.length), children });
}
