import { findQuirk, isMade, nameOf, positionOf, type RunEvent } from '../simulator';
import { partyLeaves } from '../text/callEnd';
import { shortQuantity } from '../text/quantity';
import { clockText } from './clockText';
import { foldLaps } from './foldLaps';
import { optionText } from './optionText';
import type { Painter } from './painter';
import { partText } from './partText';
import { type Names, typeText } from './typeText';

/** The lines of a run: one for every action, and under it what happened. Laps of a loop that only repeat are folded. */
export function narrate(events: readonly RunEvent[], names: Names, paint: Painter): string[] {
  const told = new Set<string>();
  const blocks: { lines: string[]; same: string; time: number }[] = [];
  for (const [position, event] of events.entries()) {
    if (event.type === 'action') {
      const name = `${event.place?.index} ${event.action} ${optionText(event.action, event.option)}`;
      blocks.push({ lines: [actionLine(event, names, paint)], same: name, time: event.time });
      continue;
    }
    // That a list was left says nothing more than the jump that left it.
    if (event.type === 'return' && events[position + 1]?.type === 'jump') continue;
    const text = tell(event, told, names, paint);
    if (text === undefined) continue;
    const line = `${' '.repeat(14)}${'  '.repeat(event.stack.length)}${text}`;
    const block = blocks.at(-1);
    if (!block) {
      blocks.push({ lines: [line], same: line, time: event.time });
      continue;
    }
    block.lines.push(line);
    if (event.type === 'said' || event.type === 'test') block.same += text;
    if (event.type === 'key') block.same += event.key;
    if (event.type === 'jump') block.same += event.to.index;
  }
  return foldLaps(blocks, (laps, actions, until) => {
    const what = actions === 1 ? 'the same again' : `the same ${actions} actions again`;
    return paint('gray', `${clockText(until)}      ⋮ ${what}, ${laps} times`);
  });
}

function actionLine(event: Extract<RunEvent, { type: 'action' }>, names: Names, paint: Painter): string {
  const { time, place, stack, action, option, skipped } = event;
  const position = place ? positionOf(place) : '';
  const indent = '  '.repeat(stack.length);
  const name = paint(skipped ? 'gray' : 'bold', typeText({ path: place?.path, type: action }, names));
  const said = isMade(place) ? paint('gray', '(by VoIPbin)') : optionText(action, option);
  return `${paint('gray', clockText(time))}  ${indent}${position.padStart(2)}  ${name}${said === '' ? '' : ` ${said}`}`;
}

/** What one event says, if it is worth a line. */
function tell(event: RunEvent, told: Set<string>, names: Names, paint: Painter): string | undefined {
  switch (event.type) {
    case 'said':
      return `speaks for ${shortQuantity(event.duration, 'ms')}${event.async ? ' while the flow continues' : ''}`;
    case 'key':
      return `${paint('cyan', `key ${event.key}`)} ${paint('gray', `at ${clockText(event.time).trim()}, digits are now "${event.digits}"`)}`;
    case 'variable':
      if (event.by === 'ai') return `the AI sets ${event.name} = "${event.value}"`;
      return event.by === 'variable_set' ? `${event.name} = "${event.value}"` : undefined;
    case 'test': {
      const parts = event.parts.map(partText).join(', ');
      const why = event.detail ?? parts;
      return `${paint(event.holds ? 'green' : 'yellow', String(event.holds))}${why === '' ? '' : `: ${why}`}`;
    }
    case 'jump':
      return jumpText(event, names, paint);
    case 'return':
      return event.to.index.includes('/')
        ? undefined
        : paint('gray', `back to ${positionOf(event.to)} ${typeText(event.to, names)}`);
    case 'enter':
      return enterText(event, paint);
    case 'answered':
      return paint('green', 'the call is answered');
    case 'leg':
      return legText(event, paint);
    case 'child':
      return childText(event);
    case 'assumed':
      if (told.has(event.detail)) return undefined;
      told.add(event.detail);
      return paint('yellow', `? ${event.detail}`);
    case 'limit':
      return paint('yellow', `! ${event.detail}`);
    case 'quirk': {
      const quirk = findQuirk(event.quirk);
      if (!quirk || told.has(quirk.name) || !(quirk.deviates || quirk.suspected)) return undefined;
      told.add(quirk.name);
      return paint('yellow', `! ${event.active ? quirk.observed : `The engine was seen to differ: ${quirk.observed}`}`);
    }
    case 'action-end':
      if (event.detail === undefined) return undefined;
      if (event.result === 'done') return paint('gray', event.detail);
      return paint(event.result === 'skipped' ? 'gray' : 'red', `${event.result}: ${event.detail}`);
    default:
      return undefined;
  }
}

function enterText({ list, key, actions }: Extract<RunEvent, { type: 'enter' }>, paint: Painter): string | undefined {
  const count = `${actions} action${actions === 1 ? '' : 's'}`;
  if (list === 'fetch') return paint('gray', `runs the ${count} it got`);
  return list === 'flow' ? paint('gray', `runs the ${count} of flow ${key.split('/')[1]}`) : undefined;
}

function jumpText(
  { edge, to, branch, left }: Extract<RunEvent, { type: 'jump' }>,
  names: Names,
  paint: Painter,
): string {
  const target = paint('cyan', `→ ${positionOf(to)} ${typeText(to, names)}`);
  if (branch) {
    const value = `${branch.variable} is "${branch.value}"`;
    return `${value}${branch.matched === undefined ? ', which no case has' : ''}  ${target}`;
  }
  if (edge === 'goto')
    return `${target} ${paint('gray', left === undefined ? 'every time' : `${left} more after this`)}`;
  return `${target} ${paint('gray', edges[edge] ?? '')}`.trimEnd();
}

const edges: Readonly<Record<string, string>> = {
  next_id: 'by next_id',
  restart: 'the list begins again',
  'queue-agent': 'an agent takes the call',
};

function legText({ leg, reason, time }: Extract<RunEvent, { type: 'leg' }>, paint: Painter): string {
  const name = nameOf(leg.destination);
  const at = paint('gray', `at ${clockText(time).trim()}`);
  if (leg.status === 'ringing') return `${name} rings ${at}`;
  if (leg.status === 'answered') return `${paint('green', `${name} answers`)} ${at}`;
  return `${name} ${partyLeaves(reason)} ${at}`;
}

function childText({ child }: Extract<RunEvent, { type: 'child' }>): string {
  if (child.cause === 'call') return `calls ${nameOf(child.destination ?? {})}, which runs its own flow (below)`;
  return child.cause === 'on_complete' ? 'on_complete_flow_id follows (below)' : 'a flow follows what ended (below)';
}
