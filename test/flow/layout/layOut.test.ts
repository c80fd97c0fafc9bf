import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { menuFlow } from '../../../bench/menuFlow';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { type PlacedPicture, pictureOf } from '../../../flow/layout';
import { type KnownSections, layOut } from '../../../flow/layout/layOut';
import { sizes, widthOf } from '../../../flow/layout/measure';
import type { Box } from '../../../flow/layout/picture';
import { readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C, D } from '../../support/ids';
import { thorough } from '../../support/thorough';

const placedOf = (flow: unknown, known?: KnownSections) =>
  layOut(pictureOf(readFlow(typeof flow === 'string' ? flow : JSON.stringify(flow))), known);

function overlapping({ nodes }: { nodes: readonly (Box & { key: string })[] }): string[] {
  return nodes.flatMap((node, at) =>
    nodes
      .slice(at + 1)
      .filter(
        (other) =>
          node.x < other.x + other.width &&
          other.x < node.x + node.width &&
          node.y < other.y + other.height &&
          other.y < node.y + node.height,
      )
      .map((other) => `${node.key} and ${other.key}`),
  );
}

function assertWhole(placed: PlacedPicture): void {
  assert.deepEqual(overlapping(placed), []);
  for (const { x, y, width, height } of placed.nodes) {
    assert.ok(x >= 0 && y >= 0 && x + width <= placed.width && y + height <= placed.height);
  }
  for (const { path, key } of placed.edges) assert.match(path, /^M-?[\d.]+,-?[\d.]+[LQ]/, key);
}

