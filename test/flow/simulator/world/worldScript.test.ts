import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readWorldScript } from '../../../../flow/simulator';
import { A } from '../support/flows';

const faultsOf = (value: unknown) => {
  const read = readWorldScript(value);
  return read.ok ? [] : read.faults;
};

suite('readWorldScript', () => {
  test('takes the inputs of a recorded case and all that a person scripts', () => {
    const world = {
      variables: { 'voipbin.call.digits': '' },
      digits: ['1', '', '2#'],
      call_status: 'progressing',
      now: '2026-11-18T10:30:00Z',
      fetch: { 'https://e.com': { status: 200, body: '[]' } },
      reference_type: 'call',
      direction: 'incoming',
      keys: [{ at: 1000, keys: '12' }],
      hangs_up_at: 60_000,
      callees: ['busy', { does: 'answers', after: 3000, hangs_up_after: 9000 }],
      flows: { [A]: [{ type: 'answer' }] },
      queues: { [A]: { wait_flow_id: A, agent_after: 5000 } },
      conferences: { [A]: { leaves_after: 5000 } },
      amd: 'machine',
      ai_ends_after: 1000,
      audio: { 'https://e.com/a.wav': 2000 },
      refuses: { message_send: 'no balance' },
      calls: [{ digits: ['1'] }],
    };
    assert.deepEqual(faultsOf(world), []);
    assert.deepEqual(faultsOf({}), []);
  });

  test('names every fault and its place', () => {
    assert.match(faultsOf({ digit: ['1'] })[0] ?? '', /the world has the unknown key "digit"/);
    assert.deepEqual(faultsOf({ digits: '1' }), ['digits expects a list.']);
    assert.deepEqual(faultsOf({ amd: 'x' }), ['amd expects "human" or "machine".']);
    assert.deepEqual(faultsOf({ callees: 1 }), ['callees has a value that does not fit.']);
    assert.deepEqual(faultsOf({ fetch: { 'https://e.com': { status: 200, body: [] } } }), [
      'fetch.https://e.com.body expects a text.',
    ]);
    assert.deepEqual(faultsOf(1), ['the world expects an object.']);
    assert.match(faultsOf({ digits: ['x'] })[0] ?? '', /^digits entry 1: keys are/);
    for (const now of ['noon', '9', '10:30', '2026-02-30T10:30:00Z'])
      assert.match(faultsOf({ now })[0] ?? '', /^now: write a time such as/);
    assert.match(faultsOf({ keys: [{ at: -1, keys: '1' }] })[0] ?? '', /^keys entry 1, at: /);
    assert.match(
      faultsOf({ calls: [{ calls: [{ digit: [] }] }] })[0] ?? '',
      /^calls entry 1, calls entry 1 has the unknown key "digit"/,
    );
    assert.deepEqual(faultsOf({ refuses: { foo: 'x' } }), [
      'refuses.foo is not an action that VoIPbin refuses, and changes nothing.',
    ]);
    for (const key of ['flows', 'queues', 'conferences'])
      assert.deepEqual(faultsOf({ [key]: { abc: key === 'flows' ? [] : {} } }), [
        `${key}.abc is not a UUID, as ids are, and changes nothing.`,
      ]);
    assert.equal(faultsOf({ digits: 1, now: 1 }).length, 2);
    assert.equal(faultsOf([]).length, 1);
    assert.equal(faultsOf(undefined).length, 1);
  });

  test('ids may be written in every way', () => {
    const read = readWorldScript({ flows: { [`{${A.toUpperCase()}}`]: [] } });
    assert.deepEqual(read.ok && Object.keys(read.script.flows ?? {}), [A]);
  });
});
