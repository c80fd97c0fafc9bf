import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import type { WorldScript } from '../../../../flow/simulator';
import { A, act, FLOW, run, say, tel } from '../support/flows';

const assumed = (actions: JsonObject[], world: WorldScript = {}) =>
  run(actions, { world }).simulation.events.flatMap((event) =>
    event.type === 'assumed' ? [`${event.place?.index}: ${event.detail}`] : [],
  );
const connect = act('connect', { source: tel('+1'), destinations: [tel('+15550100002')] });

suite('a scripted world', () => {
  test('what it leaves out is assumed, and told with its place', () => {
    assert.deepEqual(assumed([connect]), [
      'pushed/0/0: No answer is scripted for +15550100002. Assumed: it answers after 5 s.',
      'pushed/0/0: No end is scripted for the conversation. Assumed: the parties talk for 30 s.',
    ]);
    const others = [act('condition_datetime', { hour: -1, minute: -1 }), act('fetch', { event_url: 'https://e.com' })];
    assert.deepEqual(assumed(others), [
      '0: No time is set. Assumed: Wednesday, 7 January 2026, 12:00 UTC.',
      '1: No answer is scripted for https://e.com. Assumed: it cannot be reached.',
    ]);
    assert.equal(
      assumed([act('fetch_flow', { flow_id: FLOW })])[0],
      `0: No actions are scripted for the flow ${FLOW}. Assumed: VoIPbin does not find it.`,
    );
    assert.equal(assumed([act('conference_join', { conference_id: A })]).length, 2);
    assert.equal(assumed([act('amd')]).length, 1);
  });

  test('what needs no answer is not told', () => {
    assert.deepEqual(
      assumed([
        say('x'),
        act('digits_receive', { duration: 1000 }),
        act('play', { stream_urls: ['a'] }),
        act('webhook_send', { uri: 'https://e', data: '{}' }),
      ]),
      [],
    );
  });

  test('the caller may hang up before what would be assumed, not before it is heard', () => {
    const at = (world: WorldScript) => run([connect, say('x')], { world }).simulation.result;
    assert.deepEqual([at({ hangs_up_at: 3000 }).endedAt, at({ hangs_up_at: 3000 }).outcome], [3000, 'hangup']);
    assert.equal(at({ hangs_up_at: 20_000 }).endedAt, 20_000);
    assert.equal(at({ hangs_up_at: 90_000 }).outcome, 'finished');
  });

  test('parties may be named by their number', () => {
    const world: WorldScript = { callees: { '+15550100002': { does: 'busy', after: 1500 } } };
    const legs = run([connect], { world }).simulation.events.flatMap((event) =>
      event.type === 'leg' ? [event.time] : [],
    );
    assert.deepEqual(legs, [0, 1500]);
  });

  test('typed keys come one after another, and entries belong to their digits_receive', () => {
    const receive = act('digits_receive', { duration: 5000, length: 1 });
    const { said } = run(
      [
        receive,
        say('${voipbin.call.digits}'),
        act('variable_set', { key: 'voipbin.call.digits', value: '' }),
        receive,
        say('${voipbin.call.digits}'),
      ],
      {
        world: { digits: ['1', '2'] },
      },
    );
    assert.deepEqual(said, ['1', '2']);
  });

  test('names such as "constructor" are no answers', () => {
    assert.equal(run([act('fetch', { event_url: 'constructor' })]).end, 'stopped: fetch failed');
  });
});