function pointsOf(path: string): { x: number; y: number }[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

/** The arrows that pass behind a box to which they do not belong. */
function hidden({ nodes, edges }: PlacedPicture): string[] {
  return edges.flatMap(({ path, key, from, to }) => {
    const points = pointsOf(path);
    return nodes
      .filter((node) => node.key !== from && node.key !== to)
      .filter(({ x, y, width, height }) =>
        points.some((point, at) => {
          const next = points[at + 1] ?? point;
          return (
            Math.min(point.x, next.x) < x + width &&
            Math.max(point.x, next.x) > x &&
            Math.min(point.y, next.y) < y + height &&
            Math.max(point.y, next.y) > y
          );
        }),
      )
      .map((node) => `${key} behind ${node.key}`);
  });
}

/** The texts that cover a box or another text. */
function covering({ nodes, edges }: PlacedPicture): string[] {
  const texts = edges.flatMap(({ key, text, textAt: { x, y } }) => {
    const width = widthOf(text);
    const height = sizes.labelHeight - 1;
    return text === '' ? [] : [{ key, x: x - width / 2, y: y - height / 2, width, height }];
  });
  return overlapping({ nodes: [...nodes, ...texts] }).filter((pair) => texts.some(({ key }) => pair.endsWith(key)));
}

/** Flows with new calls in new calls. */
const arbitraryCalls = placing(placing(arbitraryFlow));
function placing(inner: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  return fc.tuple(arbitraryFlow, fc.array(fc.tuple(fc.nat(8), inner), { maxLength: 3 })).map(([flow, calls]) => {
    const actions = [...(flow as JsonValue[])];
    for (const [at, list] of calls) actions.splice(at, 0, { type: 'call', option: { actions: list } });
    return actions;
  });
}

suite('the places of a picture', () => {
  const talk = (id?: string) => ({ type: 'talk', ...(id ? { id } : {}) });
  const menu = [
    talk(A),
    { type: 'branch', option: { target_ids: { '1': B, '2': C }, default_target_id: D } },
    talk(B),
    { type: 'hangup' },
    talk(C),
    { type: 'hangup' },
    talk(D),
    { type: 'goto', option: { target_id: A, loop_count: 2 } },
  ];

  test('a straight run stands below each other in the order of the text', () => {
    const { nodes } = placedOf([talk(), { type: 'beep' }, { type: 'hangup' }]);
    assert.equal(new Set(nodes.map(({ x, width }) => x + width / 2)).size, 1);
    assert.deepEqual(
      [...nodes].sort((a, b) => a.y - b.y).map(({ title }) => title),
      ['Start', 'talk', 'beep', 'hangup', 'hangs up'],
    );
  });

  test('what runs in the order of the text is drawn in it, also where a case leads back into the run', () => {
    const flow = [
      { type: 'branch', option: { target_ids: { '2': B }, default_target_id: A } },
      talk(A),
      { type: 'beep' },
      talk(B),
      { type: 'branch', option: { target_ids: { '1': A }, default_target_id: C } },
      { type: 'hangup', id: C },
    ];
    const { nodes } = placedOf(flow);
    const shown = ['0 branch #1', `0 ${A}`, '0 beep #1', `0 ${B}`, '0 branch #2', `0 ${C}`];
    const down = nodes.filter(({ key }) => shown.includes(key)).sort((a, b) => a.y - b.y);
    assert.deepEqual(
      down.map(({ key }) => key),
      shown,
    );
  });

  test('the order of the text leads down, whatever the flow', () => {
    fc.assert(
      fc.property(arbitraryFlow, (actions) => {
        const { nodes, edges } = placedOf(actions);
        const at = new Map(nodes.map(({ key, y }) => [key, y]));
        const up = edges.filter(
          ({ kind, from, to, isDocumentedOnly }) =>
            kind === 'next' && !isDocumentedOnly && (at.get(to) ?? 0) <= (at.get(from) ?? 0),
        );
        assert.deepEqual(up, []);
      }),
      { numRuns: thorough ? 2000 : 300 },
    );
  });

  test('no letter leaves its box, and a text cannot turn what stands around it', () => {
    // Of the fonts that are named in the SVG, the widest letters.
    for (const letter of 'WMm@') assert.ok(widthOf(letter) >= 0.94 * sizes.fontSize, letter);
    const detail = pictureOf(readFlow(JSON.stringify([{ type: 'sms_send', option: { text: 'a\u202eb' } }]))).nodes;
    assert.ok(detail.every((node) => !/[\u202a-\u202e]/.test(node.detail.join(''))));
  });

  test('cases stand side by side in the order of the text', () => {
    const { nodes } = placedOf(menu);
    const [b, c, d] = [B, C, D].map((id) => nodes.find(({ key }) => key === `0 ${id}`));
    assert.ok(b && c && d);
    assert.equal(b.y, c.y);
    assert.equal(c.y, d.y);
    assert.ok(b.x < c.x && c.x < d.x);
  });

  test('what runs in an action from elsewhere stands beside it, and the run stays straight', () => {
    const { nodes, edges } = placedOf([
      talk(),
      { type: 'fetch', option: { event_url: 'https://example.com' } },
      { type: 'queue_join', option: { queue_id: A } },
      { type: 'hangup' },
    ]);
    const middles = nodes.flatMap(({ kind, x, width }) => (kind === 'elsewhere' ? [] : [x + width / 2]));
    assert.equal(new Set(middles).size, 1);
    const pill = nodes.find(({ kind }) => kind === 'elsewhere');
    const fetch = nodes.find(({ title }) => title === 'fetch');
    assert.ok(pill && fetch && pill.x > fetch.x + fetch.width);
    assert.equal(edges.filter(({ kind }) => kind === 'nested').length, 2);
  });

  test('of a menu of ten keys no arrow passes behind a box, and arrows back to one action share a line', () => {
    const id = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const keys = Array.from({ length: 10 }, (_, n) => n);
    const placed = placedOf([
      talk(A),
      { type: 'branch', option: { target_ids: Object.fromEntries(keys.map((n) => [n, id(n)])), default_target_id: D } },
      ...keys.flatMap((n) => [
        talk(id(n)),
        n % 2 ? { type: 'hangup' } : { type: 'goto', option: { target_id: A, loop_count: 2 } },
      ]),
      talk(D),
      { type: 'goto', option: { target_id: A, loop_count: 2 } },
    ]);
    assert.deepEqual(overlapping(placed), []);
    assert.deepEqual(hidden(placed), []);
    const back = placed.edges.filter(({ kind }) => kind === 'goto');
    assert.equal(back.length, 6);
    assert.equal(new Set(back.map(({ path }) => Math.min(...pointsOf(path).map(({ x }) => x)))).size, 1);
  });

  test('what leads on by no way stands below, and faint', () => {
    const { nodes } = placedOf([{ type: 'hangup' }, talk()]);
    const last = nodes.find(({ title }) => title === 'talk');
    assert.equal(last?.isUnreachable, true);
    assert.ok((last?.y ?? 0) > (nodes.find(({ title }) => title === 'hangs up')?.y ?? 0));
  });

  test('what no way leads to is in the column of the start, and its ways to what is above go up beside the boxes', () => {
    const twice = [{ type: 'talk', id: A }, { type: 'beep', id: A }, { type: 'goto' }, { type: 'hangup' }];
    const placed = placedOf(twice);
    const middles = placed.nodes.map(({ x, width }) => Math.round(x + width / 2));
    assert.equal(new Set(middles).size, 1, middles.join());
    assert.deepEqual(hidden(placed), []);
    const up = placed.edges.find(({ from, to }) => from === '0 beep #1' && to === '0 talk #1');
    const xs = pointsOf(up?.path ?? '').map(({ x }) => x);
    const [, { x, width } = assert.fail()] = placed.nodes;
    assert.ok(Math.max(...xs) > x + width || Math.min(...xs) < x, up?.path);
  });

  test('an edit of a text moves nothing, and uses what was placed before', () => {
    const known: KnownSections = new Map();
    const before = placedOf(menu, known);
    const sections = [...known.values()];
    const after = placedOf(
      menu.map((action) => (action.type === 'hangup' ? { ...action, option: { reason: '' } } : action)),
      known,
    );
    assert.ok([...known.values()].every((section) => sections.includes(section)));
    assert.deepEqual(
      after.nodes.map(({ x, y }) => [x, y]),
      before.nodes.map(({ x, y }) => [x, y]),
    );
  });

  test('boxes never lie on each other, whatever the flow', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => assertWhole(placedOf(flow))),
      { numRuns: 40 },
    );
  });

  test('no arrow passes behind a box, and no text covers a box or another text, whatever the flow and its new calls', () => {
    fc.assert(
      fc.property(arbitraryCalls, (flow) => {
        const placed = placedOf(flow);
        assert.deepEqual(overlapping(placed), []);
        assert.deepEqual(hidden(placed), []);
        assert.deepEqual(covering(placed), []);
      }),
      { numRuns: thorough ? 1000 : 60 },
    );
  }).timeout(600_000);

  test('lines to new calls leave their lane at the right and run down side by side between the lanes', () => {
    const call = (text: string) => ({
      type: 'call',
      option: { actions: [{ type: 'talk', option: { text } }, { type: 'beep' }, { type: 'hangup' }] },
    });
    const placed = placedOf([
      talk(),
      { type: 'branch', option: { target_ids: { '1': B, '2': C }, default_target_id: D } },
      { ...call('one'), id: B },
      { type: 'hangup' },
      { ...call('two'), id: C },
      { type: 'hangup' },
      { ...call('three'), id: D },
    ]);
    assert.deepEqual(hidden(placed), []);
    assert.deepEqual(covering(placed), []);
    const last = placed.nodes.find(({ key }) => key === `0 ${D}`) ?? assert.fail();
    const [first] = pointsOf(placed.edges.find(({ kind, from }) => kind === 'call' && from === last.key)?.path ?? '');
    assert.deepEqual(first, { x: last.x + last.width, y: last.y + last.height / 2 }, 'the rightmost leaves straight');
    const [own, ...others] = placed.lanes;
    for (const [at, { y }] of others.slice(1).entries())
      assert.ok(y - (others[at]?.y ?? 0) - (others[at]?.height ?? 0) > 40, 'there is room between frames');
    const left = (own?.x ?? 0) + (own?.width ?? 0);
    const right = Math.min(...others.map(({ x }) => x));
    const downs = placed.edges
      .filter(({ kind }) => kind === 'call')
      .flatMap(({ path, key }) => {
        const points = pointsOf(path);
        const xs = points.flatMap(({ x, y }, at) => {
          const next = points[at + 1];
          return next && next.x === x && Math.abs(next.y - y) > 20 ? [x] : [];
        });
        assert.ok(
          xs.every((x) => x > left && x < right),
          key,
        );
        return xs;
      });
    assert.ok(downs.length >= 2);
    assert.equal(new Set(downs).size, downs.length);
  });

  test('the texts of arrows from an action to itself stand at its left, below and beside each other', () => {
    const placed = placedOf([
      talk(),
      { type: 'branch', id: A, option: { target_ids: { '1': A, '2': A, '3': A, '*': A }, default_target_id: A } },
    ]);
    assert.deepEqual(covering(placed), []);
    const box = placed.nodes.find(({ title }) => title === 'branch') ?? assert.fail();
    const texts = placed.edges.filter(({ from, to }) => from === to);
    assert.equal(texts.length, 5);
    for (const { text, textAt } of texts) {
      assert.ok(textAt.x + widthOf(text) / 2 < box.x, text);
      assert.ok(Math.abs(textAt.y - box.y - box.height / 2) <= box.height / 2, 'they are not higher than the box');
    }
    assert.ok(placed.width < 600, 'the texts stand close');
  });

  test('a way past the end of another case is not drawn through it', () => {
    // The end of the branch comes after its case in the text, and below it in the picture.
    const placed = placedOf([
      { type: 'condition_datetime', id: A, next_id: B, option: { condition: '>=', hour: 17, false_target_id: C } },
      { type: 'message_send', id: B, next_id: A },
      { type: 'connect', id: C },
      { type: 'branch', next_id: A, option: { target_ids: { '2': B, '3': A, '12': C } } },
      { type: 'hangup', next_id: B },
    ]);
    assert.deepEqual(hidden(placed), []);
  });

  test('large flows are placed in parts', () => {
    const known: KnownSections = new Map();
    const placed = placedOf(menuFlow(400), known);
    assertWhole(placed);
    assert.deepEqual(hidden(placed), []);
    assert.deepEqual(covering(placed), []);
    assert.ok(known.size > 2);
  });

  test('of a list with thousands of cases the longest arrows run beside it, and none behind a box', () => {
    const id = (at: number) => `40000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const dense = (count: number, cases: number) =>
      Array.from({ length: count }, (_, at) => {
        const targets = Array.from({ length: cases }, (_, key) => [key, id((at * 7 + key * 11 + 1) % count)]);
        return {
          id: id(at),
          type: 'branch',
          option: { target_ids: Object.fromEntries(targets), default_target_id: id(0) },
        };
      });
    const placed = placedOf(dense(60, 8));
    assertWhole(placed);
    assert.deepEqual(hidden(placed), []);
    assertWhole(placedOf(dense(120, 30)));
  });

  test('thousands of actions that all lead to each other are placed', () => {
    const id = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const actions = Array.from({ length: 1500 }, (_, n) => ({ ...talk(id(n)), next_id: id((n * 1009) % 1500) }));
    const { nodes } = placedOf(actions);
    assert.ok(nodes.length >= 1500);
    assert.ok(nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  }).timeout(20_000);
});
