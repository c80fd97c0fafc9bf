import { spokenText } from '../../flow';
import { compareNumbers } from '../run/compareNumbers';
import { elapsed } from '../run/elapsed';
import {
  canPress,
  isStill,
  type Line,
  othersOf,
  ownerOf,
  type Phone,
  type PhoneLeg,
  possibleActions,
  wantsKeys,
} from './phoneModel';
import type { Course, DialView, LegView, LineView, PhoneView } from './phoneProtocol';
import {
  actionTexts,
  describeAnswers,
  describeParty,
  describeState,
  describeWait,
  paceTexts,
  partyName,
  timeoutText,
} from './phoneText';

/** More lines than a person reads. The page draws all that it gets. */
const maxLines = 200;

/** The phone as the page draws it. `now` gives the virtual milliseconds of a leg. */
export function phoneView(phone: Phone, now: (leg: string) => number): PhoneView {
  return {
    dial: dialView(phone),
    legs: inOrder(phone.legs).map(({ leg, depth }) => legView(phone, leg, depth, now(leg.id))),
    speed: phone.speed,
    ...(phone.selected === undefined ? {} : { selected: phone.selected }),
  };
}

function dialView({ numbers, refusal, legs }: Phone): DialView {
  return {
    isShown: legs.every(({ state }) => state === 'over'),
    numbers: [...numbers].sort(compareNumbers).map(({ number, name, callFlow, messageFlow }) => ({
      number,
      name,
      answers: describeAnswers(callFlow, messageFlow),
    })),
    ...(refusal ? { refusal } : {}),
  };
}

/** Each leg is followed by those that it dialled, which began later. */
function inOrder(legs: readonly PhoneLeg[]): { leg: PhoneLeg; depth: number }[] {
  const placed = legs.map((leg, position) => ({
    leg,
    parent: legs.slice(0, position).find(({ id }) => id === leg.dialledBy)?.id,
  }));
  const below = (wanted: string | undefined, depth: number): { leg: PhoneLeg; depth: number }[] =>
    placed
      .filter(({ parent }) => parent === wanted)
      .flatMap(({ leg }) => [{ leg, depth }, ...below(leg.id, depth + 1)]);
  return below(undefined, 0);
}

function legView(phone: Phone, leg: PhoneLeg, depth: number, now: number): LegView {
  const owner = ownerOf(leg);
  const title = partyName(owner);
  const since = leg.answeredAt ?? leg.beganAt;
  const isMoving = phone.speed === 'real' && !isStill(leg);
  const courseOf = course(isMoving, now);
  return {
    id: leg.id,
    depth,
    title,
    address: owner.address === title ? '' : owner.address,
    route: leg.person === 'called' ? `Called by ${describeParty(leg.from)}` : `Calls ${describeParty(leg.to)}`,
    file: leg.file ?? '',
    state: leg.state,
    stateText: describeState(leg),
    clock: { elapsed: Math.max(0, (leg.endedAt ?? now) - since), runs: leg.state !== 'over' && isMoving },
    lines: leg.lines.slice(-maxLines).map((line) => lineView(line, since)),
    omitted: Math.max(0, leg.lines.length - maxLines),
    ...speakingOf(leg, courseOf),
    now: nowText(phone, leg),
    nowCourse: leg.wait?.for === 'digits' ? courseOf(leg.wait.since, leg.wait.until) : undefined,
    wantsKeys: wantsKeys(leg),
    canPress: canPress(leg),
    keypadNote: keypadNote(leg),
    canRunCall: phone.legs.every(({ state }) => state === 'over'),
    actions: possibleActions(leg).map((action) => ({ action, ...actionTexts[action] })),
  };
}

function keypadNote({ state, hasFlow, pace }: PhoneLeg): string {
  if (state === 'over') return '';
  if (pace) return paceTexts[pace];
  return state === 'talking' && !hasFlow ? 'Keys do nothing on this phone: it runs no flow.' : '';
}

/** The progress of something; undefined while time is fast or stopped. */
const course =
  (isMoving: boolean, now: number) =>
  (since: number, until: number | undefined): Course =>
    until === undefined || !isMoving || until <= since
      ? undefined
      : { id: since, elapsed: Math.min(Math.max(0, now - since), until - since), duration: until - since };

function speakingOf(leg: PhoneLeg, courseOf: ReturnType<typeof course>): Pick<LegView, 'speaking'> {
  const line = leg.lines.find(({ id }) => id === leg.speaking);
  if (line?.kind !== 'said') return {};
  return { speaking: { line: line.id, course: courseOf(line.at, line.at + line.duration) } };
}

function nowText(phone: Phone, leg: PhoneLeg): string {
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
      return {
        ...base,
        kind: 'said',
        text: spokenText(text).trim() || 'Silence',
        language,
        ...(isCut ? { isCut } : {}),
      };
    }
    case 'played':
      return { ...base, kind: 'played', text: line.urls.map(fileName).join(', '), detail: line.urls.join('\n') };
    case 'keys':
      return { ...base, kind: 'keys', text: [...line.keys].join(' ') };
    case 'timeout':
      return { ...base, kind: 'note', text: timeoutText(line.keys) };
    case 'waits':
      return { ...base, kind: 'note', text: describeWait(line.for, line.with.map(partyName)) };
  }
}

/** The last part of a URL's path, which is what people call the file. */
function fileName(url: string): string {
  const [path = ''] = url.split(/[?#]/);
  return path.split('/').filter(Boolean).at(-1) ?? url;
}
