import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits, insertItem, removeAll } from '../../../flow/edit/edit';
import { toValue } from '../../../flow/json/node';
import { buildFlowModel } from '../../../flow/model/flowModel';

const gap = fc
  .array(fc.constantFrom(' ', '\n', '\r\n', '\r', ' // a, ]\n', '// b\r\n', '/* c, */', '\n  // d {\n  '), {
    maxLength: 3,
  })
  .map((parts) => parts.join(''));

/** A list of numbers with comments wherever JSON allows blanks. */
const list = fc
  .record({ gaps: fc.array(fc.tuple(gap, gap), { minLength: 1, maxLength: 5 }), trails: fc.boolean(), last: gap })
  .map(({ gaps, trails, last }) => {
    const items = gaps.map(([before, after], at) => {
      const comma = at < gaps.length - 1 || trails ? ',' : '';
      return `${before}${at}${after}${comma}`;
    });
    return { text: `[${items.join('')}${last}]`, count: gaps.length };
  });

function itemsOf(text: string): unknown {
  const { root, issues } = buildFlowModel(text, { jsonc: true });
  const faults = issues.filter(({ code }) => code !== 'Comment');
  assert.deepEqual(faults, [], text);
  return root && toValue(root);
}

const commentsOf = (text: string) => [...text.matchAll(/\/\/.*|\/\*.*?\*\//g)].map(([comment]) => comment.trimEnd());

suite('edits among comments', () => {
  test('removing items leaves the others, and the comments before them', () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(4)), ({ text, count }, picked) => {
        const { root } = buildFlowModel(text, { jsonc: true });
        assert.ok(root);
        const removed = new Set(picked.filter((at) => at < count));
        const after = applyEdits(
          text,
          removeAll(
            { text },
            root.children.filter(({ index }) => removed.has(index)),
          ),
        );
        const kept = root.children.filter(({ index }) => !removed.has(index));
        assert.deepEqual(itemsOf(after), kept.map(toValue), JSON.stringify({ text, after }));
        const first = root.children.find(({ index }) => removed.has(index));
        if (!first) return assert.equal(after, text);
        const before = commentsOf(text.slice(0, first.offset));
        assert.deepEqual(commentsOf(after).slice(0, before.length), before, JSON.stringify({ text, after }));
      }),
      { numRuns: 2000 },
    );
  });

  test('an item that is added comes to its place, and no comment is lost', () => {
    fc.assert(
      fc.property(list, fc.nat(5), ({ text, count }, at) => {
        const { root } = buildFlowModel(text, { jsonc: true });
        assert.ok(root);
        const position = Math.min(at, count);
        const after = applyEdits(text, insertItem({ text }, root, 'new', position));
        const values: unknown[] = root.children.map(toValue);
        values.splice(position, 0, 'new');
        assert.deepEqual(itemsOf(after), values, JSON.stringify({ text, after }));
        assert.deepEqual(commentsOf(after), commentsOf(text), JSON.stringify({ text, after }));
      }),
      { numRuns: 2000 },
    );
  });
});
