import { conductOf, type LegState, type RunEvent, type RunInput, type WorldScript } from '../simulator';

/** The world in which a run goes as one went, where that differs from the `usual` run of the flow: what was pressed, what called parties did, when the caller hung up. What services and URLs answered is not told by events. */
export function worldOfEvents(
  events: readonly RunEvent[],
  startedAt: number,
  usual: RunInput | undefined,
  script: WorldScript = {},
): WorldScript {
  const began = events[0]?.time ?? 0;
  const { digits, keys } = keysOf(events, began);
  const callees = withoutOwn(calleesOf(events), seenInput(events), usual);
  const end = events.at(-1);
  const asksTime = events.some((event) => event.type === 'question' && event.question.kind === 'clock');
  return {
    ...(asksTime ? { now: new Date(startedAt).toISOString() } : {}),
    ...startOf(seenInput(events), usual),
    ...sessionsOf(events, script),
    ...(digits.length > 0 ? { digits } : {}),
    ...(keys.length > 0 ? { keys } : {}),
    ...(callees.length > 0 ? { callees } : {}),
    ...(end?.type === 'end' && end.hangup?.by === 'caller' ? { hangs_up_at: Math.round(end.time - began) } : {}),
  };
}

/** What started it, variables of the author's, and who called. */
function startOf(input: RunInput | undefined, usually: RunInput | undefined): WorldScript {
  if (!input) return {};
  const { variables, referenceType } = input;
  const usual = usually?.variables ?? {};
  const own = Object.entries(variables ?? {}).filter(
    ([name, value]) => !name.startsWith('voipbin.') && usual[name] !== value,
  );
  const target = variables?.['voipbin.call.source.target'];
  const type = variables?.['voipbin.call.source.type'];
  const isIncoming = input.referenceType === 'call' && input.direction !== 'outgoing';
  const isUsual = !usually || usually.referenceType === referenceType || referenceType === '';
  return {
    ...(isUsual ? {} : { reference_type: referenceType }),
    ...(own.length > 0 ? { variables: Object.fromEntries(own) } : {}),
    ...(isIncoming && target && type && usual['voipbin.call.source.target'] !== target
      ? { source: { type, target } }
      : {}),
  };
}

/** Keys that a `digits_receive` took, one text for each, and all others by the clock. */
function keysOf(events: readonly RunEvent[], began: number) {
  const digits: string[] = [];
  const keys: { at: number; keys: string }[] = [];
  let collects = false;
  for (const event of events) {
    if (event.type === 'action') {
      collects = event.action === 'digits_receive' && !event.skipped;
      if (collects) digits.push('');
    } else if (event.type === 'key') {
      if (collects) digits[digits.length - 1] += event.key;
      else keys.push({ at: Math.round(event.time - began), keys: event.key });
    }
  }
  while (digits.at(-1) === '') digits.pop();
  return { digits, keys };
}

/** The same world with its keys by the clock, in ms since the run began; undefined where no prompt took any. */
export function keysByTheClock({ digits, keys: _, ...world }: WorldScript, events: readonly RunEvent[]) {
  if (!digits) return undefined;
  const began = events[0]?.time ?? 0;
  const pressed = events.flatMap((event) => (event.type === 'key' ? [event] : []));
  return { ...world, keys: pressed.map(({ key, time }) => ({ at: Math.round(time - began), keys: key })) };
}

/** How sessions of an AI, conferences and queues went on: what ended a wait that nothing was assumed of, and when. */
function sessionsOf(events: readonly RunEvent[], { queues = {}, conferences = {} }: WorldScript): WorldScript {
  let entered: { readonly queue: string; readonly since: number } | undefined;
  let told: WorldScript = {};
  for (const [position, event] of events.entries()) {
    const next = events[position + 1];
    if (event.type === 'variable' && event.by === 'ai' && event.value !== undefined)
      told = { ...told, ai_sets: { ...told.ai_sets, [event.name]: event.value } };
    if (event.type === 'jump' && event.edge === 'queue-agent' && entered) {
      const { queue, since } = entered;
      const agent = { ...queues[queue], agent_after: Math.round(event.time - since) };
      told = { ...told, queues: { ...told.queues, [queue]: agent } };
    }
    if (event.type !== 'question' || !next) continue;
    const { question } = event;
    // A queue that was assumed cannot be told in part: its waiting flow is assumed too.
    if (question.kind === 'queue' && queues[question.queueId]) entered = { queue: question.queueId, since: event.time };
    if (question.kind !== 'wait') continue;
    const id = question.resourceId ?? '';
    const isOver = next.type === 'action-end' || (next.type === 'variable' && next.by === 'ai');
    const after = Math.round(next.time - question.began);
    if (question.for === 'ai' && isOver) told = { ai_ends_after: after, ...told };
    if (question.for === 'conference' && isOver)
      told = { ...told, conferences: { ...told.conferences, [id]: { ...conferences[id], leaves_after: after } } };
  }
  return told;
}

const seenInput = (events: readonly RunEvent[]) => events.find((event) => event.type === 'start')?.input;

/** An outgoing call is the first that its run dials. The run of the case may be of an incoming call, as Run Call calls with a flow that says nothing of a call. */
function withoutOwn<T>(callees: readonly T[], seen: RunInput | undefined, usual: RunInput | undefined) {
  const [isSeen, isUsual] = [seen, usual].map((input) => input?.dials !== undefined && !input.dials.early);
  if (isSeen === isUsual || callees.length === 0) return [...callees];
  return isSeen ? callees.slice(1) : ['answers' as const, ...callees];
}

/** What each called party did, in the order in which they were dialled. */
function calleesOf(events: readonly RunEvent[]) {
  const legs = new Map<number, { ringing: number; answered?: number; over?: number; reason?: string | undefined }>();
  const first = events.find(({ type }) => type === 'action')?.time;
  const end = events.at(-1);
  // Of the party that the run itself calls, the end of the run says why it did not answer.
  const whyOver = end?.type === 'end' && end.hangup?.by === 'callee' ? end.hangup.reason : undefined;
  for (const event of events) {
    if (event.type !== 'leg') continue;
    const { leg, status }: LegState = event.leg;
    // The flow of a call that is placed begins when its party answers.
    const known = legs.get(leg) ?? {
      ringing: event.time,
      ...(event.place || first === undefined ? {} : { answered: first }),
    };
    legs.set(leg, { ...known, ...(status === 'ringing' ? {} : { [status]: event.time }), reason: event.reason });
  }
  return (
    [...legs]
      .sort(([a], [b]) => a - b)
      // What a phone that still rings comes to is not known.
      .filter(([, { answered, over }]) => end?.type === 'end' || answered !== undefined || over !== undefined)
      .map(([, { ringing, answered, over, reason }]) => {
        if (answered === undefined) {
          const why = over === undefined ? whyOver : (reason ?? '');
          return why === undefined ? ('no_answer' as const) : conductOf(why);
        }
        const after = Math.round(answered - ringing);
        const talks = over === undefined ? {} : { hangs_up_after: Math.round(over - answered) };
        return { does: 'answers' as const, after, ...talks };
      })
  );
}
