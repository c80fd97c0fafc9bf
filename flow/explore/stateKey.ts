import type { Run } from '../simulator';
import { type Facts, factsKey } from './facts';
import { countName } from './liveness';
import type { Outside } from './outside';

type Stack = NonNullable<Run['current']>['stack'];

/**
 * A text that is equal for runs that can only go on in the same ways, as long as their budget lasts.
 *
 * Without `exactTimes` that is not quite so: two times of which the conditions say the same count as one, though one may be nearer to the next.
 */
export function stateKey(run: Run, facts: Facts, { live, timesFor }: Outside, exactTimes: boolean): string {
  const names = live(run);
  const isLive = (name: string) => names === 'all' || names.has(name);
  const parts: (string | number)[] = [run.callStatus];
  for (const at of [run.forward, run.current]) parts.push(at ? positionKey(at.stack, at.position, isLive) : '-');
  const values: string[] = [];
  for (const [name, value] of run.variables) if (isLive(name)) values.push(name, value);
  parts.push(JSON.stringify(values.length > 2 ? sortPairs(values) : values));
  if (run.current?.stack.caller) {
    for (const { status, reason, leg } of run.legs) {
      if (status !== 'over' || leg >= run.legs.length - 10) parts.push(leg - run.legs.length, status, reason ?? '');
    }
  }
  const { queue, amdHangupAt, recording } = run;
  if (queue)
    parts.push('q', queue.id, String(queue.taken), queue.agentAt === undefined ? '-' : queue.agentAt - run.clock);
  if (amdHangupAt !== undefined) parts.push('amd', amdHangupAt - run.clock);
  if (recording) parts.push('rec');
  // Where the time of day still decides something, it is the time that counts and not the one at the start.
  const { now } = facts.world;
  if (now !== undefined && isLive('#now')) {
    const time = Date.parse(now) + run.clock;
    parts.push('at', exactTimes ? time : (timesFor(run)?.classOf(time) ?? ''));
  }
  if (run.speaksUntil > run.clock && run.queue) parts.push('speaks', run.speaksUntil - run.clock);
  parts.push(factsKey(facts, isLive));
  return parts.join('|');
}

function positionKey(stack: Stack, position: number, isLive: (name: string) => boolean): string {
  let key = '';
  let at: { stack: Stack; position: number } | undefined = { stack, position };
  while (at) {
    key += `${at.stack.list.key}@${at.position}`;
    // Which list it is does not count: what is kept too long costs states and nothing else.
    for (const [where, option] of at.stack.written)
      if (isLive(countName(where))) key += `!${where}:${JSON.stringify(option)}`;
    at = at.stack.caller;
  }
  return key;
}

/** Variables are set in any order; equal sets give equal texts. */
function sortPairs(values: readonly string[]): readonly string[][] {
  const pairs: string[][] = [];
  for (let at = 0; at < values.length; at += 2) pairs.push([values[at] ?? '', values[at + 1] ?? '']);
  return pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
