import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import type { Simulation, WorldScript } from '../../../../flow/simulator';
import { A, act, B, FLOW, ranOf, run, say, set, tel, way } from '../support/flows';

const call = (option: JsonObject, more: JsonObject = {}) =>
  act('call', { source: tel('+15550100001'), destinations: [tel('+15550100002')], ...option }, more);
const childrenOf = (actions: JsonObject[], world: WorldScript = {}) =>
  run(actions, { world }).simulation.children.map((child) => ({ ...ranOf(child), child: child.child }));

suite('call', () => {
  test('the flow continues at once; the new call runs its own', () => {
    const { path, simulation } = run([call({ actions: [say('child')] }), say('parent')]);
    assert.equal(path, '0 1');
    const [child] = simulation.children;
    assert.ok(child);
    assert.deepEqual(ranOf(child).said, ['child']);
  });

  test('the child has ids and variables of its own, and its texts are filled in by the parent', () => {
    const actions = [say('${x} ${y}', { id: A }), set('y', '2')];
    const [child] = childrenOf([set('x', '1', { id: A }), call({ actions })]);
    assert.deepEqual(child?.said, ['1 ']);
    assert.equal(child?.variables.x, undefined);
    assert.equal(child?.variables['voipbin.call.destination.target'], '+15550100002');
    assert.equal(child?.variables['voipbin.call.direction'], 'outgoing');
  });

  test('its actions have places in the document', () => {
    const [child] = childrenOf([say('x'), call({ actions: [say('child')] })]);
    const action = child?.simulation.events.find((event) => event.type === 'action');
    assert.deepEqual(action?.place, { index: '0', path: ['actions', 1, 'option', 'actions', 0], type: 'talk' });
  });

  test('it waits until it is answered, in a world of its own', () => {
    const world: WorldScript = {
      calls: [{ callees: [{ does: 'answers', after: 3000 }], digits: ['7'] }, { callees: ['busy'] }],
    };
    const actions = [act('digits_receive', { duration: 5000, length: 1 })];
    const [first, second] = childrenOf([call({ actions }), call({ actions })], world);
    assert.equal(first?.variables['voipbin.call.digits'], '7');
    assert.equal(first?.simulation.result.endedAt, 3400);
    assert.equal(second?.path, '');
    assert.deepEqual(second?.simulation.result.hangup, { by: 'callee', reason: 'busy' });
  });

  test('with early_execution its flow runs while it rings', () => {
    const [child] = childrenOf([call({ actions: [set('x', '1')], early_execution: true })]);
    assert.equal(child?.simulation.result.endedAt, 0);
  });

  test('a stored flow wins over actions; neither gives a flow without actions', () => {
    const world = { flows: { [FLOW]: [say('stored')] } };
    assert.deepEqual(childrenOf([call({ flow_id: FLOW, actions: [say('inline')] })], world)[0]?.said, ['stored']);
    assert.equal(childrenOf([call({})])[0]?.end, 'finished');
    assert.equal(childrenOf([call({ flow_id: FLOW })])[0]?.end, 'stopped: flow not found');
  });

  test('every destination is a call of its own', () => {
    const two = call({ destinations: [tel('+15550100002'), { type: 'email', target: 'a@b' }, tel('+15550100003')] });
    assert.deepEqual(
      childrenOf([two]).map(({ child }) => child.destination?.target),
      ['+15550100002', '+15550100003'],
    );
  });

  test('a chained call is hung up when the parent ends', () => {
    const long = [act('sleep', { duration: 60_000 })];
    const [child] = childrenOf([call({ actions: long, chained: true }), act('sleep', { duration: 10_000 })]);
    assert.deepEqual(child?.simulation.result.hangup, { by: 'platform', reason: 'normal' });
    assert.equal(child?.simulation.result.endedAt, 10_000);
  });

  test('a bad nested type, a nested text id and a missing source stop the parent', () => {
    assert.equal(way([call({ actions: [{ type: 'x' }] })]), '0 | stopped: invalid action type');
    assert.equal(
      way([call({ actions: [act('connect', { anonymous: 'x' })] })]),
      '0 | stopped: invalid anonymous value',
    );
    assert.equal(way([call({ actions: [say('x', { id: 'one' })] })]), '0 | stopped: decode');
    assert.equal(way([act('call', { destinations: [tel('+1')] }), say('x')]), '0 | stopped: crash');
  });

  test('when no destination can be called the flow stops', () => {
    assert.equal(way([call({ destinations: [{ target: '+1' }] })]), '0 | stopped: no outgoing call');
  });

  test('a flow that calls itself is followed only so far', () => {
    const world = { flows: { [FLOW]: [call({ flow_id: FLOW })] } };
    let runs = 0;
    let omitted = 0;
    const visit = (simulation: Simulation) => {
      runs++;
      omitted += simulation.omitted;
      simulation.children.forEach(visit);
    };
    visit(run([call({ flow_id: FLOW })], { world }).simulation);
    assert.deepEqual([runs, omitted], [50, 1]);
  });

  test('its list is no target of the parent and the other way round', () => {
    const jump = act('branch', { target_ids: { '': B } });
    assert.equal(way([call({ actions: [say('x', { id: B })] }), jump]), '0 1 | stopped: no more stack left');
    assert.equal(childrenOf([call({ actions: [jump] }), say('x', { id: B })])[0]?.end, 'stopped: no more stack left');
  });
});
