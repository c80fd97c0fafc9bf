import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { parseGoJson, saveActions } from '../../../flow/simulator';
import { countingIds } from '../../../flow/simulator/ids';
import { A, act, B, C, FLOW, optionsOf, run, say, set, tel, way } from './support/flows';

const url = 'https://flows.example/next';
const fetched = (body: string, option = {}) =>
  way([act('fetch', { event_url: url, ...option })], { world: { fetch: { [url]: { status: 200, body } } } });
const nested = (action: object) =>
  act('call', { source: tel('+1'), destinations: [tel('+2')], actions: [action] } as never);
const saved = (text: string) => saveActions(parseGoJson(text), countingIds());
const deep = (levels: number): JsonValue => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as JsonValue;

suite('where random flows went another way than the engine', () => {
  test('half a character becomes U+FFFD, in values, keys, fetched lists and the variables of the start', () => {
    assert.equal(run([set('x', 'a\ud800b')]).variables.x, 'a\ufffdb');
    assert.equal(run([set('x', '\u{1f600}')]).variables.x, '\u{1f600}');
    assert.equal(run([set('k\udc00', '1')]).variables['k\ufffd'], '1');
    assert.deepEqual(optionsOf(run([act('talk', { '\ud800': { '\udbff': ['\udc00'] } })]))[0], {
      '\ufffd': { '\ufffd': ['\ufffd'] },
    });
    assert.equal(run([], { variables: { '\ud800': '\ud800' } }).variables['\ufffd'], '\ufffd');
    const body = `[{"id":"${A}","type":"variable_set","option":{"key":"x","value":"\\ud800"}}]`;
    const ran = run([act('fetch', { event_url: url })], { world: { fetch: { [url]: { status: 200, body } } } });
    assert.equal(ran.variables.x, '\ufffd');
  });

  test('an assistance type other than ai and team is refused', () => {
    for (const type of ['ai_task', 'ai_talk']) {
      const setting = { referenceType: type === 'ai_task' ? 'api' : 'call' };
      const end = (assistance_type: string) => way([act(type, { assistance_type, assistance_id: A })], setting);
      assert.equal(end('bot'), '0 | stopped: service refused', type);
      assert.equal(end('AI'), '0 | stopped: service refused', type);
      assert.match(end('team'), /^0 pushed/, type);
      assert.match(way([act(type, { ai_id: A })], setting), /^0 pushed/, type);
    }
  });

  test('of a key that is there twice null keeps a text, options merge, and an earlier value that cannot be read is an error', () => {
    const kept = saved(`[{"type":"talk","id":"${A}","id":null,"option":{"text":"a","x":1},"option":{"text":"b"}}]`);
    assert.ok(kept.ok);
    assert.equal(kept.actions[0]?.id, A);
    assert.deepEqual(kept.actions[0]?.option, { text: 'b', x: 1 });
    const emptied = saved('[{"type":"talk","option":{"text":"a"},"option":null}]');
    assert.ok(emptied.ok && emptied.actions[0]?.option === undefined);
    assert.ok(!saved(`[{"type":"talk","id":5,"id":"${A}"}]`).ok);
    assert.ok(!saved('[{"type":"talk","option":[],"option":{}}]').ok);
    const value = '{"key":"x","value":"1"},"option":{"value":"2"}';
    const body = `[{"id":"${A}","id":null,"type":"variable_set","option":${value}}]`;
    const ran = run([act('fetch', { event_url: url })], { world: { fetch: { [url]: { status: 200, body } } } });
    assert.equal(ran.variables.x, '2');
    assert.equal(fetched(`[{"type":"hangup","id":"no","id":"${A}"}]`), '0 | stopped: decode');
  });

  test('a number just below the overflow of float32 is the largest float32', () => {
    const compare = (value_number: number) =>
      way([
        act('condition_variable', { condition: '==', value_type: 'number', variable: '3.4028235e38', value_number }),
      ]);
    assert.equal(compare(2 ** 128 - 2 ** 103), '0 | finished');
    assert.equal(compare(3.4028236e38), '0 | stopped: decode');
  });

  test('a tm_execute that is not a time makes nested and fetched actions unreadable', () => {
    const end = (tm_execute: JsonValue) => way([nested({ type: 'hangup', tm_execute })]);
    for (const bad of ['x', '', '2026-01-01 00:00:00', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00+25:00', 5])
      assert.equal(end(bad), '0 | stopped: decode', String(bad));
    for (const good of ['2026-01-01T00:00:00.5Z', '2024-02-29T23:59:59+09:00', null])
      assert.equal(end(good), '0 | finished', String(good));
    assert.equal(fetched(`[{"id":"${A}","type":"hangup","tm_execute":"x"}]`), '0 | stopped: decode');
    // What cannot be read is not looked at when it is saved.
    const unread = saveActions([act('call', { anonymous: 'maybe', actions: [{ tm_execute: 'x' }] })], countingIds());
    assert.ok(unread.ok);
  });

  test('a digits_receive that cannot be read takes its entry of the digits', () => {
    const flow = [act('digits_receive', { duration: '5000' }), act('digits_receive', { duration: 5000, length: 1 })];
    assert.equal(run(flow, { world: { digits: ['1', '2'] } }).variables['voipbin.call.digits'], '2');
  });

  test('an HTTP method that is not a token fetches nothing', () => {
    for (const event_method of ['GE T', '"', 'GÉT', 'GET\n'])
      assert.equal(fetched('[]', { event_method }), '0 | stopped: fetch failed', event_method);
    for (const event_method of ['', 'FOO', 'post']) assert.equal(fetched('[]', { event_method }), '0 | finished');
  });

  test('-2^63 is not an integer, because it goes out with the digits of a float64', () => {
    const end = (loop_count: number) => way([act('goto', { loop_count })]);
    assert.equal(end(-(2 ** 63)), '0 | stopped: decode');
    assert.equal(end(-(2 ** 63) + 1024), '0 | finished');
    assert.equal(end(2 ** 63), '0 | stopped: decode');
  });

  test('10 000 levels of nesting are read, and no more', () => {
    assert.equal(way([act('talk', { x: deep(1200) })]), '0 | finished');
    assert.equal(way([act('talk', { x: deep(9996), y: ['${a}', 1] })]), '0 | finished');
    assert.equal(way([act('talk', { x: deep(9997) })]), ' | refused: invalid json body');
    const body = (levels: number) =>
      `[{"id":"${A}","type":"stop","x":${JSON.stringify([])}}, ${'['.repeat(levels)}${']'.repeat(levels)}]`;
    assert.equal(fetched(body(10_000)), '0 | stopped: decode');
  });

  test('keys that differ in case merge into one map, list or object, and null empties those', () => {
    const branch = (option: object, digits: string) =>
      way([act('branch', option as never), say('x', { id: A }), act('stop'), say('y', { id: B })], {
        variables: { 'voipbin.call.digits': digits },
      });
    const both = { TARGET_IDS: { '1': B }, target_ids: { '2': A } };
    assert.match(branch(both, '1'), /^0 3/);
    assert.match(branch(both, '2'), /^0 1/);
    assert.equal(branch({ TARGET_IDS: { '1': B }, target_ids: null, default_target_id: A }, '1').slice(0, 3), '0 1');
    assert.equal(branch({ DEFAULT_TARGET_ID: B, default_target_id: null }, '1').slice(0, 3), '0 3');

    const dialled = run([
      act('connect', {
        Source: { target: '+1' },
        source: { name: 'n' },
        Destinations: [{ type: 'tel', target: '+1' }, tel('+3')],
        destinations: [{ target: '+2' }],
      }),
    ]);
    const question = dialled.simulation.events.flatMap((event) =>
      event.type === 'question' && event.question.kind === 'dial' ? [event.question] : [],
    )[0];
    assert.deepEqual(question?.source, { target: '+1', name: 'n' });
    assert.deepEqual(question?.destinations, [tel('+2')]);

    const call = { Actions: [{ id: A, type: 'talk' }], actions: [{ type: 'hangup' }], destinations: [tel('+1')] };
    const child = run([act('call', { ...call, source: tel('+2') })]).simulation.children[0];
    assert.deepEqual(
      child?.events.flatMap((event) => (event.type === 'action' ? [[event.id, event.action]] : [])),
      [[A, 'hangup']],
    );
    assert.equal(way([act('call', { ...call, SOURCE: tel('+2'), source: null })]), '0 | stopped: crash');
  });

  test('names that every JavaScript object has are nothing special', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const action = JSON.parse(`{"type":"talk","${name}":true,"option":{"${name}":"\${${name}}"}}`) as JsonValue;
      assert.equal(way([action]), '0 | finished', name);
      assert.equal(way([act(name)]), ' | refused: invalid action type', name);
      assert.equal(run([set(name, '1'), set('x', `\${${name}}`)]).variables.x, '1', name);
      const missed = act('branch', { variable: name, default_target_id: A, target_ids: {} });
      assert.equal(way([missed, say('x', { id: A })]), '0 1 | finished', name);
      const condition = act('condition_variable', { condition: name, value_type: name, false_target_id: A });
      assert.equal(way([condition, act('hangup'), say('x', { id: A })]), '0 2 | finished', name);
    }
  });

  test('a number too large in a fetched list makes it unreadable, where an unknown key holds it does not matter', () => {
    assert.equal(fetched(`[{"id":"${A}","type":"stop","option":{"x":[1e400]}}]`), '0 | stopped: decode');
    assert.equal(fetched(`[{"id":"${A}","type":"answer","x":1e400}]`), `0 fetch/${url}/0 | finished`);
  });

  test('stored digits are compared byte by byte', () => {
    const wait = act('digits_receive', { duration: 1000, key: 'é' });
    const flow = [wait, say('x')];
    const time = (digits: string) => run(flow, { variables: { 'voipbin.call.digits': digits } }).simulation.events;
    const waited = (digits: string) =>
      time(digits).some(
        (event) => event.type === 'question' && event.question.kind === 'wait' && event.question.for === 'digits',
      );
    assert.ok(waited('é'));
    const hash = [act('digits_receive', { duration: 1000, key: '#' })];
    const ran = run(hash, { variables: { 'voipbin.call.digits': '1#' } });
    assert.ok(!ran.simulation.events.some((event) => event.type === 'question'));
  });

  test('an AI conversation asks only whether there is a text, not what it is', () => {
    const talk = [act('ai_talk', { ai_id: A })];
    const referenceType = 'conversation';
    assert.match(way(talk, { referenceType, variables: { 'voipbin.conversation_message.text': '' } }), /^0 pushed/);
    assert.equal(way(talk, { referenceType }), '0 | stopped: service refused');
  });

  test('a text that doubles itself stops growing at the bound of the simulator, which is told', () => {
    const flow = [set('x', '${x}${x}', { id: B }), act('goto', { target_id: B, loop_count: 9 })];
    for (const semantics of ['documented', 'observed'] as const) {
      const { simulation, variables, end } = run(flow, { variables: { x: 'ab' }, semantics });
      assert.equal(variables.x?.length, semantics === 'observed' ? 256 * 1024 : 2 ** 11);
      assert.equal(end, semantics === 'observed' ? 'stopped: budget' : 'finished');
      const told = simulation.events.some((event) => event.type === 'limit' && event.limit === 'variable-length');
      assert.equal(told, semantics === 'observed');
    }
  });
});

