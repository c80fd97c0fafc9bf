import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVirtualClock } from '../../../sandbox/clock/virtualClock';
import { fakeClock } from '../../support/fakeClock';

function open(speed: number) {
  const real = fakeClock();
  const begin = real.now();
  const rung: string[] = [];
  const failed = (fault: unknown) => rung.push(String(fault));
  const clock = createVirtualClock({ now: real.now, timers: real, speed, failed });
  const note = (name: string) => () => rung.push(`${name} ${Math.round(clock.now() - begin)}`);
  return { real, clock, rung, note, passed: () => Math.round(clock.now() - begin) };
}

const failed = (fault: unknown) => {
  throw fault;
};

suite('virtualClock', () => {
  test('at speed 1 things happen when they fall due, in order', () => {
    const { real, clock, rung, note } = open(1);
    clock.after(200, note('b'));
    clock.after(100, note('a'));
    real.advance(99);
    assert.deepEqual(rung, []);
    real.advance(200);
    assert.deepEqual(rung, ['a 100', 'b 200']);
  });

  test('at speed 10 a tenth of the time passes outside', () => {
    const { real, clock, rung, note } = open(10);
    clock.after(1000, note('a'));
    real.advance(99);
    assert.deepEqual(rung, []);
    real.advance(1);
    assert.deepEqual(rung, ['a 1000']);
  });

  test('a busy host rings late, and nobody sees a time at which something due has not happened', () => {
    const rung: number[] = [];
    let real = 0;
    let ring = () => {};
    const timers = {
      after: (_: number, run: () => void) => {
        ring = run;
        return () => {};
      },
    };
    const clock = createVirtualClock({ now: () => real, timers, speed: 1, failed });
    clock.after(100, () => rung.push(clock.now()));
    real = 180;
    assert.equal(clock.now(), 100);
    ring();
    assert.deepEqual(rung, [100]);
  });

  test('behind a busy host it does not jump ahead when the last thing due is taken back', () => {
    for (const speed of [1, 0]) {
      let real = 0;
      let ring = () => {};
      const timers = {
        after: (_: number, run: () => void) => {
          ring = run;
          return () => {};
        },
      };
      const clock = createVirtualClock({ now: () => real, timers, speed: 1, failed });
      clock.after(100, () => {});
      // The host rings two seconds late, and time goes on from there.
      real = 2100;
      ring();
      const takeBack = clock.after(6000, () => {});
      real = 3100;
      assert.equal(clock.now(), 1100);
      takeBack();
      clock.speed = speed;
      assert.equal(clock.now(), 1100, 'a text that begins now begins when the key was pressed');
      real = 5000;
      assert.equal(clock.now(), 5000, 'while nothing happens it catches up');
    }
  });

  test('something that fails when it falls due is told, and the clock goes on', () => {
    for (const speed of [1, 0]) {
      const { real, clock, rung, note } = open(speed);
      clock.after(100, () => {
        throw new Error('broken');
      });
      clock.after(200, note('b'));
      real.advance(200);
      assert.deepEqual(rung, ['Error: broken', 'b 200']);
    }
  });

  test('as fast as possible no time passes outside, and each thing happens at its own time', () => {
    for (const speed of [0, Number.POSITIVE_INFINITY]) {
      const { real, clock, rung, note } = open(speed);
      clock.after(60_000, note('b'));
      clock.after(5000, () => {
        note('a')();
        clock.after(1000, note('c'));
      });
      real.advance(0);
      assert.deepEqual(rung, ['a 5000', 'c 6000', 'b 60000']);
      assert.equal(clock.speed, Number.POSITIVE_INFINITY);
    }
  });

  test('as fast as possible nobody is hurried: what limits a person is left out', () => {
    const { real, clock, rung, note } = open(0);
    clock.after(1000, note('limit'), { patient: true });
    clock.after(2000, note('a'));
    real.advance(0);
    assert.deepEqual(rung, ['a 2000']);
    clock.speed = 1;
    real.advance(0);
    assert.deepEqual(rung, ['a 2000', 'limit 2000']);
  });

  test('while nothing falls due it waits for real time and then goes with it', () => {
    const { real, clock, passed, note } = open(10);
    clock.after(1000, note('a'));
    real.advance(100);
    assert.equal(passed(), 1000);
    real.advance(500);
    assert.equal(passed(), 1000);
    real.advance(900);
    assert.equal(passed(), 1500);
  });

  test('a change of speed counts from then on', () => {
    const { real, clock, rung, note } = open(1);
    clock.after(1000, note('a'));
    real.advance(500);
    clock.speed = 100;
    real.advance(5);
    assert.deepEqual(rung, ['a 1000']);
  });

  test('what is taken back or cleared does not happen', () => {
    const { real, clock, rung, note } = open(1);
    clock.after(100, note('a'))();
    clock.after(100, note('b'));
    clock.clear();
    real.advance(1000);
    assert.deepEqual(rung, []);
    assert.deepEqual(real.pending(), []);
  });

  test('after a pause of the host time goes on from where it was', () => {
    const real = fakeClock();
    const host = { ring: () => {} };
    const timers = {
      after(_ms: number, run: () => void) {
        host.ring = run;
        return () => {};
      },
    };
    const clock = createVirtualClock({ now: real.now, timers, speed: 1, failed });
    const begin = clock.now();
    const seen: number[] = [];
    clock.after(100, () => {
      seen.push(clock.now() - begin);
      clock.after(100, () => seen.push(clock.now() - begin));
    });
    real.advance(3_600_000);
    host.ring();
    host.ring();
    assert.deepEqual(seen, [100]);
    real.advance(100);
    host.ring();
    assert.deepEqual(seen, [100, 200]);
  });

  test('it begins later than now when it has to', () => {
    const real = fakeClock();
    const start = real.now() + 5000;
    const clock = createVirtualClock({ now: real.now, timers: real, speed: 1, start, failed });
    assert.equal(clock.now(), start);
    real.advance(6000);
    assert.equal(clock.now(), start + 1000);
  });

  test('a wait without end ends with time, of which there are stamps up to the year 2250', () => {
    const { real, clock } = open(0);
    const rung: string[] = [];
    clock.after(2 ** 53, () => rung.push(new Date(clock.now()).toISOString()));
    clock.after(Number.MAX_VALUE, () => rung.push(new Date(clock.now()).toISOString()));
    real.advance(0);
    assert.deepEqual(rung, ['2250-01-01T00:00:00.000Z', '2250-01-01T00:00:00.000Z']);
  });
});
