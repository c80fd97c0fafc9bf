import { elapsed } from '../run/elapsed';
import { canPress, type Leg, type Line, othersOf, ownerOf, type Phone, possibleActions, wantsKeys } from './phoneModel';
import type { Course, LegView, LineView, PhoneView } from './phoneProtocol';
import { actionTexts, describeParty, describeState, describeWait, partyName } from './phoneText';
import { spokenText } from './spokenText';

/** More lines than a person reads; the page draws what it gets anew. */
const maxLines = 200;

/** The phone as the page draws it. `now` in virtual milliseconds. */
export function phoneView(phone: Phone, now: number): PhoneView {
  return {
    legs: inOrder(phone.legs).map(({ leg, depth }) => legView(phone, leg, depth, now)),
    speed: phone.speed,
    ...(phone.selected === undefined ? {} : { selected: phone.selected }),
  };
}

/** Each leg is followed by those that it dialled, which began later. */
function inOrder(legs: readonly Leg[]): { leg: Leg; depth: number }[] {
  const placed = legs.map((leg, position) => ({
    leg,
    parent: legs.slice(0, position).find(({ id }) => id === leg.dialledBy)?.id,
  }));
  const below = (wanted: string | undefined, depth: number): { leg: Leg; depth: number }[] =>
    placed
      .filter(({ parent }) => parent === wanted)
      .flatMap(({ leg }) => [{ leg, depth }, ...below(leg.id, depth + 1)]);
  return below(undefined, 0);
}

function legView(phone: Phone, leg: Leg, depth: number, now: number): LegView {
  const owner = ownerOf(leg);
  const title = partyName(owner);
  const since = leg.answeredAt ?? leg.beganAt;
  const courseOf = course(phone, now);
  return {
    id: leg.id,
    depth,
    title,
    address: owner.address === title ? '' : owner.address,
    route: leg.person === 'called' ? `Called by ${describeParty(leg.from)}` : `Calls ${describeParty(leg.to)}`,
    state: leg.state,
    stateText: describeState(leg),
    clock: { elapsed: Math.max(0, (leg.endedAt ?? now) - since), runs: leg.state !== 'over' && phone.speed === 'real' },
    lines: leg.lines.slice(-maxLines).map((line) => lineView(line, since)),
    omitted: Math.max(0, leg.lines.length - maxLines),
    ...speakingOf(leg, courseOf),
    now: nowText(phone, leg),
    nowCourse: leg.wait?.for === 'digits' ? courseOf(leg.wait.since, leg.wait.until) : undefined,
    wantsKeys: wantsKeys(leg),
    canPress: canPress(leg),
    keypadNote: leg.state === 'talking' && !leg.hasFlow ? 'Keys do nothing on this phone: no flow listens to it.' : '',
    canRunCall: phone.legs.every(({ state }) => state === 'over'),
    actions: possibleActions(leg).map((action) => ({ action, ...actionTexts[action] })),
  };
}

/** How far something has come; where time runs fast there is nothing to follow. */
const course =
  ({ speed }: Phone, now: number) =>
  (since: number, until: number | undefined): Course =>
    until === undefined || speed === 'fast' || until <= since
      ? undefined
      : { id: since, elapsed: Math.min(Math.max(0, now - since), until - since), duration: until - since };

function speakingOf(leg: Leg, courseOf: ReturnType<typeof course>): Pick<LegView, 'speaking'> {
  const line = leg.lines.find(({ id }) => id === leg.speaking);
  if (line?.kind !== 'said') return {};
  return { speaking: { line: line.id, course: courseOf(line.at, line.at + line.duration) } };
}

function nowText(phone: Phone, leg: Leg): string {
  const { wait, state } = leg;
  if (state !== 'talking') return '';
  if (!wait) {
    const other = leg.hasFlow ? undefined : phone.legs.find(({ id }) => id === leg.dialledBy);
    return other ? describeWait('bridge', [describeParty(ownerOf(other))]) : '';
  }
  return describeWait(
    wait.for,
    othersOf(phone, leg.id, wait.for).map((other) => partyName(ownerOf(other))),
  );
}

function lineView(line: Line, since: number): LineView {
  const base = { id: line.id, time: elapsed(line.at - since) };
  switch (line.kind) {
    case 'said': {
      const { text, language, isCut } = line;
      return { ...base, kind: 'said', text: spokenText(text) || 'Silence', language, ...(isCut ? { isCut } : {}) };
    }
    case 'played':
      return { ...base, kind: 'played', text: line.urls.map(fileName).join(', '), detail: line.urls.join('\n') };
    case 'keys':
      return { ...base, kind: 'keys', text: [...line.keys].join(' ') };
    case 'waits':
      return { ...base, kind: 'note', text: describeWait(line.for, line.with.map(partyName)) };
  }
}

/** The last part of a URL's path, which is what people call the file. */
function fileName(url: string): string {
  const [path = ''] = url.split(/[?#]/);
  return path.split('/').filter(Boolean).at(-1) ?? url;
}
