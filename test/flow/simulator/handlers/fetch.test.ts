import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject, JsonValue } from '../../../../flow/json/jsonValue';
import { A, act, B, FLOW, run, say, set, way } from '../support/flows';

const url = 'https://example.com/next';
const fetch = act('fetch', { event_url: url, event_method: 'POST' });
const answer = (body: JsonValue | string, status = 200) => ({
  world: { fetch: { [url]: { status, body: typeof body === 'string' ? body : JSON.stringify(body) } } },
});
const end = say('end');

suite('fetch', () => {
  test('runs the list it gets and comes back', () => {
    assert.equal(
      way([fetch, end], answer([say('a', { id: A }), say('b', { id: B })])),
      `0 fetch/${url}/0 fetch/${url}/1 1 | finished`,
    );
  });

  test('without an id on its first action the list does not run, without one later everything ends there', () => {
    assert.equal(way([fetch, end], answer([say('a'), say('b', { id: B })])), '0 1 | finished');
    assert.equal(way([fetch, end], answer([say('a', { id: A }), say('b')])), `0 fetch/${url}/0 | finished`);
  });

  test('an empty list and null are fine', () => {
    assert.equal(way([fetch, end], answer([])), '0 1 | finished');
    assert.equal(way([fetch, end], answer('null')), '0 1 | finished');
  });

  test('anything but 200 and a bare list stops the flow', () => {
    assert.equal(way([fetch, end], answer([], 201)), '0 | stopped: fetch status');
    assert.equal(way([fetch, end], answer({ actions: [] })), '0 | stopped: decode');
    assert.equal(way([fetch, end], answer('oops')), '0 | stopped: decode');
    assert.equal(way([fetch, end]), '0 | stopped: fetch failed');
  });

  test('ids in it have to be UUIDs, types are not looked at', () => {
    assert.equal(way([fetch, end], answer([say('a', { id: 'one' })])), '0 | stopped: decode');
    assert.equal(way([fetch, end], answer([say('a', { id: '' })])), '0 | stopped: decode');
    assert.equal(
      way([fetch, end], answer([{ id: A, type: 'no such' }, say('b', { id: B })])),
      `0 fetch/${url}/0! fetch/${url}/1 1 | finished`,
    );
  });

  test('nesting without end cannot be read', () => {
    assert.equal(way([fetch], answer(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)), '0 | stopped: decode');
  });

  test('the URL is filled in, and the request tells which run asks', () => {
    const flow = [set('p', 'next'), act('fetch', { event_url: 'https://example.com/${p}' }), end];
    const { path, simulation } = run(flow, answer([say('a', { id: A })]));
    assert.equal(path, `0 1 fetch/${url}/0 2`);
    const asked = simulation.events.flatMap((event) =>
      event.type === 'question' && event.question.kind === 'fetch' ? [event.question] : [],
    );
    assert.equal(asked[0]?.method, 'GET');
    assert.deepEqual(Object.keys(asked[0]?.body ?? {}), ['activeflow_id', 'reference_id']);
  });
});

suite('fetch_flow', () => {
  const fetchFlow = (option: JsonObject = { flow_id: FLOW }) => act('fetch_flow', option);

  test('an unknown, missing or unreadable flow id stops the flow', () => {
    assert.equal(way([fetchFlow(), end]), '0 | stopped: flow not found');
    assert.equal(way([fetchFlow({}), end]), '0 | stopped: flow not found');
    assert.equal(way([fetchFlow({ flow_id: 'menu' }), end]), '0 | stopped: decode');
  });

  test('the id may be written in every way and come from a variable', () => {
    const world = { flows: { [FLOW]: [say('a')] } };
    const spelled = fetchFlow({ flow_id: `{${FLOW.toUpperCase()}}` });
    assert.equal(way([spelled, end], { world }), `0 flows/${FLOW}/0 1 | finished`);
    assert.equal(way([set('f', FLOW), fetchFlow({ flow_id: '${f}' })], { world }), `0 1 flows/${FLOW}/0 | finished`);
  });

  test('a flow that could not have been saved does not exist', () => {
    assert.equal(way([fetchFlow()], { world: { flows: { [FLOW]: [{ type: 'x' }] } } }), '0 | stopped: flow not found');
  });

  test('its actions keep their ids from one time to the next', () => {
    const { simulation } = run([fetchFlow(), fetchFlow()], { world: { flows: { [FLOW]: [say('a')] } } });
    const ids = simulation.events.flatMap((event) =>
      event.type === 'action' && event.place?.index.startsWith('flows') ? [event.id] : [],
    );
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
  });

  test('jumps reach 99 lists outwards, and no further', () => {
    const depth = (levels: number) => {
      const name = (n: number) => `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const flows = Object.fromEntries(
        Array.from({ length: levels }, (_, n) => [
          name(n + 1),
          [n + 1 === levels ? act('branch', { target_ids: { '': A } }) : fetchFlow({ flow_id: name(n + 2) })],
        ]),
      );
      return run([fetchFlow({ flow_id: name(1) }), say('out', { id: A })], { world: { flows } });
    };
    const { said, end } = depth(99);
    assert.deepEqual([said, end], [['out'], 'stopped: budget']);
    assert.equal(depth(100).end, 'stopped: stack depth');
  });
});
