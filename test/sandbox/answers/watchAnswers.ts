import assert from 'node:assert/strict';
import { afterEach } from 'mocha';
import type { Sandbox } from '../../../sandbox';
import { judgeAnswer, judgeEvent } from './judge';

const faults = new Set<string>();
let reading: Promise<void>[] = [];

/**
 * Judges from now on everything that a sandbox answers; what is wrong fails the test that runs. `heard`: all events of its stream too, which takes
 * one of the requests that a client may send at once.
 */
export function watchAnswers(sandbox: Sandbox, heard: boolean): void {
  const { fetch } = sandbox;
  sandbox.fetch = async (request, from) => {
    const answer = await fetch(request, from);
    reading.push(note(request, answer.clone()));
    return answer;
  };
  if (!heard) return;
  const request = new Request(`http://sandbox/v1.0/ws?accesskey=${sandbox.accessKey}`);
  const hear = (text: string) => {
    for (const fault of judgeEvent(text)) faults.add(fault);
  };
  void sandbox
    .connectSocket(request, hear, () => {})
    .then((session) => {
      if (session instanceof Response) return;
      session.receive(JSON.stringify({ type: 'subscribe', topics: [`customer_id:${sandbox.customerId}`] }));
    });
}

async function note({ method, url }: Request, answer: Response): Promise<void> {
  const body = await answer.text();
  for (const fault of judgeAnswer(method, new URL(url).pathname, answer.status, body)) faults.add(fault);
}

/** Fails when one of the answers and events since the last time is not as VoIPbin's. */
export async function assertTrueAnswers(): Promise<void> {
  await Promise.all(reading);
  reading = [];
  const found = [...faults];
  faults.clear();
  assert.deepEqual(found, [], 'the sandbox answers otherwise than VoIPbin');
}

// What a client was answered, and what the stream brought. The failure of a hook ends the whole run, so `ask` does not wait for it.
// The fuzzer has no hooks: there `ask` alone judges.
if ('suite' in globalThis) afterEach(assertTrueAnswers);
