import {
  type LegFacts,
  type Line,
  othersOf,
  ownerOf,
  type Phone,
  type PhoneEvent,
  type PhoneLeg,
  type PhoneWaitReason,
  type Wait,
} from './phoneModel';

/** The phone after an event. An event of an unknown leg changes nothing. */
export function phoneAfter(phone: Phone, event: PhoneEvent): Phone {
  switch (event.type) {
    case 'leg':
      return legChanged(phone, event.leg, event.at);
    case 'said': {
      const { text, language, duration, isAside, at } = event;
      return withLeg(phone, event.leg, (leg) => {
        const line = { kind: 'said', at, text, language, duration, isAside, isCut: false } as const;
        const said = withLine(silenced(leg, at), line);
        return { ...said, wait: undefined, speaking: newest(said.lines) };
      });
    }
    case 'played':
      return withLeg(phone, event.leg, (leg) => ({
        ...withLine(silenced(leg, event.at), { kind: 'played', at: event.at, urls: event.urls }),
        wait: undefined,
      }));
    case 'waits':
      return waitBegins(phone, event.leg, event.wait, event.at);
    case 'key':
      return withLeg(phone, event.leg, (leg) => withKey(leg, event.key, event.at));
    case 'runs':
      return phone.legs.some(({ id, file }) => id === event.leg && file !== event.file)
        ? withLeg(phone, event.leg, (leg) => ({ ...leg, file: event.file }))
        : phone;
    case 'numbers':
      return { ...phone, numbers: event.numbers, refusal: undefined };
    case 'dialled':
      return { ...phone, refusal: event.refusal };
    case 'select':
      return phone.legs.some(({ id }) => id === event.leg) ? { ...phone, selected: event.leg } : phone;
    case 'speed':
      return { ...phone, speed: event.speed };
    case 'forgotten':
      return withoutLegs(phone, event.legs);
    case 'reset':
      return { ...phone, numbers: [], refusal: undefined, legs: [], selected: undefined };
  }
}

function legChanged(phone: Phone, facts: LegFacts, at: number): Phone {
  const known = phone.legs.find(({ id }) => id === facts.id);
  if (!known) return legBegins(phone, facts, at);
  if (known.state === 'over') return phone;
  const answeredAt = known.answeredAt ?? (facts.state === 'talking' ? at : undefined);
  if (facts.state !== 'over') return withLeg(phone, facts.id, (leg) => ({ ...leg, ...facts, answeredAt }));
  const after = withLeg(phone, facts.id, (leg) => ({
    ...silenced(leg, at),
    ...facts,
    answeredAt,
    endedAt: at,
    wait: undefined,
  }));
  return phone.selected === facts.id ? { ...after, selected: legAfter(after, known) } : after;
}

/** A call that no other call dialled is a new beginning: ended calls before it are forgotten. */
function legBegins(phone: Phone, facts: LegFacts, at: number): Phone {
  const kept = facts.dialledBy === undefined ? phone.legs.filter(({ state }) => state !== 'over') : phone.legs;
  const leg: PhoneLeg = {
    ...facts,
    beganAt: at,
    answeredAt: facts.state === 'talking' ? at : undefined,
    endedAt: facts.state === 'over' ? at : undefined,
    lines: [],
  };
  const shown = kept.find(({ id }) => id === phone.selected);
  // A person who places a call looks at that call.
  const isPlacedHere = facts.person === 'calling' && facts.dialledBy === undefined;
  const selected = shown && !isIdle(shown) && !isPlacedHere ? shown.id : leg.id;
  return { ...phone, refusal: undefined, legs: [...kept, leg], selected };
}

function withoutLegs(phone: Phone, gone: readonly string[]): Phone {
  const legs = phone.legs.filter(({ id }) => !gone.includes(id));
  const isShown = legs.some(({ id }) => id === phone.selected);
  return { ...phone, legs, selected: isShown ? phone.selected : legs.at(-1)?.id };
}

/** The person has nothing to do on it, so another leg may be shown instead. */
const isIdle = ({ state, wait }: PhoneLeg): boolean =>
  state === 'over' || wait?.for === 'callee' || wait?.for === 'bridge';

