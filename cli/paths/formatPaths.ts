import {
  type ActionNode,
  type ActionPlace,
  actionLabel,
  countedFromOne,
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
  mayBeMore,
  noCall,
  pathOf,
  placeNames,
  timesText,
  untakenEdges,
  usedText,
  type Ways,
} from '../../flow';
import { type Painter, painter } from '../paint';
import { printable } from '../printable';
import { endName } from './endName';

/** What was explored as a person reads it: what was left out, how calls end, what no call takes, what was assumed. */
export function formatPaths(path: string, model: FlowModel, all: readonly Ways[], colors: boolean): string {
  const paint = painter(colors);
  const nameAt = placeNames(model, (action, index) => `${countedFromOne(index)} ${actionLabel(action)}`);
  const parts = all.map((ways) => {
    const { call, input, found } = ways;
    const kind = input.referenceType === 'call' ? `${input.direction ?? 'incoming'} call` : input.referenceType;
    const title = call
      ? `The call that ${countedFromOne(call.index)} ${actionLabel(call.owner)} places, as ${found.semantics}`
      : `${path === '-' ? '<stdin>' : path}  ${kind || 'no reference'}, as ${found.semantics}`;
    return [paint('bold', printable(title)), ...listLines(model, ways, nameAt, paint)].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

type NameOf = (place: ActionPlace) => string;

function listLines(model: FlowModel, ways: Ways, nameAt: NameOf, paint: Painter): string[] {
  const { found, other } = ways;
  return [
    ...boundLines(ways, paint),
    '',
    endsTitle(ways),
    ...found.ends.flatMap((end) => ['', ...endLines(ways, end, isInOther(end, ways) === false, nameAt, paint)]),
    ...otherLines(ways, nameAt, paint),
    ...untakenLines(untakenEdges(model, ways), found, nameAt, paint),
    ...assumedLines([...new Set([...found.assumed, ...other.assumed])], paint),
  ];
}

function endsTitle({ found, isPlaced }: Ways): string {
  const { ends } = found;
  if (!isPlaced) return `${noCall(found)} places it.`;
  if (ends.length === 0) return 'No end of a call was found.';
  return `Calls end in ${ends.length === 1 ? 'one way' : `${ends.length} ways`}. The shortest call of each:`;
}

/** What was not looked at comes first: without it the rest reads as if it were all. */
function boundLines({ found, other }: Ways, paint: Painter): string[] {
  return [found, other].flatMap((item) => {
    const leftOut = item.states === 0 && item.ends.length === 0 ? undefined : leftOutText(item);
    if (leftOut === undefined) return [];
    const bound = item.leftOut === 'states' ? '--max-states' : item.leftOut === 'time' ? '--max-seconds' : undefined;
    const more = bound === undefined ? '' : ` Raise ${bound} to find them.`;
    return [paint('yellow', `${leftOut} as ${item.semantics}. ${mayBeMore}${more}`)];
  });
}

function endLines(ways: Ways, end: End, isAlone: boolean, nameAt: NameOf, paint: Painter): string[] {
  const { outcome, at, detail } = end;
  const color = isDropped(end) ? 'red' : outcome === 'stopped' || outcome === 'blocked' ? 'yellow' : 'green';
  const where = at ? ` at ${printable(withoutOutcome(nameAt(at), outcome))}` : '';
  const only = isAlone ? paint('yellow', `  only as ${ways.found.semantics}`) : '';
  return [
    `  ${paint(color, outcome)}${where}  ${paint('gray', endName(ways, end))}${only}`,
    `    ${printable(detail)}`,
    `    ${printable(endText(ways, end).join(', '))}`,
    `    ${timesText(end)}, ${usedText(end)}${countText(end, paint)}`,
  ];
}

/** A `hangup` by the action `hangup` is named once. */
function withoutOutcome(name: string, outcome: string): string {
  return name.endsWith(` ${outcome}`) ? name.slice(0, -outcome.length - 1).replace(/:$/, '') : name;
}

/** In how many ways calls come there; beyond what numbers can tell apart it is many. */
function countText({ ways }: End, paint: Painter): string {
  if (ways === 1) return '';
  const many = ways >= 1e9 ? 'more than a billion' : groupDigits(ways);
  return paint('gray', `; ${many} ways lead here`);
}

function otherLines(ways: Ways, nameAt: NameOf, paint: Painter): string[] {
  const ends = endsOnlyInOther(ways);
  const { other } = ways;
  if (ends.length > 0) {
    const title = paint('yellow', `Only as ${other.semantics}:`);
    return [
      '',
      title,
      ...ends.flatMap((end) => ['', ...endLines({ ...ways, found: other }, end, false, nameAt, paint)]),
    ];
  }
  const isSame =
    ways.found.ends.length > 0 &&
    ways.found.complete &&
    other.complete &&
    ways.found.ends.every((end) => isInOther(end, ways));
  return isSame ? ['', paint('gray', `The ends are the same as ${other.semantics}.`)] : [];
}

function untakenLines(edges: readonly Edge[], found: Exploration, nameAt: NameOf, paint: Painter): string[] {
  if (edges.length === 0) return [];
  const place = (action: ActionNode): string =>
    printable(nameAt({ index: String(action.order), type: action.type ?? '', path: pathOf(action.node) }));
  const who = `${noCall(found)} takes these ways`;
  const title = found.assumed.length === 0 ? `${who}:` : `${who}, with what is assumed below:`;
  return [
    '',
    title,
    ...edges.map(({ from, to, name }) => {
      const how = to ? paint('gray', `  ${printable(name)}`) : '';
      return `  ${place(from)} → ${to ? place(to) : 'end'}${how}`;
    }),
  ];
}

function assumedLines(assumed: readonly string[], paint: Painter): string[] {
  if (assumed.length === 0) return [];
  return ['', 'Assumed:', ...assumed.map((detail) => `  ${paint('yellow', '?')} ${printable(detail)}`)];
}
