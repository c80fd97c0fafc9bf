import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type RunEvent, type RunInput, scriptedWorld, simulate, type WorldScript } from '../../../flow';
import { caseOf, readTestedFlow, runningTests, type TestFile } from '../../../flow/tests';
import { inputOf } from '../../../flow/tests/testedFlow';
import { readText } from '../../support/repository';

function recorded(
  name: string,
  world: WorldScript,
  until = (events: readonly RunEvent[]) => events,
  script: WorldScript = {},
) {
  const flow = readTestedFlow(readText(`examples/${name}.flow.json`), `${name}.flow.json`);
  assert.ok(typeof flow !== 'string');
  const input = inputOf(flow, world, undefined);
  assert.ok(input);
  const { events } = simulate(input, scriptedWorld(world));
  return caseOf(flow, { events: until(events), startedAt: Date.UTC(2026, 10, 18, 9, 30), script });
}

suite('a recorded case', () => {
  test('has what was pressed, and expects what was spoken', () => {
    const { case: made, isSame } = recorded('branch-menu', { digits: ['7', '2'] });
    assert.ok(isSame);
    assert.equal(made.name, 'the caller presses 7, then 2');
    assert.deepEqual(made.world?.digits, ['7', '2']);
    assert.equal(made.expect.ends, 'hangup');
    assert.match(made.expect.says?.[3] ?? '', /twenty dollars/);
  });

  test('has what called parties did, and when the caller hung up', () => {
    const world: WorldScript = { amd: 'human', digits: ['1'], callees: [{ does: 'answers', after: 3000 }, 'busy'] };
    const busy = recorded('call-back', world);
    assert.ok(busy.isSame);
    assert.deepEqual(busy.case.world?.callees, [{ does: 'answers', after: 3000 }, 'busy']);
    const gone = recorded('branch-menu', { hangs_up_at: 3000 });
    assert.ok(gone.isSame);
    assert.equal(gone.case.world?.hangs_up_at, 3000);
    assert.equal(gone.case.name, 'the caller hangs up after 3 s');
  });

  test('has the keys by the clock where it matters when they were pressed', () => {
    const { case: made, isSame } = recorded('branch-menu', { keys: [{ at: 12_000, keys: '2' }], hangs_up_at: 16_000 });
    assert.ok(isSame);
    assert.deepEqual(made.world, { keys: [{ at: 12_000, keys: '2' }], hangs_up_at: 16_000 });
    const calm = recorded('branch-menu', { keys: [{ at: 12_000, keys: '2' }] });
    assert.ok(calm.isSame);
    assert.deepEqual(calm.case.world, { digits: ['2'] });
  });

  test('has who picked up, what an AI set and how long it took, and when an agent came', () => {
    const machine = recorded('call-back', { amd: 'machine' });
    assert.deepEqual([machine.isSame, machine.case.world?.amd], [true, 'machine']);
    const ai = recorded('ai-then-queue', { ai_sets: { wants_person: 'yes' }, ai_ends_after: 7000 });
    assert.ok(ai.isSame);
    assert.deepEqual([ai.case.world?.ai_sets, ai.case.world?.ai_ends_after], [{ wants_person: 'yes' }, 7000]);
    const queue = 'c82638f2-8af6-4299-829e-5fec76b413c9';
    const wait_flow_id = 'e0000000-0000-4000-8000-000000000001';
    const flows = { [wait_flow_id]: [{ type: 'sleep', option: { duration: 5000 } }] };
    const script: WorldScript = { flows, queues: { [queue]: { wait_flow_id } } };
    const came: WorldScript = { digits: ['0'], flows, queues: { [queue]: { wait_flow_id, agent_after: 4000 } } };
    const agent = recorded('ai-then-queue', came, undefined, script);
    assert.deepEqual([agent.isSame, agent.case.world], [true, came]);
  });

  test('says what the world of its file says otherwise: silence, another trigger, another meaning', () => {
    const text = readText('examples/branch-menu.flow.json');
    const flow = readTestedFlow(text, 'f.flow.json');
    assert.ok(typeof flow !== 'string');
    const file: TestFile = { world: { digits: ['2'] }, cases: [] };
    const silent = simulate(inputOf(flow, {}, undefined) ?? assert.fail(), scriptedWorld({}), {
      semantics: 'documented',
    });
    const { case: made, isSame } = caseOf(flow, { events: silent.events, startedAt: 0, semantics: 'documented' }, file);
    assert.ok(isSame);
    assert.deepEqual([made.world, made.semantics], [{ digits: [] }, 'documented']);
    assert.deepEqual([...runningTests(flow, { ...file, cases: [made] })][0]?.failures, []);
    const api = simulate(inputOf(flow, {}, 'api') ?? assert.fail(), scriptedWorld({}));
    const triggered = caseOf(flow, { events: api.events, startedAt: 0 }, file);
    assert.ok(triggered.isSame);
    assert.equal(triggered.case.world?.reference_type, 'api');
  });

  test('expects the calls that were placed, each with what happened in it', () => {
    const { case: made } = recorded('message-and-call', {});
    assert.deepEqual(
      made.expect.calls?.map(({ to, says }) => [to, says?.length]),
      [['+15550101011', undefined]],
    );
  });

  test('expects no text of SSML that only makes a pause, but its action', () => {
    const pause = { type: 'talk', option: { text: '<speak><break time="2s"/></speak>', language: 'en-US' } };
    const flow = readTestedFlow(JSON.stringify([pause, { type: 'hangup' }]), 'f.flow.json');
    assert.ok(typeof flow !== 'string');
    const { events } = simulate(inputOf(flow, {}, undefined) ?? assert.fail(), scriptedWorld({}));
    const { case: made } = caseOf(flow, { events, startedAt: 0 });
    assert.deepEqual(made.expect, { ends: 'hangup', runs: ['talk', 'hangup'] });
    assert.deepEqual([...runningTests(flow, { cases: [made] })][0]?.failures, []);
  });

  test('has the time where the flow asks for it', () => {
    const { case: made, isSame } = recorded('business-hours', { now: '2026-11-18T09:30:00Z' });
    assert.ok(isSame);
    assert.equal(made.world?.now, '2026-11-18T09:30:00.000Z');
  });

  test('says so where the outside answered what events do not tell', () => {
    const text = '[{ "type": "fetch", "option": { "event_url": "https://example.com/a" } }]';
    const flow = readTestedFlow(text, 'f.flow.json');
    assert.ok(typeof flow !== 'string');
    const body = '[{ "type": "talk", "option": { "text": "Hi", "language": "en-US" } }]';
    const world: WorldScript = { fetch: { 'https://example.com/a': { status: 200, body } } };
    const { events } = simulate(inputOf(flow, world, undefined) ?? assert.fail(), scriptedWorld(world));
    assert.equal(caseOf(flow, { events, startedAt: 0 }).isSame, false);
    assert.equal(caseOf(flow, { events, startedAt: 0, script: world }).isSame, true);
  });

  test('of a call that goes on expects what has happened so far', () => {
    const toTheBranch = (events: readonly RunEvent[]) =>
      events.slice(0, events.findIndex((event) => event.type === 'action' && event.action === 'branch') + 1);
    const { case: made, isSame } = recorded('branch-menu', { digits: ['2'] }, toTheBranch);
    assert.ok(isSame);
    assert.deepEqual([made.expect.says?.length, made.expect.ends, made.world?.digits], [1, undefined, ['2']]);
  });

  test('of an outgoing call to try a flow has no part of that call, and says nothing of what is empty', () => {
    const flow = readTestedFlow(readText('examples/voicemail.flow.json'), 'voicemail.flow.json');
    assert.ok(typeof flow !== 'string');
    const usual = inputOf(flow, {}, undefined) ?? assert.fail();
    const input: RunInput = { ...usual, direction: 'outgoing', dials: { destination: { type: 'tel', target: '+1' } } };
    const { events } = simulate(input, scriptedWorld({ callees: [{ does: 'answers', after: 3688 }, 'busy'] }));
    const { case: made, isSame } = caseOf(flow, { events, startedAt: 0, script: { variables: {} } });
    assert.ok(isSame);
    assert.deepEqual([made.world?.callees, made.world?.variables], [['busy'], undefined]);
    assert.equal(made.name, 'the called party is busy');
  });

  test('has a world for each call that was placed', () => {
    const digits = { type: 'digits_receive', option: { duration: 3000, length: 1 } };
    const to = (target: string) => ({ type: 'tel', target });
    const call = (target: string) => ({
      type: 'call',
      option: { source: to('+15550101000'), destinations: [to(target)], actions: [digits] },
    });
    const flow = readTestedFlow(JSON.stringify([call('+15550101001'), call('+15550101002'), digits]), 'f.flow.json');
    assert.ok(typeof flow !== 'string');
    const input = inputOf(flow, {}, undefined) ?? assert.fail();
    const world: WorldScript = {
      digits: ['5'],
      calls: [{ callees: ['busy'] }, { callees: [{ does: 'answers', after: 2000 }], digits: ['7'], amd: 'human' }],
    };
    const { events, children } = simulate(input, scriptedWorld(world));
    const placed = children.map((child) => ({ events: child.events, placed: [] }));
    assert.deepEqual(caseOf(flow, { events, startedAt: 0, script: world, placed }).case.world, {
      digits: ['5'],
      calls: [{ callees: ['busy'] }, { amd: 'human', callees: [{ does: 'answers', after: 2000 }], digits: ['7'] }],
    });
  });
});
