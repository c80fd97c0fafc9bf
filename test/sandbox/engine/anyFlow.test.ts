import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { seedIds } from '../../../sandbox';
import { A, B, C } from '../../support/ids';
import { sharedText } from '../../support/shared';
import { stride, thorough } from '../../support/thorough';
import { ana, type OpenSandbox, openSandbox, someNumber } from '../openSandbox';

const quick = { speed: 0, autoAnswer: { after: 100, talksFor: 100 } } as const;
/** Events by the hundred thousand: the scenarios hear every kind of them. */
const unheard = { heard: false } as const;

/** Runs a flow as a call and as an activeflow; both have to end, and nothing may fail inside. */
async function runBoth(open: OpenSandbox, actions: JsonValue): Promise<void> {
  open.clock.advance(1000);
  const placed = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  const started = await open.ask('POST', '/activeflows', { actions });
  assert.equal(placed.status, started.status);
  open.clock.advance(0);
  if (placed.status === 200) {
    const call = (await open.ask('GET', `/calls/${placed.body.calls[0].id}`)).body;
    assert.equal(call.status, 'hangup');
    assert.equal((await open.ask('GET', `/activeflows/${call.activeflow_id}`)).body.status, 'ended');
    const activeflow = (await open.ask('GET', `/activeflows/${started.body.id}`)).body;
    assert.equal(activeflow.status, activeflow.current_action.type === 'block' ? 'running' : 'ended');
    await open.ask('DELETE', `/activeflows/${started.body.id}`);
  }
  assert.deepEqual(open.sandbox.phone.legs, []);
  assert.deepEqual(
    open.lines.filter((line) => /Error|undefined/.test(line)),
    [],
  );
  open.lines.length = 0;
}

const shared = sharedText('traces/traces.json');

suite('any flow', () => {
  if (shared !== undefined) {
    const cases: { name: string; flow: { actions?: JsonValue } }[] = JSON.parse(shared);

    test('of the recorded ones ends on the phone and without', async () => {
      assert.ok(cases.length > 500);
      const open = openSandbox(quick, unheard);
      for (const { name, flow } of cases.filter((_, at) => at % stride(3) === 0)) {
        try {
          await runBoth(open, flow.actions ?? null);
        } catch (error) {
          throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
        }
      }
    }).timeout(60_000);
  }

  test('made at random ends on the phone and without', async () => {
    const id = fc.constantFrom(A, B, C);
    const address = fc.record(
      {
        type: fc.constantFrom('tel', 'sip', 'extension', 'agent', 'email', ''),
        target: fc.constantFrom('+15550101011', 'a@b', seedIds.workshop, ''),
        target_name: fc.constantFrom('2001', ''),
      },
      { requiredKeys: ['type'] },
    );
    const option = fc.record(
      {
        text: fc.constantFrom('Hello', '<', '${a}'),
        language: fc.constant('en-US'),
        duration: fc.constantFrom(0, 1000, -1, '1'),
        length: fc.constantFrom(0, 1),
        target_id: id,
        default_target_id: id,
        false_target_id: id,
        loop_count: fc.constantFrom(0, 1, 2),
        flow_id: fc.constantFrom(seedIds.greetingFlow, seedIds.waitFlow, A),
        queue_id: fc.constantFrom(seedIds.supportQueue, seedIds.queueWithoutWaitFlow, A),
        conference_id: fc.constantFrom(seedIds.conference, A),
        assistance_type: fc.constant('ai'),
        assistance_id: fc.constantFrom(seedIds.ai, A),
        source: address,
        destinations: fc.array(address, { maxLength: 3 }),
        actions: fc.constantFrom([], [{ type: 'talk', option: { text: 'Hi', language: 'en-US' } }]),
        chained: fc.boolean(),
        early_execution: fc.boolean(),
        stream_urls: fc.constant(['https://files.example.com/a.wav']),
        machine_handle: fc.constantFrom('hangup', 'continue'),
        async: fc.boolean(),
        key: fc.constantFrom('a', '#'),
        value: fc.constant('b'),
        on_end_flow_id: fc.constantFrom(seedIds.greetingFlow, A),
      },
      { requiredKeys: [] },
    );
    const action = fc.record(
      { id, next_id: id, type: fc.constantFrom(...actionDefinitions.map(({ type }) => type)), option },
      { requiredKeys: ['type'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) =>
        runBoth(openSandbox(quick, unheard), JSON.parse(JSON.stringify(actions))),
      ),
      { numRuns: thorough ? 1000 : 60, seed: 7 },
    );
  }).timeout(60_000);
});
