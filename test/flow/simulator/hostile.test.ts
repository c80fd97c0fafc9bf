import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { compareSemantics, foldMembers, parseGoJson, speechDuration } from '../../../flow/simulator';
import { mapValue } from '../../../flow/simulator/go/mapValue';
import { substituteText } from '../../../flow/simulator/go/substitute';
import { A, act, B, FLOW, run, say, set, tel } from './support/flows';

// What took minutes is done again and again, so that a way back to it does not end.
const many = 100_000;

suite('a flow that means harm', () => {
  test('of texts full of signs that begin something is gone through once', () => {
    for (const text of ['${', '${\n', '<', '<break ', '<break time="1', '&', '1', '[', '{"a":', '"\\']) {
      const hostile = text.repeat(many);
      const end = `${hostile}x`;
      const flow = [
        say(end),
        act('condition_variable', { condition: '==', variable: end, value_type: 'number', false_target_id: A }),
        act('webhook_send', { uri: end, data: end }, { id: A }),
        set('x', text.repeat(1000)),
      ];
      const { simulation } = run(flow);
      assert.equal(simulation.result.outcome, 'finished', text);
      assert.equal(simulation.result.variables.x, text.repeat(1000), text);
    }
  });

  test('whose keys are pressed a hundred thousand times ends', () => {
    const flow = Array.from({ length: 30 }, () => act('digits_receive', { duration: 1e9, key: '#' }));
    const digits = flow.map(() => '1'.repeat(many));
    assert.equal(run(flow, { world: { digits } }).simulation.result.outcome, 'finished');
    const sleeps = Array.from({ length: 90 }, () => act('sleep', { duration: 1e9 }));
    assert.equal(run(sleeps, { world: { keys: [{ at: 0, keys: '1'.repeat(many) }] } }).end, 'finished');
  });

  test('that repeats a key a hundred thousand times is read once', () => {
    const url = 'https://flows.example/next';
    const body = `[{${Array.from({ length: many }, (_, n) => `"option":{"k${n}":1},`).join('')}"id":"${A}","type":"answer"}]`;
    const ran = run([act('fetch', { event_url: url })], { world: { fetch: { [url]: { status: 200, body } } } });
    const option = ran.simulation.events.findLast((event) => event.type === 'action')?.option ?? {};
    assert.equal(Object.keys(option).length, many);
    const twice = parseGoJson(`{${'"variables":{"a":"1"},'.repeat(many)}"x":1}`);
    assert.deepEqual(foldMembers(twice as never).get('variables'), { a: '1' });
  });

  test('that calls a hundred thousand parties is followed for 1000 of them, which is told', () => {
    const destinations = Array.from({ length: 1000 }, (_, n) => tel(`+1555${n}`));
    const call = act('call', { source: tel('+1'), destinations, actions: [say('x')] });
    const { simulation } = run(Array.from({ length: 100 }, () => call));
    assert.equal(simulation.events.filter((event) => event.type === 'child').length, 1000);
    assert.ok(simulation.events.some((event) => event.type === 'limit' && event.limit === 'placed-calls'));
    assert.equal(simulation.result.outcome, 'finished');
    assert.equal(simulation.children.length + simulation.omitted, 1000);
  });

  test('that fills an action with a long variable over and over is stopped, which is told', () => {
    const variables = { x: 'x'.repeat(200_000) };
    const long = run([say('${x}'.repeat(30))], { variables });
    assert.equal(long.end, 'stopped: simulator limit');
    assert.ok(long.simulation.events.some((event) => event.type === 'limit' && event.limit === 'option-length'));
    const laps = run([say('${x}'.repeat(20), { id: B, next_id: B })], { variables });
    assert.equal(laps.end, 'stopped: simulator limit');
    assert.ok(laps.simulation.events.some((event) => event.type === 'limit' && event.limit === 'text-of-run'));
  });

  test('of a chain of large flows that complete each other ends', () => {
    const actions = Array.from({ length: 20_000 }, (_, n) =>
      act('goto', { target_id: B, loop_count: 1 }, n ? {} : { id: B }),
    );
    const other = 'f0000000-0000-4000-8000-0000000000ff';
    const flows = {
      [FLOW]: { actions, on_complete_flow_id: other },
      [other]: { actions: [...actions], on_complete_flow_id: FLOW },
    };
    const { simulation } = run([], { world: { flows }, onCompleteFlowId: FLOW, semantics: 'observed' });
    assert.equal(simulation.children.length, 1);
  });

  test('the two semantics of it can be compared', () => {
    const flow = [set('x', '${x}${x}', { id: B, next_id: B })];
    const world = () => ({ answer: () => undefined });
    const input = { actions: flow, referenceType: 'call', variables: { x: 'ab' } };
    const { documented, observed } = compareSemantics(input, world);
    assert.deepEqual([documented.result.error, observed.result.error], ['budget', 'budget']);
  });
});

