import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { toValue } from '../../../flow/json/node';
import { readFlow } from '../../../flow/model/flowModel';
import { plainModel } from '../../../flow/plain/plainModel';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { type RunInput, type Simulation, scriptedWorld, simulate } from '../../../flow/simulator';
import { nestedCalls } from '../../../flow/ways';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { A, B, C } from '../../support/ids';

const names = new Map([
  [A, 'first'],
  [B, 'second-one'],
  [C, 'Third_3'],
]);
const world = { keys: [{ at: 100, keys: '1' }] };
const run = (input: RunInput) => simulate(input, scriptedWorld(world), { semantics: 'observed' });

/** What a run did, without ids. */
const courseOf = ({ events, result }: Simulation) => ({
  steps: events.flatMap((event) => (event.type === 'action' ? [`${event.place?.index} ${event.action}`] : [])),
  end: [result.outcome, result.error, result.endedAt],
});

suite('names', () => {
  test('a flow with names runs as the same flow with UUIDs does', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const written = JSON.stringify(flow);
        const text = [...names].reduce((before, [id, name]) => before.replaceAll(id, name), written);
        const plain = plainModel(readFlow(text, { jsonc: true }));
        assert.ok(plain.root);
        const actions = toValue(plain.root) as JsonValue;
        assert.deepEqual(courseOf(run(inputOf(actions))), courseOf(run(inputOf(flow))));
        // By hand it is the same flow.
        const byHand = [...names].reduce((before, [id, name]) => before.replaceAll(id, uuidOfName('', name)), written);
        assert.deepEqual(actions, JSON.parse(byHand));
      }),
    );
  });

  test('so does the flow of a call that it places', () => {
    const nested = (ids: readonly string[]) => `[{ "id": "out", "type": "call", "option": { "actions": [
      { "type": "goto", "option": { "target_id": "${ids[1]}", "loop_count": 1 } },
      { "id": "${ids[0]}", "type": "hangup" },
      { "id": "${ids[1]}", "type": "talk", "option": { "text": "Hi", "language": "en-US" }, "next_id": "${ids[0]}" }
    ] } }]`;
    const [named, plain] = [nested(['bye', 'hello']), nested([A, B])].map((text) => {
      const [call] = nestedCalls(readFlow(text, { jsonc: true }));
      assert.ok(call);
      return courseOf(run(call.input));
    });
    assert.deepEqual(named, plain);
    assert.deepEqual(named?.steps, ['0 goto', '2 talk', '1 hangup']);
  });
});
