import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { createSession, type Launch, type Session } from '../../../flow/debug';
import { framesOf } from '../../../flow/debug/frames';
import { keyInSession } from '../../../flow/debug/listing';
import { createTimeline } from '../../../flow/debug/timeline';
import type { RunInput } from '../../../flow/simulator';
import { fakeClock } from '../../support/fakeClock';
import * as arbitrary from '../simulator/support/arbitraryRuns';

type World = Parameters<typeof arbitrary.worldOf>[0];
type Kind = 'in' | 'over' | 'out';

/** A session that stands at its first action, and moves at once. */
function atEntry(input: RunInput, given: World) {
  const clock = fakeClock();
  const launch: Launch = { input, options: {}, world: () => arbitrary.worldOf(given), asks: false };
  let stopped = 1;
  const session = createSession(launch, 0, clock, {
    stopped: ({ thread }) => {
      stopped = thread;
    },
  });
  const settle = () => {
    while (session.state === 'running' && clock.pending().length > 0) clock.advance(0);
  };
  session.resume('entry');
  settle();
  return {
    session,
    step(kind: Kind) {
      session.resume(kind, stopped);
      settle();
    },
    back() {
      session.stepBack(stopped);
      settle();
    },
    go() {
      session.resume('continue');
      settle();
    },
    thread: () => stopped,
  };
}

/** All that an editor shows of a session that stands still. */
const stateOf = ({ machine }: Session, thread: number) => ({
  thread,
  happened: machine.happened.length,
  runs: machine.threads.map((other) => ({
    variables: [...other.run.variables],
    stack: framesOf(other).map(({ place }) => place.index),
    time: other.run.clock,
    used: other.run.used,
    isOver: other.isOver,
  })),
});

suite('steps of a debug session', () => {
  test('as many back as forward lead to the same variables, stacks and times, for any flow, world and kinds of steps', () => {
    let most = 0;
    fc.assert(
      fc.property(
        arbitrary.input,
        arbitrary.answers,
        fc.array(fc.constantFrom<Kind>('in', 'over', 'out'), { minLength: 1, maxLength: 15 }),
        (input, given, kinds) => {
          const { session, step, back, thread } = atEntry(input, given);
          if (session.state !== 'stopped') return;
          const seen = [stateOf(session, thread())];
          for (const kind of kinds) {
            step(kind);
            if (session.state !== 'stopped') return;
            seen.push(stateOf(session, thread()));
          }
          most = Math.max(most, seen.length);
          for (const state of seen.slice(0, -1).reverse()) {
            back();
            assert.deepEqual(stateOf(session, thread()), state);
          }
          for (const [at, kind] of kinds.entries()) {
            step(kind);
            assert.deepEqual(stateOf(session, thread()), seen[at + 1]);
          }
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(most > 3, 'some of them stepped');
  });

  test('into the flow of a call that is placed, and back out of it', () => {
    const party = (target: string) => ({ type: 'tel', target });
    const input: RunInput = {
      referenceType: 'call',
      actions: [
        { type: 'answer' },
        {
          type: 'call',
          option: {
            source: party('+15550100001'),
            destinations: [party('+15550100002')],
            actions: [{ type: 'beep' }, { type: 'hangup' }],
          },
        },
        { type: 'sleep', option: { duration: 60_000 } },
      ],
    };
    const { session, step, back, go, thread } = atEntry(input, [undefined]);
    const typeAt = () => {
      const current = session.machine.threads[thread() - 1]?.run.current;
      return `${thread()} ${current?.stack.list.actions[current.position]?.type}`;
    };
    const timeline = createTimeline({ input, options: {}, world: () => arbitrary.worldOf([undefined]), asks: false });
    while (timeline.advance());
    const keyOf = (type: string) => {
      const found = timeline.machine.happened.find(({ event }) => event.type === 'action' && event.action === type);
      assert.ok(found?.event.place);
      return keyInSession(found.event.place);
    };
    const isBeep = (key: string) => ({ id: 1, key, log: undefined, condition: undefined, hits: undefined });
    step('over');
    session.breaks = {
      actions: [isBeep(keyOf('beep'))],
      variables: [],
      filters: new Set(),
    };
    go();
    const seen = [typeAt()];
    step('in');
    seen.push(typeAt());
    back();
    seen.push(typeAt());
    assert.deepEqual(seen, ['2 beep', '2 hangup', '2 beep']);
  });
});
