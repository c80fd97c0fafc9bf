import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { WorldScript } from '../../../flow/simulator';
import { callText } from '../../../flow/ways';

const queue = 'c82638f2-8af6-4299-829e-5fec76b413c9';
const flow = 'e0000000-0000-4000-8000-000000000001';

suite('a call in words', () => {
  const cases: readonly (readonly [WorldScript, readonly string[]])[] = [
    [{}, ['the caller does nothing']],
    [{ digits: ['1'] }, ['the caller presses 1']],
    [{ digits: ['', '4', '4', '12#'] }, ['the caller presses nothing, then 4 (2 times), then 12#']],
    [{ keys: [{ at: 3400, keys: '5' }] }, ['the caller presses 5 after 3.4 s']],
    [
      { digits: ['234'], keys: [{ at: 400, keys: '1' }] },
      ['the caller presses 1 after 400 ms', 'the caller presses 234 when asked'],
    ],
    [{ hangs_up_at: 500 }, ['the caller hangs up after 500 ms']],
    [{ now: '2026-11-18T10:30:01.000Z' }, ['it is Wednesday 2026-11-18, 10:30 UTC']],
    [{ now: '2026-11-18 9:30' }, ['it is Wednesday 2026-11-18, 09:30 UTC']],
    [{ variables: { tier: 'gold' } }, ['tier is "gold"']],
    [{ destination: { type: 'tel', target: '+15550100003' } }, ['the call is to +15550100003']],
    [{ amd: 'machine' }, ['a machine picks up']],
    [{ refuses: { connect: 'no credit' } }, ['VoIPbin refuses connect']],
    [{ fetch: { 'https://a.example/x': { status: 500, body: '' } } }, ['https://a.example/x answers with 500']],
    [{ flows: { [flow]: [] } }, ['flow e0000000… has no actions']],
    [{ flows: { [flow]: { actions: [{}] } } }, ['flow e0000000… has one action']],
    [{ callees: ['busy'] }, ['the called party is busy']],
    [
      { callees: [{ does: 'answers', hangs_up_after: 1000 }, 'no_answer'] },
      ['called party 1 answers and hangs up 1 s later', 'called party 2 does not answer'],
    ],
    [{ callees: { '2001': 'fails' } }, ['2001 cannot be reached']],
    [{ queues: { [queue]: { wait_flow_id: flow } }, flows: { [flow]: [{}] } }, ['the queue has no agent']],
    [{ queues: { [queue]: { agent_after: 2000 } } }, ['an agent takes the call after 2 s']],
    [{ calls: [{}, { callees: ['busy'] }] }, ['in call 2: the called party is busy']],
  ];
  const outgoing = { referenceType: 'call', direction: 'outgoing', dials: { destination: {} } } as const;
  const early = { referenceType: 'call', direction: 'outgoing', dials: { destination: {}, early: true } } as const;

  test('the caller presses nothing only where the flow asks', () => {
    assert.deepEqual(callText({}, { asked: true }), ['the caller presses nothing']);
    assert.deepEqual(callText({}, { asked: false }), ['the caller does nothing']);
    assert.deepEqual(callText({ callees: ['busy'] }, { asked: true }), ['the called party is busy']);
  });

  test('what is not a call has no caller', () => {
    assert.deepEqual(callText({}, { input: { referenceType: 'api' } }), ['nothing happens outside the flow']);
  });

  test('in an outgoing call the called party acts', () => {
    assert.deepEqual(
      callText({ callees: ['answers', 'busy'], digits: ['1'], hangs_up_at: 5000 }, { input: outgoing }),
      [
        'the called party answers',
        'the called party presses 1',
        'the connected party is busy',
        'the called party hangs up after 5 s',
      ],
    );
    assert.deepEqual(callText({ callees: ['answers', 'busy', 'fails'] }, { input: outgoing }), [
      'the called party answers',
      'connected party 1 is busy',
      'connected party 2 cannot be reached',
    ]);
  });

  test('while the called party still rings, the first of the others is a connected party', () => {
    assert.deepEqual(callText({ callees: ['busy'], hangs_up_at: 500 }, { input: early }), [
      'the connected party is busy',
      'the called party hangs up after 500 ms',
    ]);
  });

  test('a party that stops ringing', () => {
    assert.deepEqual(callText({ callees: [{ does: 'no_answer', after: 3000 }] }), [
      'the called party does not answer within 3 s',
    ]);
  });

  for (const [world, phrases] of cases) test(JSON.stringify(world), () => assert.deepEqual(callText(world), phrases));
});
