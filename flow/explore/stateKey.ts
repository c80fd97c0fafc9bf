import type { WorldScript } from '../simulator';
import type { Run } from '../simulator/run/run';
import type { Stack } from '../simulator/stack/stackMap';
import { messageText } from './decides';
import { type Facts, factsKey } from './facts';
import { countName } from './liveness';
import type { Outside } from './outside';

/**
 * A text that is equal for runs that can only go on in the same ways, as long as their budget lasts.
 *
 * Without `exactTimes` that is not quite so: two times of which the conditions say the same count as one, though one may be nearer to the next.
 * `besides` is a variable that is left out.
 */
export function stateKey(
  run: Run,
  facts: Facts,
  { live, timesFor, given, open }: Outside,
  exactTimes: boolean,
  besides?: string,
): string {
  const names = live(run);
  const isLive = (name: string) => names === 'all' || names.has(name);
  const parts: (string | number)[] = [run.callStatus];
  for (const at of [run.forward, run.current]) parts.push(at ? positionKey(at.stack, at.position, isLive) : '-');
  const values: string[] = [];
  // A variable that is not set reads as an empty one, except where it is asked whether there is one.
  for (const [name, value] of run.variables)
    if (isLive(name) && name !== besides && (value !== '' || name === messageText)) values.push(name, value);
  parts.push(JSON.stringify(values.length > 2 ? sortPairs(values) : values));
  // What is not decided yet can still become anything; what is decided to be empty cannot.
  const opened = open.namesIn(run, facts).filter(isLive);
  if (opened.length > 0) parts.push(JSON.stringify(opened));
  for (const { status, reason, leg } of legsOfBridge(run)) parts.push(leg - run.legs.length, status, reason ?? '');
  const { queue, amdHangupAt } = run;
  if (queue)
    parts.push(
      'q',
      queue.id,
      String(queue.taken),
      String(queue.gaveUp),
      queue.agentAt === undefined ? '-' : queue.agentAt - run.clock,
    );
  if (amdHangupAt !== undefined) parts.push('amd', amdHangupAt - run.clock);
  // What services do depends on what they have done before.
  if (run.recording && isLive('#recording_start')) parts.push('rec');
  if (run.recordings.length > 0 && isLive('#transcribe_recording')) parts.push('recs');
  if (run.transcribed.size > 0 && isLive('#transcribe_start'))
    parts.push('tr', JSON.stringify([...run.transcribed].sort()));
  if (run.caseId !== undefined && isLive('#case_create')) parts.push('case');
  // Where the time of day still decides something, it is the time that counts and not the one at the start.
  const { start } = facts;
  if (start && isLive('#now')) {
    const span = { from: start.from + run.clock, to: start.to + run.clock };
    const times = timesFor(run);
    parts.push('at', (exactTimes ? times?.keyOf(span) : times?.classOf(span.from)) ?? '');
  } else if (given.now !== undefined && isLive('#now')) parts.push('at', run.clock);
  if (run.speaksUntil > run.clock && (run.queue || isLive('#queue_join')))
    parts.push('speaks', run.speaksUntil - run.clock);
  parts.push(givenKey(run, facts, given), factsKey(facts, isLive));
  return parts.join('|');
}

/** What is given happens at its time, or in its turn. */
function givenKey(run: Run, { memory }: Facts, given: WorldScript): string {
  const { digits, callees } = given;
  return [
    isScheduled(given) ? `${run.clock} ${memory.nextKey} ${[...memory.queued].join()}` : '',
    digits ? run.digitsReceived : '',
    Array.isArray(callees) ? run.legs.length : '',
  ].join(' ');
}

/** The parties of the bridge that the running list is about; only there it counts what became of them. */
function legsOfBridge({ current, bridges, legs }: Run): Run['legs'] {
  if (!current?.stack.caller) return [];
  const named = current.stack.list.actions.map(({ option }) => option?.confbridge_id);
  const numbers = named.flatMap((id) => (typeof id === 'string' ? (bridges.get(id)?.legs ?? []) : []));
  return numbers.flatMap((number) => legs[number] ?? []);
}

/** Whether something is given that happens at a certain moment of the call. */
export function isScheduled({ keys, hangs_up_at: hangup, queues = {} }: WorldScript): boolean {
  if (keys !== undefined || hangup !== undefined) return true;
  return Object.values(queues).some((queue) => queue.gives_up_after !== undefined);
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
