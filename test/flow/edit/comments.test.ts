import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  applyEdits,
  type Edit,
  insertItem,
  insertMember,
  prependMember,
  remove,
  removeAll,
} from '../../../flow/edit/edit';
import { moveInto } from '../../../flow/edit/moveInto';
import { reorderItems } from '../../../flow/edit/reorderItems';
import { toValue } from '../../../flow/json/node';
import { readFlow } from '../../../flow/model/flowModel';

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

/** An object with comments wherever JSON allows blanks: also between keys, colons and values. */
const object = fc
  .record({
    gaps: fc.array(fc.tuple(gap, gap, gap, gap), { minLength: 1, maxLength: 5 }),
    trails: fc.boolean(),
    last: gap,
  })
  .map(({ gaps, trails, last }) => {
    const members = gaps.map(([before, key, colon, after], at) => {
      const comma = at < gaps.length - 1 || trails ? ',' : '';
      return `${before}"${at}"${key}:${colon}${at}${after}${comma}`;
    });
    return `{${members.join('')}${last}}`;
  });

function itemsOf(text: string): unknown {
  const { root, issues } = readFlow(text, { jsonc: true });
  const faults = issues.filter(({ code }) => code !== 'Comment');
  assert.deepEqual(faults, [], text);
  return root && toValue(root);
}

const commentsOf = (text: string) => [...text.matchAll(/\/\/.*|\/\*.*?\*\//g)].map(([comment]) => comment.trimEnd());

suite('edits among comments', () => {
  test('removing items leaves the others, and every comment', () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(4)), ({ text, count }, picked) => {
        const { root } = readFlow(text, { jsonc: true });
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
        if (removed.size === 0) return assert.equal(after, text);
        assert.deepEqual(commentsOf(after), commentsOf(text), JSON.stringify({ text, after }));
      }),
      { numRuns: 2000 },
    );
  });

  test('an item that is added comes to its place, and no comment is lost', () => {
    fc.assert(
      fc.property(list, fc.nat(5), ({ text, count }, at) => {
        const { root } = readFlow(text, { jsonc: true });
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

  test('items in another order keep their values, and every comment', () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(4)), ({ text, count }, keys) => {
        const { root } = readFlow(text, { jsonc: true });
        assert.ok(root);
        const order = Array.from({ length: count }, (_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const after = applyEdits(text, reorderItems({ text }, root, order));
        assert.deepEqual(itemsOf(after), order, JSON.stringify({ text, order, after }));
        assert.deepEqual(commentsOf(after).sort(), commentsOf(text).sort(), JSON.stringify({ text, order, after }));
      }),
      { numRuns: 4000 },
    );
  });

  test('members that are added or removed leave the others, and every comment', () => {
    fc.assert(
      fc.property(object, fc.nat(4), fc.constantFrom('add', 'first', 'behind', 'remove'), (text, at, change) => {
        const { root } = readFlow(text, { jsonc: true });
        assert.ok(root);
        const member = root.children[at % root.children.length];
        assert.ok(member?.key);
        const edits: Record<typeof change, () => Edit[]> = {
          add: () => insertMember({ text }, root, 'new', 9),
          first: () => prependMember({ text }, root, 'new', 9),
          behind: () => insertMember({ text }, root, 'new', 9, member),
          remove: () => remove({ text }, member),
        };
        const after = applyEdits(text, edits[change]());
        const { [member.key.name]: _, ...rest } = toValue(root) as Record<string, unknown>;
        const expected = change === 'remove' ? rest : { ...(toValue(root) as object), new: 9 };
        assert.deepEqual(itemsOf(after), expected, JSON.stringify({ text, change, after }));
        assert.deepEqual(commentsOf(after), commentsOf(text), JSON.stringify({ text, change, after }));
      }),
      { numRuns: 4000 },
    );
  });

  test('members that are moved into another one keep every comment', () => {
    fc.assert(
      fc.property(object, fc.array(fc.nat(4), { minLength: 1 }), fc.boolean(), (members, picked, isThere) => {
        const text = isThere ? members.replace('{', '{ "option": { "old": 1 /* o */ }, ') : members;
        const { root } = readFlow(text, { jsonc: true });
        assert.ok(root);
        const own = root.children.filter(({ key }) => key?.name !== 'option');
        const nodes = own.filter((_, at) => picked.some((index) => index % own.length === at));
        const after = applyEdits(text, moveInto({ text }, nodes, root, 'option'));
        const names = new Set(nodes.map(({ key }) => key?.name ?? ''));
        const all = Object.entries(toValue(root) as object).filter(([name]) => name !== 'option');
        const inside = Object.fromEntries(all.filter(([name]) => names.has(name)));
        const expected = {
          option: { ...(isThere ? { old: 1 } : {}), ...inside },
          ...Object.fromEntries(all.filter(([name]) => !names.has(name))),
        };
        assert.deepEqual(itemsOf(after), expected, JSON.stringify({ text, after }));
        assert.deepEqual(commentsOf(after).sort(), commentsOf(text).sort(), JSON.stringify({ text, after }));
      }),
      { numRuns: 4000 },
    );
  });
});