suite('what other services do around a flow', () => {
  const dial = (...targets: string[]) => act('connect', { source: tel('+1'), destinations: targets.map(tel) });
  const legs = (ran: ReturnType<typeof run>) =>
    ran.simulation.events.flatMap((event) =>
      event.type === 'leg' ? [`${event.leg.leg} ${event.leg.status} ${event.time}`] : [],
    );

  test('several parties that answer share one bridge, which ends with the last of them; who rings rings on until the call ends', () => {
    const callees = [
      { does: 'answers' as const, after: 1000, hangs_up_after: 9000 },
      { does: 'answers' as const, after: 2000, hangs_up_after: 3000 },
      { does: 'no_answer' as const, after: 50_000 },
    ];
    const ran = run([dial('+2', '+3', '+4'), act('sleep', { duration: 5000 })], { world: { callees } });
    assert.deepEqual(legs(ran), [
      '0 ringing 0',
      '1 ringing 0',
      '2 ringing 0',
      '0 answered 1000',
      '1 answered 2000',
      '1 over 5000',
      '0 over 10000',
      '2 over 15000',
    ]);
  });

  test('a flow of on_complete_flow_id names itself: as documented five run, on the engine each starts the next', () => {
    const flows = { [FLOW]: { actions: [set('n', '${n}x')], on_complete_flow_id: FLOW } };
    const chain = (semantics: 'documented' | 'observed', actions: JsonValue = []) => {
      const ends: string[] = [];
      let told = false;
      const { simulation } = run(actions, { world: { flows }, onCompleteFlowId: FLOW, semantics });
      for (let item = simulation.children[0]; item; item = item.children[0]) {
        ends.push(`${item.result.error ?? item.result.outcome} ${item.result.variables.n ?? ''}`.trim());
        told ||= item.events.some((event) => event.type === 'limit' && event.limit === 'on-complete-chain');
      }
      return { ends, told };
    };
    const five = ['finished x', 'finished xx', 'finished xxx', 'finished xxxx'];
    assert.deepEqual(chain('documented').ends, [...five, 'complete count xxxx']);
    const observed = chain('observed');
    assert.deepEqual(observed.ends.slice(0, 6), [...five, 'complete count', 'complete count']);
    assert.equal(observed.ends.length, 19);
    assert.ok(observed.told);

    flows[FLOW].actions = [set('voipbin.activeflow.complete_count', '0')];
    assert.ok(chain('observed').ends.every((end) => end === 'finished'));
    assert.equal(chain('observed').ends.length, 19);
    assert.ok(chain('documented').ends.includes('complete count'));
  });

  test('a flow that follows a call parks on the first action that needs the call', () => {
    const flows = { [FLOW]: [set('v', '1'), act('sleep', { duration: 1 }), set('v', '2')] };
    const [child] = run([say('x')], { world: { flows }, onCompleteFlowId: FLOW, semantics: 'observed' }).simulation
      .children;
    assert.deepEqual([child?.result.outcome, child?.result.variables.v], ['blocked', '1']);
    const api = { world: { flows }, onCompleteFlowId: FLOW, semantics: 'observed' as const, referenceType: 'api' };
    assert.equal(run([], api).simulation.children[0]?.result.variables.v, '2');
  });

  test('an empty wait flow burns all executions at once', () => {
    const world = { queues: { [A]: { wait_flow_id: FLOW, agent_after: 1000 } }, flows: { [FLOW]: [] } };
    const { end, simulation } = run([act('queue_join', { queue_id: A })], { world });
    assert.deepEqual([end, simulation.result.endedAt, simulation.result.used], ['stopped: budget', 0, 101]);
  });

  test('a service that is the last of its list ends with an error, and with the next action behind it does not', () => {
    const setting = {
      world: {
        ai_ends_after: 5000,
        queues: { [A]: { wait_flow_id: FLOW, agent_after: 0, talks_for: 1 } },
        flows: { [FLOW]: [act('sleep', { duration: 9 })] },
      },
      semantics: 'observed' as const,
    };
    for (const service of [
      act('ai_talk', { ai_id: A }),
      act('ai_task', { ai_id: A }),
      act('conference_join', { conference_id: A }),
      act('queue_join', { queue_id: A }),
    ]) {
      const referenceType = service.type === 'ai_task' ? 'api' : 'call';
      assert.match(way([service], { ...setting, referenceType }), /stopped: no more stack left$/);
      assert.match(way([service, set('v', '1')], { ...setting, referenceType }), / 1 \| finished$/);
      assert.match(
        way([{ ...service, next_id: C }, act('answer'), set('v', '1', { id: C })], { ...setting, referenceType }),
        / 2 \| finished$/,
      );
    }
  });

  test('the flow after a recording starts when the recording ends, with the variables of that moment', () => {
    const record = act('recording_start', { duration: 2, on_end_flow_id: FLOW });
    const pause = act('sleep', { duration: 5000 });
    const flow = [act('answer'), set('v', '1'), record, pause, set('v', '2'), pause];
    const world = { flows: { [FLOW]: [] }, now: '2026-11-18T10:30:00Z' };
    const ran = run(flow, { world, referenceId: B });
    const [child] = ran.simulation.children;
    assert.deepEqual([child?.child.input.startedAt, child?.result.variables.v], [2000, '1']);
    assert.equal(ran.variables['voipbin.recording.recording_name'], `call_${B}_2026-11-18T10:30:00Z`);
    const stopped = run([...flow.slice(0, 3), act('recording_stop'), set('v', '3')], { world });
    assert.equal(stopped.simulation.children[0]?.result.variables.v, '1');
    const hungUp = run(flow.slice(0, 3), { world });
    assert.equal(hungUp.simulation.children.length, 1);
  });

  test('a second transcription in one language is refused, one in another is not', () => {
    const start = (language: string) => act('transcribe_start', { language });
    const { simulation } = run([start('en-US'), start('en-US'), start('ko-KR')]);
    const results = simulation.events.flatMap((event) =>
      event.type === 'action-end' ? [event.reason ?? event.result] : [],
    );
    assert.deepEqual(results, ['done', 'refused', 'done']);
  });

  test('an AI job ends after 30 s at most, an AI that talks in a conversation when it likes', () => {
    const setting = { referenceType: 'conversation', variables: { 'voipbin.conversation_message.text': 'hi' } };
    const time = (type: string, ai_ends_after: number) =>
      run([act(type, { ai_id: A }), set('v', '1')], { ...setting, world: { ai_ends_after } }).simulation.result.endedAt;
    assert.deepEqual([time('ai_task', 12_000), time('ai_task', 90_000)], [12_000, 30_000]);
    assert.equal(time('ai_talk', 90_000), 90_000);
  });

  test('an async talk does not hold the flow; an agent who is found meanwhile stops the talk alone', () => {
    const waits = [
      act('talk', { text: 'Please hold. '.repeat(20), language: 'en-US', async: true }),
      act('sleep', { duration: 8000 }),
    ];
    const join = (flow: JsonValue) => {
      const world = {
        queues: { [A]: { wait_flow_id: FLOW, agent_after: 2000, talks_for: 1000 } },
        flows: { [FLOW]: flow as never },
      };
      const { simulation } = run([act('queue_join', { queue_id: A }), set('v', '1')], { world });
      return simulation.events.find((event) => event.type === 'jump' && event.edge === 'queue-agent')?.time;
    };
    assert.equal(join(waits), 8000);
    assert.equal(join([act('sleep', { duration: 8000 })]), 2000);
    assert.equal(join([say('Please hold. '.repeat(20))]), 2000);
  });
});
