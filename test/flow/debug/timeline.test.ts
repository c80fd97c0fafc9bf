import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { Command, Launch } from '../../../flow/debug';
import { framesOf } from '../../../flow/debug/frames';
import { createTimeline, type Timeline } from '../../../flow/debug/timeline';
import { type RunInput, silentWorld, simulate } from '../../../flow/simulator';
import * as arbitrary from '../simulator/support/arbitraryRuns';

/** All that a debugger shows of a session. */
function stateOf({ machine, at }: Timeline) {
  return {
    at,
    threads: machine.threads.map((thread) => ({
      variables: [...thread.run.variables],
      stack: framesOf(thread).map(({ place }) => place.index),
      option: thread.run.option,
      time: thread.run.clock,
      last: thread.last?.type,
      isOver: thread.isOver,
      isHeld: thread.isHeld,
      used: thread.run.used,
    })),
  };
}

/** Goes on by so many events; a run that is held gets a key. */
function forward(timeline: Timeline, count: number): void {
  for (let left = count; left > 0; left--) {
    if (timeline.advance()) continue;
    const held = timeline.machine.turn();
    if (!held) return;
    timeline.change(held.id, { kind: 'happen', commands: [{ does: 'key', key: '1' }] });
    if (held.isHeld) timeline.change(held.id, { kind: 'happen', commands: [{ does: 'leg', becomes: 'over' }] });
  }
}

const launch = (input: RunInput, given: Parameters<typeof arbitrary.worldOf>[0], asks: boolean): Launch => ({
  input,
  options: {},
  world: () => arbitrary.worldOf(given),
  asks,
});

suite('a debug session', () => {
  test('is what it was when it goes back, and what it was again when it goes on, for any flow and world', () => {
    fc.assert(
      fc.property(
        arbitrary.input,
        arbitrary.answers,
        fc.boolean(),
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        (input, given, asks, before, count) => {
          const timeline = createTimeline(launch(input, given, asks));
          forward(timeline, before);
          const there = stateOf(timeline);
          forward(timeline, count);
          const later = stateOf(timeline);
          timeline.goBackTo(there.at);
          assert.deepEqual(stateOf(timeline), there);
          while (timeline.at < later.at) assert.ok(timeline.advance());
          assert.deepEqual(stateOf(timeline), later);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is the same after another answer, whatever was answered there before, for any flow and world', () => {
    const command = fc.constantFrom<Command>(
      { does: 'key', key: '1' },
      { does: 'key', key: '2' },
      { does: 'hangup' },
      { does: 'leg', becomes: 'over' },
    );
    fc.assert(
      fc.property(
        arbitrary.input,
        arbitrary.answers,
        fc.nat(40),
        fc.array(command, { minLength: 1, maxLength: 3 }),
        fc.array(command, { minLength: 1, maxLength: 3 }),
        fc.nat(30),
        (input, given, before, first, other, count) => {
          const answered = (earlier: readonly Command[]) => {
            const timeline = createTimeline(launch(input, given, true));
            forward(timeline, before);
            const { at } = timeline;
            const thread = timeline.machine.turn()?.id ?? 1;
            for (const command of earlier) timeline.change(thread, { kind: 'happen', commands: [command] });
            forward(timeline, count);
            timeline.goBackTo(at);
            timeline.change(thread, { kind: 'happen', commands: other });
            forward(timeline, count);
            return stateOf(timeline);
          };
          assert.deepEqual(answered(first), answered([]));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('runs a flow as the simulator does where nobody changes anything', () => {
    fc.assert(
      fc.property(arbitrary.input, (input) => {
        const timeline = createTimeline({ input, options: {}, world: () => silentWorld, asks: false });
        while (timeline.advance());
        const own = timeline.machine.happened.filter(({ thread }) => thread.id === 1).map(({ event }) => event.type);
        assert.deepEqual(
          own,
          simulate(input).events.map(({ type }) => type),
        );
      }),
      { numRuns: 100 },
    );
  });

  const menu: RunInput = {
    referenceType: 'call',
    actions: [
      { type: 'digits_receive', option: { duration: 6000, length: 1 } },
      { type: 'variable_set', option: { key: 'kept', value: '${voipbin.call.digits}' } },
    ],
  };
  const keptAfter = (timeline: Timeline) => {
    while (timeline.advance());
    return timeline.machine.threads[0]?.run.variables.get('kept');
  };

  test('does not ask again what was answered, until another answer is given', () => {
    const timeline = createTimeline(launch(menu, [undefined], true));
    while (timeline.advance());
    assert.ok(timeline.machine.turn()?.isHeld);
    timeline.change(1, { kind: 'happen', commands: [{ does: 'key', key: '2' }] });
    assert.equal(keptAfter(timeline), '2');
    timeline.goBackTo(2);
    assert.equal(keptAfter(timeline), '2');
    timeline.goBackTo(2);
    timeline.change(1, { kind: 'happen', commands: [{ does: 'key', key: '7' }] });
    assert.equal(keptAfter(timeline), '7');
  });

  test('ends a chained call with the call that placed it, and no other', () => {
    const placing = (chained: boolean): RunInput => ({
      referenceType: 'call',
      actions: [
        {
          type: 'call',
          option: {
            source: { type: 'tel', target: '+15550100001' },
            destinations: [{ type: 'tel', target: '+15550100002' }],
            actions: [{ type: 'sleep', option: { duration: 60_000 } }],
            chained,
          },
        },
        { type: 'sleep', option: { duration: 10_000 } },
      ],
    });
    const endOfCall = (chained: boolean) => {
      const timeline = createTimeline(launch(placing(chained), [undefined], false));
      while (timeline.advance());
      const end = timeline.machine.threads[1]?.last;
      return end?.type === 'end' ? [end.time, end.outcome] : undefined;
    };
    assert.deepEqual(endOfCall(true), [10_000, 'hangup']);
    assert.deepEqual(endOfCall(false), [65_000, 'finished']);
  });
});
