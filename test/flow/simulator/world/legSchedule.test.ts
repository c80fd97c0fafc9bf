import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { LegState } from '../../../../flow/simulator';
import { type LegHappening, legSchedule } from '../../../../flow/simulator/world/legSchedule';

const leg = (number: number, since: number): LegState => ({
  leg: number,
  id: '',
  destination: {},
  status: 'ringing',
  since,
});

const happeningOf =
  (delays: readonly (number | undefined)[]) =>
  ({ leg: number, since }: LegState): LegHappening | undefined => {
    const delay = delays[number];
    return delay === undefined ? undefined : { kind: 'leg', leg: number, becomes: 'over', at: since + delay };
  };

suite('which party of a wait changes first', () => {
  test('the same as if all were looked at each time', () => {
    const delay = fc.option(fc.integer({ min: -2, max: 5 }), { nil: undefined });
    const change = fc.record({ leg: fc.nat(7), passes: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(delay, { minLength: 8, maxLength: 8 }), fc.array(change), (delays, changes) => {
        const of = happeningOf(delays);
        const next = legSchedule(of);
        const legs = delays.map((_, number) => leg(number, 0));
        let now = 0;
        for (const { leg: number, passes } of changes) {
          const all = legs.flatMap((state) => of(state) ?? []);
          const [first] = all.map((item) => ({ ...item, at: Math.max(now, item.at) })).sort((a, b) => a.at - b.at);
          assert.deepEqual(next([...legs], now), first);
          now += passes;
          legs[number] = leg(number, now);
        }
      }),
    );
  });

  test('of many each is looked at once', () => {
    let looks = 0;
    const next = legSchedule((state) => {
      looks++;
      return { kind: 'leg', leg: state.leg, becomes: 'over', at: state.since + 1000 };
    });
    const legs = Array.from({ length: 500 }, (_, number) => leg(number, 0));
    for (let now = 0; now < 500; now++) next(legs, now);
    assert.equal(looks, 500);
  });
});
