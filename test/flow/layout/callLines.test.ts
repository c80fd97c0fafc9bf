import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { gapFor } from '../../../flow/layout/callLines';
import type { Obstacle } from '../../../flow/layout/obstacles';
import type { Point } from '../../../flow/layout/picture';
import { wayOut } from '../../../flow/layout/wayOut';

const block = { key: 'call', width: 200, height: 30, x: 100, y: 100 };
const box = (left: number, top: number, right: number, bottom: number): Obstacle => ({ left, top, right, bottom });

/** What a line of pieces across and down passes. */
const passed = (points: readonly Point[], obstacles: readonly Obstacle[]) =>
  obstacles.filter((obstacle) =>
    points.some(({ x, y }, at) => {
      const next = points[at + 1] ?? { x, y };
      return (
        Math.min(x, next.x) < obstacle.right &&
        Math.max(x, next.x) > obstacle.left &&
        Math.min(y, next.y) < obstacle.bottom &&
        Math.max(y, next.y) > obstacle.top
      );
    }),
  );

suite('the way of a line out of its lane', () => {
  const beside = box(230, 80, 430, 120);
  const ways: readonly [text: string, obstacles: readonly Obstacle[], leaves: 'side' | 'bottom' | 'top'][] = [
    ['is straight where nothing is in the way', [], 'side'],
    ['is below a box at its right', [beside], 'bottom'],
    ['is above it where what is below is too high', [beside, box(150, 116, 430, 400)], 'top'],
    ['is along its side where it is free neither below nor above', [box(230, 0, 430, 300)], 'side'],
    [
      'is along the other side where that is not free',
      [box(230, 0, 430, 300), box(203, 118, 225, 400), box(203, 0, 225, 90)],
      'side',
    ],
  ];
  for (const [text, obstacles, leaves] of ways)
    test(text, () => {
      const points = wayOut(block, 500, obstacles);
      assert.deepEqual(passed(points, obstacles), []);
      const [first, last] = [points[0] ?? assert.fail(), points.at(-1) ?? assert.fail()];
      assert.equal(last.x, 500);
      assert.equal(first.y === 100 ? 'side' : first.y > 100 ? 'bottom' : 'top', leaves);
      for (const [at, point] of points.slice(1).entries())
        assert.ok(point.x === points[at]?.x || point.y === points[at]?.y, 'across or down only');
    });

  test('is straight through what cannot be passed', () => {
    const all = [box(-50, -900, -10, 1000), box(203, -900, 430, 1000)];
    assert.deepEqual(wayOut(block, 500, all), [
      { x: 200, y: 100 },
      { x: 500, y: 100 },
    ]);
  });
});

suite('the lines between two columns of lanes', () => {
  const line = (key: string, from: number, to: number) => ({
    key,
    lane: 0,
    target: 1,
    textWidth: 40,
    exit: [{ x: 10, y: from }],
    tip: { x: 0, y: to },
  });
  const tracks = (...lines: readonly ReturnType<typeof line>[]) =>
    Object.fromEntries(gapFor(lines).lines.map(({ key, track }) => [key, track]));

  test('of lines side by side the upper one is at the right, in whatever order they come', () => {
    assert.deepEqual(tracks(line('lower', 50, 500), line('upper', 10, 300)), { upper: 0, lower: 1 });
    assert.deepEqual(tracks(line('upper', 10, 300), line('lower', 50, 500)), { upper: 0, lower: 1 });
  });

  test('one below another takes its place, and the gap is as wide as it has to be', () => {
    assert.deepEqual(tracks(line('first', 10, 100), line('next', 120, 300)), { first: 0, next: 0 });
    const many = Array.from({ length: 9 }, (_, at) => line(`${at}`, at, 500));
    assert.equal(gapFor(many).width - gapFor(many.slice(1)).width, 9);
    assert.equal(gapFor([]).width, 56);
  });
});
