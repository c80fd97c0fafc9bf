import assert from 'node:assert/strict';
import type { JsonValue } from '../../flow/json/jsonValue';
import { countingIds } from '../../flow/simulator/ids';
import { createSandbox, type Leg, type PhoneEvent, type Sandbox, type SandboxOptions } from '../../sandbox';
import { parseStamp } from '../../sandbox/clock/stamps';
import { type FakeClock, fakeClock } from '../support/fakeClock';
import { assertTrueAnswers, watchAnswers } from './answers/watchAnswers';

/** An answer, read. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  readonly body: any;
  readonly headers: Headers;
}

export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  /** The lines of the log. */
  readonly lines: string[];
  /** Everything that happened on the phones. */
  readonly happened: PhoneEvent[];
  /** Asks with the access key; a path such as `/calls`. */
  ask(method: string, path: string, body?: JsonValue): Promise<Answered>;
  /** Asks with headers of one's own and without the key; a whole path such as `/v1.0/calls`. */
  askAs(headers: Readonly<Record<string, string>>, method: string, path: string, body?: string): Promise<Answered>;
  /** The only leg that is not over. */
  onlyLeg(): Leg;
}

export const someNumber = { type: 'tel', target: '+15550101000' } as const;
export const ana = { type: 'tel', target: '+15550101011' } as const;

/** A sandbox on a clock that stands still: nothing happens until a test lets time pass. Nobody acts on its phones. */
export function openSandbox(options: Partial<SandboxOptions> = {}, { heard = true } = {}): OpenSandbox {
  const clock = fakeClock();
  const lines: string[] = [];
  const happened: PhoneEvent[] = [];
  const sandbox = createSandbox({
    now: clock.now,
    newId: countingIds(),
    random: repeatable(),
    timers: clock,
    autoAnswer: false,
    log: ({ text }) => lines.push(text),
    ...options,
  });
  sandbox.phone.subscribe((event) => happened.push(event));
  watchAnswers(sandbox, heard);

  const askAs: OpenSandbox['askAs'] = async (headers, method, path, body) => {
    const request = new Request(`http://sandbox${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const answer = await sandbox.fetch(request);
    const text = await answer.text();
    await assertTrueAnswers();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
  };
  return {
    sandbox,
    clock,
    lines,
    happened,
    askAs,
    ask: (method, path, body) =>
      askAs(
        {},
        method,
        `/v1.0${path}${path.includes('?') ? '&' : '?'}accesskey=${sandbox.accessKey}`,
        body === undefined ? undefined : JSON.stringify(body),
      ),
    onlyLeg() {
      const [leg, ...more] = sandbox.phone.legs;
      assert.ok(leg && more.length === 0, `${sandbox.phone.legs.length} legs`);
      return leg;
    },
  };
}

/** Numbers that look random and are the same in every run. */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Asserts the form that every error has, and its reason. */
export function assertError({ status, body }: Answered, code: number, reason: string): void {
  assert.equal(`${status} ${body.error?.reason}`, `${code} ${reason}`);
  assert.equal(typeof body.error.message, 'string');
  assert.match(body.error.request_id, /^req_[A-Z2-7]{26}$/);
}

/** The types of the actions that an activeflow went through, the one it stands at included. */
export function pathOf(activeflow: {
  /** Left out as long as there is none. */
  executed_actions?: readonly { type?: string }[];
  current_action: { type?: string };
}): string {
  const actions = [...(activeflow.executed_actions ?? []), activeflow.current_action];
  return actions.flatMap(({ type }) => type ?? []).join(' ');
}

/** Whether a time of an answer is later than another one; they cannot be compared as texts, because zeros at the end are left out. */
export const isLater = (time: string, than: string): boolean =>
  (parseStamp(time) ?? Number.NaN) > (parseStamp(than) ?? Number.NaN);
