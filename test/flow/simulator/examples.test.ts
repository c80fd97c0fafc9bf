import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { compareSemantics, type RunInput, scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import * as arbitrary from './support/arbitraryRuns';
import { ranOf, run } from './support/flows';

const folder = resolve(__dirname, '../../../examples');
const scenarios = resolve(__dirname, '../../fixtures/scenarios');
const actionsOf = (name: string, from = folder): JsonValue =>
  JSON.parse(readFileSync(resolve(from, name), 'utf8')).actions;
const names = readdirSync(folder).filter((name) => name.endsWith('.flow.json'));

/** Place and type of every action of the flow itself, in order; what the platform pushes is left out. */
function wayOf(
  name: string | JsonValue,
  world: WorldScript,
  setting: Partial<RunInput> & { semantics?: 'observed' } = {},
): string {
  const actions = typeof name === 'string' ? actionsOf(name) : name;
  const { simulation, end } = run(actions, { world, ...setting });
  const types = simulation.events.flatMap((event) =>
    event.type === 'action' && !event.place?.index.includes('/') ? [event.action] : [],
  );
  return `${types.join(' ')} | ${end}`;
}

suite('the voicemail of the page for beginners', () => {
  const voicemail = actionsOf('voicemail.flow.json', scenarios);
  const taken = 'connect condition_call_status hangup | hangup';

  for (const direction of ['incoming', 'outgoing'] as const) {
    // The caller's own call is in progress after every one of them: no end reaches the message.
    test(`answered, busy and not answered, on an ${direction} call`, () => {
      for (const does of ['answers', 'busy', 'no_answer'] as const) {
        assert.equal(wayOf(voicemail, { callees: [{ does, hangs_up_after: 10_000 }] }, { direction }), taken, does);
      }
    });
  }

  test('a world that gives the call another status reaches the message', () => {
    const world: WorldScript = { callees: ['busy'], call_status: 'terminating' };
    assert.equal(
      wayOf(voicemail, world),
      'connect condition_call_status talk beep recording_start sleep hangup | hangup',
    );
  });

  test('the caller may hang up while it rings', () => {
    assert.equal(wayOf(voicemail, { callees: ['no_answer'], hangs_up_at: 9000 }), 'connect | hangup');
  });
});

suite('the branch menu of the examples', () => {
  const round = 'talk digits_receive branch';
  const wrong = `${round} talk goto`;

  test('each key leads to its answer', () => {
    const said = ['1', '2', '3'].map((key) =>
      run(actionsOf('branch-menu.flow.json'), { world: { digits: [key] } }).said.at(-1),
    );
    assert.match(said[0] ?? '', /open/);
    assert.match(said[1] ?? '', /bike/);
    assert.match(said[2] ?? '', /[Rr]epair/);
    assert.equal(wayOf('branch-menu.flow.json', { digits: ['1'] }), `${round} talk hangup | hangup`);
  });

  test('a wrong key and silence go round until the count is spent, as documented', () => {
    const spent = `${wrong} ${wrong} ${wrong} talk hangup | hangup`;
    assert.equal(wayOf('branch-menu.flow.json', { digits: ['9', '8', '7'] }), spent);
    assert.equal(wayOf('branch-menu.flow.json', {}), spent);
  });

  test('as observed they go round until the executions are used up', () => {
    assert.match(wayOf('branch-menu.flow.json', {}, { semantics: 'observed' }), /\| stopped: budget$/);
    const { parting } = compareSemantics({ actions: actionsOf('branch-menu.flow.json'), referenceType: 'call' }, () =>
      scriptedWorld({}),
    );
    assert.deepEqual([parting?.place?.type, parting?.quirks], ['goto', ['goto-loop-count-never-zero']]);
  });

  test('a wrong key first still leaves the right one', () => {
    assert.equal(wayOf('branch-menu.flow.json', { digits: ['9', '2'] }), `${wrong} ${round} talk hangup | hangup`);
  });
});

suite('every example', () => {
  test('there are some', () => assert.ok(names.length >= 4));

  for (const name of names) {
    test(`${name} runs to an end of its own, and under any world`, () => {
      const input = { actions: actionsOf(name), referenceType: 'call' };
      const { end } = ranOf(simulate(input));
      assert.ok(end !== 'refused' && !end.startsWith('stopped: decode'), end);
      fc.assert(
        fc.property(arbitrary.world, (world) => assert.ok(simulate(input, world).result.used <= 101)),
        { numRuns: 30 },
      );
    });
  }
});
