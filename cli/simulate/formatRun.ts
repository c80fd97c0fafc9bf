import {
  type ActionPlace,
  clockText,
  countedFromOne,
  findQuirk,
  type Names,
  narrate,
  type Parting,
  type RunEnd,
  type Simulation,
  typeText,
} from '../../flow';
import { type Painter, painter } from '../paint';
import { printableValue } from '../printable';
import type { PrintedRun } from './jsonOf';

/** A run as a person reads it: the path with times, what was said, which key decided, how it ended and what it used up. */
export function formatRun(whole: PrintedRun, names: Names, colors: boolean): string {
  // Names, texts and values are the author's; the words around them are ours.
  const run = printableValue(whole);
  const paint = painter(colors);
  const simulation = run[run.semantics];
  const lines = [
    `${paint('bold', run.path === '-' ? '<stdin>' : run.path)}  ${kindOf(run)}, as ${run.semantics}`,
    '',
    ...runLines(simulation, names, paint),
    '',
    ...partingLines(run, names, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function kindOf({ input }: PrintedRun): string {
  if (input.referenceType === 'call') return `${input.direction ?? 'incoming'} call`;
  return input.referenceType === '' ? 'no reference' : input.referenceType;
}

function runLines(simulation: Simulation, names: Names, paint: Painter): string[] {
  const { events, result, children, omitted } = simulation;
  const lines = [...narrate(events, names, paint), endLine(result, result.endedAt, paint), usedLine(result, paint)];
  for (const [position, { child, ...inner }] of children.entries()) {
    lines.push('', paint('bold', `${titles[child.cause]} (${position + 1})`), ...runLines(inner, names, paint));
  }
  if (omitted > 0) lines.push('', `${omitted} further runs that began here are not shown.`);
  return lines;
}

const titles = {
  call: 'The flow of the call that it placed',
  on_complete: 'The flow of on_complete_flow_id',
  on_end: 'The flow that follows its recording, transcription or summary',
};

function endLine({ outcome, detail, hangup }: RunEnd, time: number, paint: Painter): string {
  const color = outcome === 'stopped' || outcome === 'refused' ? 'red' : outcome === 'blocked' ? 'yellow' : 'green';
  const reason = hangup && hangup.reason !== 'normal' ? ` (${hangup.reason})` : '';
  return `${clockText(time)}  ${paint(color, outcome)}${reason}: ${detail}`;
}

function usedLine({ used, limit }: RunEnd, paint: Painter): string {
  if (limit === undefined) return `${used} executions used`;
  const width = 30;
  const filled = used === 0 ? 0 : Math.max(1, Math.round((used / limit) * width));
  const bar = paint(used >= limit ? 'red' : 'cyan', '█'.repeat(filled)) + paint('gray', '░'.repeat(width - filled));
  return `${' '.repeat(9)}${bar}  ${used} of ${limit} executions used`;
}

function partingLines({ parting, semantics, ...runs }: PrintedRun, names: Names, paint: Painter): string[] {
  if (!parting) {
    const other = semantics === 'documented' ? 'observed' : 'documented';
    return [paint('gray', `The engine as ${other} takes the same way.`)];
  }
  const inner = partedIn(runs[semantics], parting.within);
  const place = parting.place
    ? `at ${named(parting.place, names)}${inner}, ${clockText(parting.time).trim()}`
    : `before the first action${inner}`;
  const quirks = parting.quirks.flatMap((name) => findQuirk(name) ?? []);
  return [
    paint('yellow', `Documentation and engine differ ${place}:`),
    ...wayLine('documented', parting.documented, names, paint),
    ...wayLine('observed', parting.observed, names, paint),
    ...quirks.map(({ name, observed: text }) => `  ${text} ${paint('gray', name)}`),
  ];
}

/** In which of the runs above it is, by its title. */
function partedIn({ children }: Simulation, [position, ...more]: Parting['within']): string {
  const inner = position === undefined ? undefined : children[position];
  if (!inner || position === undefined) return '';
  return `${partedIn(inner, more)} in ${lowerFirst(titles[inner.child.cause])} (${position + 1})`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function wayLine(name: string, { next, end }: Parting['documented'], names: Names, paint: Painter): string[] {
  const way = next ? `continues with ${named(next, names)}` : 'ends there';
  const error = end.error === null ? '' : ` (${end.error})`;
  return [
    `  ${paint('bold', name.padEnd(10))}  ${way}; ${end.outcome}${error} after ${clockText(end.endedAt).trim()}, ${end.used} executions`,
  ];
}

const named = (place: ActionPlace, names: Names) => `${countedFromOne(place.index)} ${typeText(place, names)}`;
