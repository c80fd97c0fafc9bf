import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { WorldScript } from '../../../../flow/simulator';
import { A, act, B, FLOW, failuresOf, run, say, set, tel, way } from '../support/flows';

const end = say('end');

suite('queue_join', () => {
  const queue = act('queue_join', { queue_id: A });
  const world = (more: object): WorldScript => ({
    queues: { [A]: { wait_flow_id: FLOW, name: 'sales', ...more } },
    flows: { [FLOW]: [act('play', { stream_urls: ['music'] })] },
  });

  test('plays the wait flow again and again, until an agent comes; then they talk and the flow continues', () => {
    const ran = run([queue, end], { world: world({ agent_after: 7000, talks_for: 10_000 }) });
    const lap = `pushed/0/0 flows/${FLOW}/0 pushed/0/1`;
    assert.equal(ran.path, `0 ${lap} ${lap} pushed/0/0 flows/${FLOW}/0 pushed/0/2 1`);
    assert.equal(
      ran.simulation.events.find((event) => event.type === 'jump' && event.edge === 'queue-agent')?.time,
      7000,
    );
    assert.equal(ran.simulation.events.find((event) => event.type === 'said')?.time, 17_000);
  });

  test('its variables are there while it lasts', () => {
    const flows = { [FLOW]: [say('You wait for ${voipbin.queue.name}.')] };
    const ran = run([queue, say('[${voipbin.queue.name}]')], { world: { ...world({ agent_after: 1000 }), flows } });
    assert.deepEqual(ran.said, ['You wait for sales.', '[]']);
  });

  test('gives the call back when nobody comes', () => {
    assert.deepEqual(run([queue, end], { world: world({ gives_up_after: 5000 }) }).said, ['end']);
  });

  test('waiting spends executions: a short wait flow drops the caller', () => {
    assert.equal(run([queue], { world: world({}) }).end, 'stopped: budget');
  });

  test('an unknown queue, and one without a wait flow, stop the flow', () => {
    assert.equal(way([act('queue_join')]), '0 | stopped: service refused');
    assert.equal(way([queue], { world: { queues: { [A]: {} } } }), '0 pushed/0/0 | stopped: flow not found');
  });

  test('a queue that nobody describes is assumed, and told', () => {
    const ran = run([queue, end]);
    assert.deepEqual(ran.said, ['end']);
    assert.ok(ran.simulation.events.some((event) => event.type === 'assumed' && event.detail.includes(A)));
  });
});

suite('conference_join', () => {
  const join = act('conference_join', { conference_id: A });

  test('stays until the call leaves, then the flow continues', () => {
    const world = { conferences: { [A]: { leaves_after: 9000 } } };
    const { path, simulation } = run([join, end], { world });
    assert.equal(path, '0 pushed/0/0 1');
    assert.equal(simulation.events.find((event) => event.type === 'said')?.time, 9000);
  });

  test("runs the conference's own flow first", () => {
    const world = { conferences: { [A]: { pre_flow_id: FLOW } }, flows: { [FLOW]: [say('Welcome.')] } };
    assert.equal(run([join, end], { world }).path, `0 pushed/0/0 flows/${FLOW}/0 pushed/0/1 1`);
  });

  test('needs a conference', () => assert.equal(way([act('conference_join')]), '0 | stopped: service refused'));
});

suite('AI', () => {
  const talk = act('ai_talk', { assistance_type: 'ai', assistance_id: A });

  test('on a call it is a bridge, which answers; it sets the variables of the session', () => {
    const { path, variables, simulation } = run([talk, end], { world: { ai_ends_after: 30_000 } });
    assert.equal(path, '0 pushed/0/0 1');
    assert.equal(variables['voipbin.aicall.ai_id'], A);
    assert.ok(simulation.events.some((event) => event.type === 'answered' && event.by === 'bridge'));
    assert.equal(simulation.events.find((event) => event.type === 'said')?.time, 30_000);
  });

  test('in a conversation it parks the flow, and needs a message', () => {
    const conversation = { referenceType: 'conversation', variables: { 'voipbin.conversation_message.text': 'hi' } };
    assert.equal(way([talk, set('x', '1')], conversation), '0 pushed/0/0 1 | finished');
    assert.equal(way([talk], { referenceType: 'conversation' }), '0 | stopped: service refused');
  });

  test('any other reference is taken for a call and not found', () => {
    assert.equal(way([talk], { referenceType: 'api' }), '0 | stopped: wrong reference type');
  });

  test('an AI has to be named, in the new way or the old', () => {
    assert.equal(way([act('ai_talk')]), '0 | stopped: service refused');
    assert.equal(way([act('ai_talk', { ai_id: A })]), '0 pushed/0/0 | finished');
    assert.equal(way([act('ai_talk', { assistance_type: 'team', ai_id: A })]), '0 | stopped: service refused');
  });

  test('a task parks the flow until it is done', () => {
    const task = act('ai_task', { assistance_type: 'ai', assistance_id: A });
    assert.equal(way([task, set('x', '1')], { referenceType: 'api' }), '0 pushed/0/0 1 | finished');
  });

  test('a summary needs to know of what; its text comes in a flow that follows', () => {
    const summary = (option: object) => [act('ai_summary', option as never), set('x', '1')];
    assert.equal(way(summary({}), { referenceType: 'api' }), '0 | stopped: service refused');
    assert.equal(way(summary({ reference_type: 'call' }), { referenceType: 'api' }), '0 | stopped: service refused');
    const option = { reference_type: 'recording', reference_id: A, on_end_flow_id: FLOW };
    const { end, simulation } = run(summary(option), { referenceType: 'api' });
    assert.equal(end, 'finished');
    assert.deepEqual(
      simulation.children.map(({ child }) => [child.cause, child.input.referenceType]),
      [['on_end', 'ai']],
    );
  });
});

