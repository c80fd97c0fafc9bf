/** How fast the local VoIPbin is: time as fast as possible, large flows, and what is written when one of many flows has changed. */
import { randomUUID } from 'node:crypto';
import { createSandbox, type Sandbox, type SandboxOptions, seedIds, systemRandom, systemTimers } from '../sandbox';
import { createStateText } from '../sandbox/store/stateText';
import { flowOfSize } from './flowOfSize';
import { sideBySide } from './sideBySide';

/** What a host's timers give for 0 ms. */
const hostTimers: SandboxOptions['timers'] = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A sandbox as fast as possible; its requests are a second apart, so that none is refused. */
function open(timers = systemTimers) {
  let now = Date.now();
  const sandbox = createSandbox({
    now: () => {
      now += 1000;
      return now;
    },
    newId: randomUUID,
    random: systemRandom,
    timers,
    speed: 0,
  });
  const ask = async (method: string, path: string, body?: object) => {
    const url = `http://sandbox/v1.0${path}?accesskey=${sandbox.accessKey}`;
    const request = new Request(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const answer = await sandbox.fetch(request);
    return (await answer.json()) as { readonly id: string };
  };
  return { sandbox, ask };
}

/** A caller calls the main number, until the call is over. */
const call = ({ phone }: Sandbox) =>
  new Promise<void>((resolve) => {
    const stop = phone.subscribe((event) => {
      if (event.type !== 'leg' || !event.leg.ended) return;
      stop();
      resolve();
    });
    phone.dial('+15550101000');
  });

const actionsOf = (size: number) => (JSON.parse(flowOfSize(size)) as { actions: readonly object[] }).actions;

/** Prints the ratios of pairs that do the same work. */
export async function benchSandbox(rounds: number): Promise<void> {
  const [small, slow, large] = [open(), open(hostTimers), open()];
  const actions = [{ type: 'answer' }, { type: 'hangup' }, ...actionsOf(10_000)];
  const { id } = await large.ask('POST', '/flows', { name: 'large', actions });
  await large.ask('PUT', `/numbers/${seedIds.mainNumber}/flow_ids`, { call_flow_id: id });

  const many = open();
  const content = { name: 'one of many', actions: actionsOf(20) };
  let last = '';
  for (let count = 0; count < 900; count++) last = (await many.ask('POST', '/flows', content)).id;
  const textOf = createStateText();
  const changed = async (write: () => string) => {
    await many.ask('PUT', `/flows/${last}`, content);
    return write().length;
  };

  const times = await sideBySide(
    {
      'a call': () => call(small.sandbox),
      'a call, every wait a timer of the host': () => call(slow.sandbox),
      'a call of which the flow has 10 000 actions': () => call(large.sandbox),
      'one of 900 flows is changed, state as text': () => changed(() => textOf(many.sandbox.snapshot())),
      'the same with JSON.stringify': () => changed(() => JSON.stringify(many.sandbox.snapshot())),
    },
    rounds,
  );
  console.log(`${'the local VoIPbin, as fast as possible'.padEnd(56)}${'ms'.padStart(12)}`);
  for (const [name, time] of Object.entries(times)) console.log(`${name.padEnd(56)}${time.toFixed(2).padStart(12)}`);
  for (const { sandbox } of [small, slow, large, many]) sandbox.close();
}