/** The leg to show when the shown one is over: the one that dialled it, otherwise the latest that is not over, otherwise the same. */
function legAfter({ legs }: Phone, over: PhoneLeg): string {
  const live = legs.filter(({ state }) => state !== 'over');
  return (live.find(({ id }) => id === over.dialledBy) ?? live.at(-1) ?? over).id;
}

/** Waits that add no line: the lines of texts, files and keys show them. */
const untold: readonly PhoneWaitReason[] = ['talk', 'play', 'digits'];

function waitBegins(phone: Phone, id: string, wait: Wait | undefined, at: number): Phone {
  const after = withLeg(phone, id, (before) => {
    // Until this leg is answered, the flow waits for it.
    if (wait?.for === 'callee' && before.person === 'called' && before.state !== 'talking') return before;
    const goesOn = wait?.for === 'talk' || spokenLine(before)?.isAside;
    const leg = goesOn ? before : silenced(before, at);
    const isNew = wait !== undefined && !untold.includes(wait.for) && before.wait?.since !== wait.since;
    if (!isNew) return { ...leg, wait };
    return {
      ...withLine(leg, { kind: 'waits', at, for: wait.for, with: othersOf(phone, id, wait.for).map(ownerOf) }),
      wait,
    };
  });
  if (wait?.for !== 'callee' || phone.selected !== id) return after;
  // The person on this phone is also the called party.
  const [dialled] = othersOf(after, id, 'callee');
  return dialled ? { ...after, selected: dialled.id } : after;
}

/** Milliseconds that a timer may fire early. */
const inexactness = 50;

/** Ends what was happening on a leg: a text before its end was interrupted, and the time for keys may be up. */
function silenced(before: PhoneLeg, at: number): PhoneLeg {
  const leg = timedOut(before, at);
  const spoken = spokenLine(leg);
  if (!spoken) return leg;
  const isCut = at + inexactness < spoken.at + spoken.duration;
  return {
    ...leg,
    speaking: undefined,
    lines: leg.lines.map((line) => (line === spoken ? { ...spoken, isCut } : line)),
  };
}

function timedOut(leg: PhoneLeg, at: number): PhoneLeg {
  const { wait, lines } = leg;
  if (wait?.for !== 'digits' || wait.until === undefined || at + inexactness < wait.until) return leg;
  const last = lines.at(-1);
  const keys = last?.kind === 'keys' && last.at >= wait.since ? last.keys : '';
  return { ...withLine(leg, { kind: 'timeout', at, keys }), wait: undefined };
}

const isSaid = (line: Line) => line.kind === 'said';

const spokenLine = ({ speaking, lines }: PhoneLeg) => lines.filter(isSaid).find(({ id }) => id === speaking);

/** Keys that follow each other share one line. */
function withKey(leg: PhoneLeg, key: string, at: number): PhoneLeg {
  const last = leg.lines.at(-1);
  if (last?.kind !== 'keys') return withLine(leg, { kind: 'keys', at, keys: key });
  return { ...leg, lines: [...leg.lines.slice(0, -1), { ...last, keys: last.keys + key }] };
}

/** A longer transcript loses its first lines. */
const maxLines = 400;

type NewLine = Line extends infer One ? (One extends Line ? Omit<One, 'id'> : never) : never;

/** Lines are in the order of their times: the event of a key that is typed ahead comes before that of a text which is spoken until then. */
function withLine(leg: PhoneLeg, line: NewLine): PhoneLeg {
  const place = leg.lines.findLastIndex(({ at }) => at <= line.at) + 1;
  return { ...leg, lines: leg.lines.toSpliced(place, 0, { ...line, id: newest(leg.lines) + 1 }).slice(-maxLines) };
}

const newest = (lines: readonly Line[]) => Math.max(0, ...lines.map(({ id }) => id));

function withLeg(phone: Phone, id: string, change: (leg: PhoneLeg) => PhoneLeg): Phone {
  if (!phone.legs.some((leg) => leg.id === id)) return phone;
  return { ...phone, legs: phone.legs.map((leg) => (leg.id === id ? change(leg) : leg)) };
}