suite('block', () => {
  test('parks the flow for ever; nothing follows, not even on_complete', () => {
    const { end, simulation } = run([act('block'), set('x', '1')], { referenceType: 'api', onCompleteFlowId: FLOW });
    assert.equal(end, 'blocked');
    assert.equal(simulation.children.length, 0);
  });
});

suite('messages and other services', () => {
  const message = act('message_send', { source: tel('+1'), destinations: [tel('+2')], text: 'hi' });
  const email = act('email_send', { destinations: [{ type: 'email', target: 'a@example.com' }], subject: 's' });
  const hook = act('webhook_send', { uri: 'https://example.com', method: 'POST', data: '{"a":1}' });
  const chat = act('conversation_send', { conversation_id: A, text: 'hi' });
  const refuses = Object.fromEntries(
    ['message_send', 'email_send', 'webhook_send', 'conversation_send', 'case_create', 'transcribe_start'].map(
      (name) => [name, 'no balance'],
    ),
  );

  test('a refused message stops the flow, every other refusal is passed over', () => {
    assert.equal(way([message, end], { world: { refuses } }), '0 | stopped: service refused');
    const others = [email, hook, chat, act('case_create'), act('transcribe_start'), end];
    const ran = run(others, { world: { refuses } });
    assert.equal(ran.end, 'finished');
    assert.deepEqual(failuresOf(ran), ['0 refused', '1 refused', '2 refused', '3 refused', '4 refused']);
  });

  test('an option that cannot be read stops a message, and is passed over elsewhere', () => {
    assert.equal(way([act('message_send', { text: 5 })]), '0 | stopped: decode');
    const broken = [
      act('webhook_send', { data: { a: 1 } }),
      act('email_send', { destinations: 'x' }),
      act('conversation_send', { conversation_id: 'x' }),
      set('k', 5),
      act('transcribe_recording', { on_end_flow_id: 'x' }),
    ];
    const ran = run(broken, { referenceType: 'api' });
    assert.deepEqual(failuresOf(ran), ['0 decode', '1 decode', '2 decode', '3 decode', '4 decode']);
    assert.equal(ran.end, 'finished');
  });

  test('a message without source leaves the flow alone', () => {
    const ran = run([act('message_send', { destinations: [tel('+2')], text: 'x' }), end]);
    assert.equal(ran.end, 'finished');
    assert.deepEqual(failuresOf(ran), ['0 nothing-to-do']);
  });

  test('a webhook needs valid JSON as text and an http URL', () => {
    const bad = [
      act('webhook_send', { uri: 'https://e.com', data: '{' }),
      act('webhook_send', { uri: 'ftp://e.com', data: '{}' }),
    ];
    assert.deepEqual(failuresOf(run(bad)), ['0 nothing-to-do', '1 nothing-to-do']);
    const quoted = [set('q', '"'), act('webhook_send', { uri: 'https://e.com', data: '{"a":"${q}"}' })];
    assert.deepEqual(failuresOf(run(quoted)), ['1 nothing-to-do']);
  });

  test('the services get the option as it is after substitution', () => {
    const { simulation } = run([
      set('who', 'Ann'),
      act('message_send', { source: tel('+1'), destinations: [tel('+2')], text: 'Hi ${who}' }),
    ]);
    const bodies = simulation.events.flatMap((event) =>
      event.type === 'question' && event.question.kind === 'request' ? [event.question.body.text] : [],
    );
    assert.deepEqual(bodies, ['Hi Ann']);
  });

  test('a case is opened once, for a call or a conversation', () => {
    const ran = run([act('case_create'), act('case_create')]);
    assert.deepEqual(failuresOf(ran), ['1 nothing-to-do']);
    assert.ok(ran.variables.contact_case_id);
    assert.deepEqual(failuresOf(run([act('case_create')], { referenceType: 'api' })), ['0 nothing-to-do']);
  });

  test('transcription sets variables and a flow follows; of recordings there have to be some', () => {
    const start = run([act('transcribe_start', { direction: 'in', on_end_flow_id: FLOW })]);
    assert.equal(start.variables['voipbin.transcribe.direction'], 'in');
    assert.equal(start.variables['voipbin.transcribe.language'], 'en-US');
    assert.deepEqual(
      start.simulation.children.map(({ child }) => child.input.referenceType),
      ['transcribe'],
    );
    assert.deepEqual(failuresOf(run([act('transcribe_recording')])), ['0 nothing-to-do']);
    assert.deepEqual(failuresOf(run([act('answer'), act('recording_start'), act('transcribe_recording')])), []);
  });

  test('stop ends the whole flow, also from a nested list', () => {
    const world = { flows: { [FLOW]: [act('stop'), say('never')] } };
    assert.equal(way([act('fetch_flow', { flow_id: FLOW }), end], { world }), `0 flows/${FLOW}/0 | finished`);
  });

  test('variables of a bridge named by hand', () => {
    assert.deepEqual(failuresOf(run([act('confbridge_join')])), ['0 nothing-to-do']);
    assert.equal(way([act('confbridge_join', { confbridge_id: B }), end]), '0 1 | finished');
  });
});
