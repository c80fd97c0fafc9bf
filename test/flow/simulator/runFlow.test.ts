import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type Answer, type RunEvent, type RunInput, runFlow } from '../../../flow/simulator';
import { A, act, FLOW, say, set, tel } from './support/flows';

/** Drives a run by hand: answers the questions in order and keeps what happens. */
function drive(input: RunInput, answers: (Answer | undefined)[]) {
  const events: RunEvent[] = [];
  const run = runFlow(input);
  let step = run.next();
  while (!step.done) {
    events.push(step.value);
    step = run.next(step.value.type === 'question' ? answers.shift() : undefined);
  }
  return { events, result: step.value };
}

const call = (actions: RunInput['actions']): RunInput => ({ actions, referenceType: 'call' });
const typesOf = (events: readonly RunEvent[]) => events.map(({ type }) => type).join(' ');

suite('runFlow', () => {
  test('tells what happens in order, from start to end', () => {
    const { events } = drive(call([set('x', '1'), say('hi')]), []);
    assert.equal(typesOf(events), 'start action variable action-end action answered said question action-end end');
  });

  test('holds an action before it runs, so that a debugger can stop there', () => {
    const run = runFlow(call([set('x', '1')]));
    const seen: RunEvent[] = [];
    for (let step = run.next(); !step.done; step = run.next()) {
      seen.push(step.value);
      if (step.value.type === 'action') break;
    }
    assert.ok(!seen.some((event) => event.type === 'variable'));
  });

  test('time passes in waits only, as far as the answer says', () => {
    const sleep = act('sleep', { duration: 10_000 });
    const at = (...answers: (Answer | undefined)[]) => drive(call([sleep]), answers).result.endedAt;
    assert.equal(at(), 10_000);
    assert.equal(at({ kind: 'pass' }), 10_000);
    assert.equal(at({ kind: 'over', at: 4000 }), 4000);
    assert.equal(at({ kind: 'key', key: '1', at: 3000 }, { kind: 'over', at: 2000 }), 3000);
    assert.equal(at({ kind: 'hangup', at: 99_000 }), 10_000);
  });

  test('asks the same wait again after a key, with the time that is left', () => {
    const { events } = drive(call([act('digits_receive', { duration: 5000, length: 2 })]), [
      { kind: 'key', key: '1', at: 1000 },
    ]);
    const waits = events.flatMap((event) =>
      event.type === 'question' && event.question.kind === 'wait' ? [event.question] : [],
    );
    assert.deepEqual(
      waits.map(({ began, since, until, received, keys }) => ({ began, since, until, received, keys })),
      [
        { began: 0, since: 0, until: 5000, received: 0, keys: 'collect' },
        { began: 0, since: 1000, until: 5000, received: 1, keys: 'collect' },
      ],
    );
  });

  test('an answer of another kind counts as none, and what is assumed is told', () => {
    const { events } = drive(call([act('fetch_flow', { flow_id: FLOW })]), [{ kind: 'accepted' }]);
    assert.deepEqual(
      events.flatMap((event) =>
        event.type === 'assumed' ? [[event.question.kind, event.answer.kind, event.place?.index]] : [],
      ),
      [['flow', 'missing', '0']],
    );
  });

  test('a run can be stopped from outside wherever it waits', () => {
    const { result, events } = drive(
      { ...call([act('sleep', { duration: 9000 }), say('x')]), onCompleteFlowId: FLOW },
      [{ kind: 'stop', at: 500 }],
    );
    assert.deepEqual([result.outcome, result.error, result.endedAt], ['finished', null, 500]);
    assert.ok(events.some((event) => event.type === 'child'));
  });

  test('says when the run itself will break a wait off', () => {
    const { events } = drive({ ...call([act('sleep', { duration: 9000 })]), endsAt: 4000 }, []);
    const wait = events.find((event) => event.type === 'question');
    assert.equal(wait?.type === 'question' && wait.question.kind === 'wait' && wait.question.interruptAt, 4000);
    assert.equal(events.at(-1)?.time, 4000);
  });

  test('a party that is said to answer again and again does not hold up the run', () => {
    const flow = call([act('connect', { source: tel('+1'), destinations: [tel('+2')] }), say('x')]);
    const run = runFlow(flow);
    let step = run.next();
    let questions = 0;
    while (!step.done) {
      if (step.value.type === 'question') questions++;
      step = run.next({ kind: 'leg', leg: 0, becomes: 'answered' });
    }
    assert.ok(questions < 3000);
    assert.equal(step.value.outcome, 'finished');
  });

  test('ids can come from outside', () => {
    let count = 0;
    const ids = () => `11111111-0000-4000-8000-${String(count++).padStart(12, '0')}`;
    const run = runFlow(call([say('x')]), { ids });
    for (let step = run.next(); !step.done; step = run.next()) {
      if (step.value.type === 'action') assert.match(step.value.id, /^11111111-/);
    }
    assert.ok(count > 0);
  });

  test('a parked flow continues when the outside releases it', () => {
    const { result } = drive({ actions: [act('block'), set('x', '1')], referenceType: 'api' }, [{ kind: 'over' }]);
    assert.deepEqual([result.outcome, result.variables.x], ['finished', '1']);
  });

  test('places name the list of the document that they were given', () => {
    const { events } = drive({ ...call([say('x', { id: A })]), path: [] }, []);
    assert.deepEqual(events.find((event) => event.type === 'action')?.place, { index: '0', path: [0], type: 'talk' });
  });
});