suite('reading in one go', () => {
  const text = fc.string({ unit: fc.constantFrom('$', '{', '}', '\n', '\r', 'a', '${', '${a}') });

  test('substitution gives what the regular expression of the engine gives', () => {
    const lookup = (name: string) => (name === 'a' ? '<${a}>' : undefined);
    fc.assert(
      fc.property(text, (item) =>
        assert.equal(
          substituteText(item, lookup),
          item.replaceAll(/\$\{([^\n]*?)\}/g, (_, name: string) => lookup(name) ?? ''),
        ),
      ),
      { numRuns: 1000 },
    );
  });

  test('a substitution beyond its room says so and gives no more than that', () => {
    const room = { left: 10 };
    assert.ok(substituteText('${a}${a}', () => 'x'.repeat(8), room).length <= 10);
    assert.ok(room.left < 0);
    const enough = { left: 16 };
    assert.equal(substituteText('${a}${a}', () => 'x'.repeat(8), enough).length, 16);
    assert.equal(enough.left, 0);
  });

  test('a text takes as long to speak as its words, whatever tags are in it', () => {
    const tag = fc.string({ unit: fc.constantFrom('<', '>', 'a', ' ', '<break time="2s"/>', '/') });
    fc.assert(
      fc.property(tag, (item) => {
        const pauses = 2000 * [...item.matchAll(/<[^>]*>/g)].filter(([it]) => it.startsWith('<break time="2s"')).length;
        const words = item
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim();
        assert.equal(speechDuration(item), words.length * 70 + pauses);
      }),
    );
  });

  test('a text without repeated keys is read as JavaScript reads it, and one that is not JSON is not read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\n\t'), (value, space) => {
        const written = JSON.stringify(value, undefined, space);
        assert.deepEqual(parseGoJson(`${space}${written}${space}`), JSON.parse(written));
      }),
    );
    for (const bad of ['', '{', '[1,]', '{"a":1', "{'a':1}", 'nul', '1 2'])
      assert.equal(parseGoJson(bad), undefined, bad);
    assert.equal(parseGoJson('['.repeat(10_001) + ']'.repeat(10_001)), undefined);
    assert.ok(parseGoJson('['.repeat(10_000) + ']'.repeat(10_000)));
  });

  test('a value is mapped leaf by leaf, at any depth', () => {
    const leaf = (item: string | number | boolean | null, inList: boolean) => (inList ? [item] : item);
    assert.deepEqual(mapValue({ a: [1, { b: null }], c: [], d: {}, __proto__: null } as never, { leaf }), {
      a: [[1], { b: null }],
      c: [],
      d: {},
    });
    const deep = JSON.parse('['.repeat(9000) + ']'.repeat(9000)) as JsonValue;
    assert.ok(mapValue(deep, { leaf }));
    assert.equal(mapValue('x', { leaf: () => 'y' }), 'y');
  });
});
