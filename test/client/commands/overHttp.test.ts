import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { WebSocket } from 'ws';
import { systemClock } from '../../../client/api/clock';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import type { Connection } from '../../../client/commands/context';
import { runCall } from '../../../client/commands/runCall';
import { cloudProfile } from '../../../client/profiles/profile';
import type { ShownRun } from '../../../client/run/run';
import type { Sandbox } from '../../../sandbox';
import { serveSandbox } from '../../../sandbox/node/serve';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { type Behavior, misbehavingServer } from '../../support/misbehavingServer';
import { root } from '../../support/repository';

const log = { debug: () => {}, warn: () => {} };

/** The API at an address, as it is asked over the wire. */
function connectionTo(origin: string, key: string): Connection {
  const api = createVoipbinApi({
    baseUrl: `${origin}/v1.0`,
    credentials: { kind: 'accesskey', origin, key },
    fetch: (url, init) => fetch(url, init),
    newSocket: (address) => new WebSocket(address),
    clock: systemClock,
    random: () => 0,
    log,
  });
  return { profile: { ...cloudProfile, baseUrl: `${origin}/v1.0`, origin }, api, local: undefined };
}

function type({ phone }: Sandbox, prompts: readonly string[]): void {
  const left = [...prompts];
  phone.subscribe((event) => {
    if (event.type !== 'waiting' || event.waiting.for !== 'digits') return;
    for (const key of left.shift() ?? '') queueMicrotask(() => phone.press(event.leg.id, key));
  });
}

suite('the same call in process and over HTTP', () => {
  const document = documentOf(
    readFileSync(join(root, 'examples/branch-menu.flow.json'), 'utf8'),
    'branch-menu.flow.json',
  );

  async function run(connection: Connection, sandbox: Sandbox): Promise<ShownRun> {
    type(sandbox, ['7', '2']);
    const desk = deskWith(document, {
      ui: fakeUi([{ type: '+15550101021' }, { say: '+15550101000' }, { say: 'Call' }]),
      connection,
    });
    await runCall(desk);
    await desk.settled();
    return desk.runs.list()[0] ?? assert.fail('nothing was run');
  }

  test('takes the same way, ends the same, and tells the same', async () => {
    const inside = await localConnection('cloud');
    const here = await run(inside, inside.voipbin.sandbox);
    const { voipbin } = await localConnection('cloud');
    const served = await serveSandbox(voipbin.sandbox, { port: 0 });
    try {
      const there = await run(
        connectionTo(`http://127.0.0.1:${served.port}`, voipbin.sandbox.accessKey),
        voipbin.sandbox,
      );
      const told = ({ trace, call, destination, phase }: ShownRun) => ({
        steps: trace.steps.map(({ path, type: name, decided, skipped }) => [path, name, decided, skipped]),
        used: trace.used,
        hangup: [call?.hangup_by, call?.hangup_reason],
        destination,
        phase,
      });
      assert.deepEqual(told(there), told(here));
      assert.equal(there.trace.steps.length, 10);
      assert.equal(there.trace.steps[7]?.decided, 'key 2 → talk "A bike…"');
    } finally {
      await served.close();
    }
  });
});

suite('Run Call at a server that misbehaves', () => {
  const document = documentOf(
    '{ "destinations": [ { "type": "sip", "target": "a@b.c" } ], "actions": [ { "type": "answer" } ] }',
  );

  /** What the user is told, and how often a call was asked for, when `POST /calls` is treated so. */
  async function told(behavior: Behavior): Promise<{ message: string; calls: number }> {
    const server = await misbehavingServer(({ method }) => (method === 'POST' ? behavior : { json: { result: [] } }));
    try {
      const connection = connectionTo(server.origin, 'vb_key');
      const desk = deskWith(document, { ui: fakeUi([{ say: 'Call' }]), connection });
      const message = await runCall(desk).then(
        () => desk.ui.shown.at(-1) ?? '',
        (error: Error) => error.message,
      );
      assert.deepEqual(desk.runs.list(), []);
      assert.ok(!message.includes('vb_key'));
      return { message, calls: server.received.filter(({ method }) => method === 'POST').length };
    } finally {
      await server.close();
    }
  }

  const failures: readonly [name: string, behavior: Behavior, message: RegExp][] = [
    ['401', { status: 401 }, /Run VoIPbin: Sign In\./],
    ['402', { status: 402 }, /balance .* Add credit/],
    ['403', { status: 403 }, /may not do that/],
    ['429', { status: 429, headers: { 'retry-after': '7' } }, /Wait 7 seconds/],
    [
      '500',
      { status: 500, json: { error: { reason: 'INTERNAL', message: 'x' } } },
      /cannot dial any destination.* Check the balance/,
    ],
    ['a page instead of JSON', { status: 200, text: '<html>' }, /did not come from VoIPbin|may have placed/],
    ['another shape', { json: { calls: 'none' } }, /may have placed|did not come from VoIPbin/],
    ['an answer without calls', { json: {} }, /placed no call/],
    ['an answer that is cut off', 'cutOff', /may have placed the call anyway/],
    ['a closed connection', 'drop', /may have placed the call anyway/],
  ];
  for (const [name, behavior, message] of failures) {
    test(`${name}: asked once, and told what to do`, async () => {
      const result = await told(behavior);
      assert.match(result.message, message);
      assert.equal(result.calls, 1);
    });
  }
});
