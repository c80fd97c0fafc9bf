import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  type ChildSimulation,
  type Simulation,
  scriptedWorld,
  simulate,
  simulateInSteps,
  type WorldScript,
} from '../../../flow/simulator';
import { A, act, FLOW, ranOf, run, say, set } from './support/flows';

const chain = (simulation: Simulation): string[] => [
  ranOf(simulation).end,
  ...simulation.children.flatMap((child: ChildSimulation) => chain(child)),
];

suite('flows that follow', () => {
  const next = (actions: object[], onComplete?: string) => ({
    flows: { [FLOW]: { actions: actions as never[], ...(onComplete ? { on_complete_flow_id: onComplete } : {}) } },
  });

  test('on_complete_flow_id runs after every kind of end', () => {
    const ends = { finished: [], stopped: [act('branch', { default_target_id: A })], hangup: [act('hangup')] };
    for (const actions of Object.values(ends)) {
      const { simulation } = run(actions, { onCompleteFlowId: FLOW, world: next([set('x', '1')]) });
      assert.equal(simulation.children[0]?.result.variables.x, '1');
    }
  });

  test('it gets a copy of the variables, a budget of its own, and reference type and id of the first', () => {
    const setting = { onCompleteFlowId: FLOW, referenceType: 'api', referenceId: A, world: next([set('y', '${x}')]) };
    const { simulation, variables } = run([set('x', '1')], setting);
    const [child] = simulation.children;
    assert.equal(child?.result.variables.y, '1');
    assert.equal(variables.y, undefined);
    assert.equal(child?.result.used, 2);
    assert.equal(child?.result.variables['voipbin.activeflow.reference_id'], A);
    assert.equal(child?.result.variables['voipbin.activeflow.complete_count'], '1');
    assert.equal(
      child?.result.variables['voipbin.activeflow.reference_activeflow_id'],
      simulation.result.variables['voipbin.activeflow.id'],
    );
  });

  test('on a call it finds the call hung up', () => {
    const { simulation } = run([], { onCompleteFlowId: FLOW, world: next([say('x'), set('y', '1')]) });
    const ends = simulation.children[0]?.events.flatMap((event) =>
      event.type === 'action-end' ? [event.reason ?? event.result] : [],
    );
    assert.deepEqual(ends, ['call-over', 'done']);
  });

  test('five flows run one after another, the sixth stops before its first action', () => {
    const { simulation } = run([], {
      referenceType: 'api',
      onCompleteFlowId: FLOW,
      world: next([set('x', '1')], FLOW),
    });
    assert.deepEqual(chain(simulation), [...Array.from({ length: 5 }, () => 'finished'), 'stopped: complete count']);
  });

  test('a flow that is not there is not found', () => {
    assert.deepEqual(chain(run([], { onCompleteFlowId: FLOW }).simulation), ['finished', 'stopped: flow not found']);
  });

  test('a recording is followed by its flow when it ends, without a reference', () => {
    const world = next([say('skipped'), set('name', '${voipbin.recording.recording_name}')]);
    const record = act('recording_start', { on_end_flow_id: FLOW });
    const { simulation } = run([act('answer'), record, say('x')], { world });
    const [child] = simulation.children;
    assert.equal(child?.child.input.referenceType, '');
    assert.ok(child);
    assert.equal(ranOf(child).path, `flows/${FLOW}/0! flows/${FLOW}/1`);
    assert.match(child.result.variables.name ?? '', /^call_/);
  });
});

suite('a run', () => {
  test('of a stored flow asks for it, and continues with its on_complete_flow_id', () => {
    const asked: string[] = [];
    const simulation = simulate(
      { flowId: FLOW, referenceType: 'api' },
      {
        answer: (question) => {
          if (question.kind !== 'flow') return undefined;
          asked.push(question.flowId);
          return question.flowId === FLOW
            ? { kind: 'flow', actions: [set('x', '1')], onCompleteFlowId: A }
            : { kind: 'missing' };
        },
      },
    );
    assert.deepEqual(asked, [FLOW, A]);
    assert.equal(simulation.result.variables.x, '1');
    assert.equal(simulation.events.find((event) => event.type === 'action')?.place?.index, `flows/${FLOW}/0`);
  });

  test('of an outgoing call begins answered, and one that dials waits for the answer', () => {
    const destination = { type: 'tel', target: '+15550100002' };
    assert.equal(run([act('recording_start')], { direction: 'outgoing' }).end, 'finished');
    const busy = run([say('x')], { direction: 'outgoing', dials: { destination }, world: { callees: ['busy'] } });
    assert.deepEqual([busy.path, busy.end], ['', 'hangup']);
    const answered = run([say('x')], {
      direction: 'outgoing',
      dials: { destination },
      world: { callees: [{ does: 'answers', after: 3000 }] },
    });
    assert.equal(answered.simulation.events.find((event) => event.type === 'action')?.time, 3000);
  });

  test('that is not answered or is left says so in plain words', () => {
    const outgoing = {
      direction: 'outgoing',
      dials: { destination: { type: 'tel', target: '+15550100002' } },
    } as const;
    const told = (world: WorldScript, input: object = outgoing) =>
      run([say('x'), act('sleep', { duration: 9000 })], { ...input, world }).simulation.result.detail;
    assert.equal(told({ callees: ['busy'] }), '+15550100002 was busy.');
    assert.equal(told({ callees: ['no_answer'] }), '+15550100002 did not answer.');
    assert.equal(told({ callees: ['fails'] }), '+15550100002 could not be reached.');
    assert.equal(told({ hangs_up_at: 7000 }), 'The called party hung up.');
    assert.equal(told({ hangs_up_at: 7000 }, {}), 'The caller hung up.');
  });
});

suite('simulateInSteps', () => {
  test('what is added to a world before the next step counts, and the run is the same as in one go', () => {
    const actions = [act('digits_receive', { duration: 5000, length: 1 }), say('${voipbin.call.digits}')];
    const digits: string[] = [];
    const steps = simulateInSteps({ actions: actions as never[], referenceType: 'call' }, scriptedWorld({ digits }));
    let step = steps.next();
    for (; !step.done; step = steps.next())
      if (step.value.type === 'question' && step.value.question.kind === 'wait' && digits.length === 0)
        digits.push('7');
    const said = (simulation: Simulation) =>
      simulation.events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    assert.deepEqual(said(step.value), ['7']);
    const whole = simulate({ actions: actions as never[], referenceType: 'call' }, scriptedWorld({ digits: ['7'] }));
    assert.deepEqual(step.value, whole);
  });
});
