import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { WorldScript } from '../../../../flow/simulator';
import { A, act, FLOW, failuresOf, run, say, way } from '../support/flows';

const timeOf = (type: string, option = {}, world = {}) => run([act(type, option)], { world }).simulation.result.endedAt;
const answered = (actions: object[]) =>
  run(actions as never[]).simulation.events.flatMap((event) => (event.type === 'answered' ? [event.by] : []));

suite('media of a call', () => {
  test('answer, talk and a bridge answer the call, once; play, beep and digits do not', () => {
    assert.deepEqual(answered([act('answer'), say('x')]), ['answer']);
    assert.deepEqual(answered([say('x')]), ['talk']);
    assert.deepEqual(answered([act('confbridge_join', { confbridge_id: 'a0000000-0000-4000-8000-000000000000' })]), [
      'bridge',
    ]);
    assert.deepEqual(
      answered([act('play', { stream_urls: ['a'] }), act('beep'), act('digits_receive', { duration: 10 })]),
      [],
    );
  });

  test('what they last', () => {
    assert.equal(timeOf('sleep', { duration: 1500 }), 1500);
    assert.equal(timeOf('sleep'), 0);
    assert.equal(timeOf('sleep', { duration: -5 }), 0);
    assert.equal(timeOf('echo', { duration: 2000 }), 2000);
    assert.equal(timeOf('stream_echo'), 180_000);
    assert.equal(timeOf('digits_send', { digits: '123', duration: 100, interval: 50 }), 400);
    assert.equal(
      timeOf('play', { stream_urls: ['https://e/a.wav', 'b'] }, { audio: { 'https://e/a.wav': 10_000 } }),
      13_000,
    );
  });

  test('speech that cannot be spoken is skipped and says why', () => {
    const broken = [
      act('talk', { language: 'en-US' }),
      act('talk', { text: 'x' }),
      say('AT&T'),
      say('a < b'),
      say('<b>x'),
    ];
    assert.deepEqual(failuresOf(run(broken)), [
      '0 nothing-to-do',
      '1 nothing-to-do',
      '2 nothing-to-do',
      '3 nothing-to-do',
      '4 nothing-to-do',
    ]);
    assert.deepEqual(run([say('AT&amp;T <break time="1s"/>')]).said, ['AT&amp;T <break time="1s"/>']);
  });

  test('async speech does not hold up the flow', () => {
    assert.equal(timeOf('talk', { text: 'a'.repeat(100), language: 'en-US', async: true }), 0);
  });

  test('an option that cannot be read skips the action', () => {
    const flow = [
      act('talk', { text: 5 }),
      act('sleep', { duration: '${ms}' }),
      act('recording_start', { on_end_flow_id: '' }),
    ];
    assert.deepEqual(failuresOf(run(flow)), ['0 decode', '1 decode', '2 decode']);
    assert.equal(way(flow), '0 1 2 | finished');
  });

  test('hangup ends the run with its reason; with an option that cannot be read it does not', () => {
    const { simulation } = run([act('hangup', { reason: 'busy' }), say('never')]);
    assert.deepEqual(simulation.result.hangup, { by: 'flow', reason: 'busy' });
    assert.equal(way([act('hangup', { reason: 5 }), say('still here')]), '0 1 | finished');
    const unknown = run([act('hangup', { reason: 'lunch' })]).simulation;
    assert.deepEqual(unknown.result.hangup, { by: 'flow', reason: 'normal' });
  });

  test('the caller may hang up during anything that lasts', () => {
    const { simulation, path } = run([act('sleep', { duration: 10_000 }), say('never')], {
      world: { hangs_up_at: 4000 },
    });
    assert.equal(path, '0');
    assert.deepEqual(simulation.result.hangup, { by: 'caller', reason: 'normal' });
    assert.equal(simulation.result.endedAt, 4000);
  });

  test('a key does not keep the detector of amd longer', () => {
    const world = { amd: 'machine' as const, keys: [{ at: 2000, keys: '1' }], hangs_up_at: 4000 };
    assert.equal(way([act('amd', { machine_handle: 'hangup' }), say('x')], { world }), '0 | hangup');
  });

  test('a key that comes after a wait was broken off is pressed in the next one', () => {
    const world: WorldScript = {
      queues: { [A]: { wait_flow_id: FLOW, agent_after: 1000 } },
      flows: { [FLOW]: [act('sleep', { duration: 5000 })] },
      keys: [{ at: 2000, keys: '1' }],
    };
    const { simulation } = run([act('queue_join', { queue_id: A })], { world });
    const keys = simulation.events.flatMap((event) => (event.type === 'key' ? [[event.time, event.key]] : []));
    assert.deepEqual(keys, [[2000, '1']]);
  });

  test('amd hangs up on a machine if told to, at once or while the flow continues', () => {
    const flow = (option: object) => [act('amd', option as never), act('sleep', { duration: 10_000 }), say('x')];
    const machine = { world: { amd: 'machine' as const } };
    assert.equal(way(flow({ machine_handle: 'hangup' }), machine), '0 | hangup');
    assert.equal(way(flow({ machine_handle: 'hangup', async: true }), machine), '0 1 | hangup');
    assert.equal(way(flow({ machine_handle: 'continue' }), machine), '0 1 2 | finished');
    assert.equal(way(flow({ machine_handle: 'hangup' }), { world: { amd: 'human' } }), '0 1 2 | finished');
  });

  test('recording needs an answered call and no other recording', () => {
    const flow = [
      act('recording_start'),
      act('answer'),
      act('recording_start'),
      act('recording_start'),
      act('recording_stop'),
      act('recording_stop'),
    ];
    assert.deepEqual(failuresOf(run(flow)), ['0 not-answered', '3 refused', '5 nothing-to-do']);
  });

  test('a second recording is refused until recording_stop, also when the first has ended by itself', () => {
    const flow = [
      act('answer'),
      act('recording_start', { format: 'wav', duration: 2 }),
      act('sleep', { duration: 3000 }),
      act('recording_start'),
      act('recording_stop'),
      act('recording_start'),
    ];
    const ran = run(flow);
    assert.equal(ran.variables['voipbin.recording.reference_type'], 'call');
    assert.deepEqual(failuresOf(ran), ['3 refused']);
  });

  test('at most five media streams', () => {
    const flow = Array.from({ length: 6 }, () => act('external_media_start', { external_host: 'e:1' }));
    assert.deepEqual(failuresOf(run(flow)), ['5 refused']);
    assert.deepEqual(failuresOf(run([act('external_media_start')])), ['0 nothing-to-do']);
  });
});
