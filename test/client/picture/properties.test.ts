import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { Drawn } from '../../../client/picture/drawn';
import { fixedEdges } from '../../../client/picture/drawn';
import {
  addOnEdge,
  deleteNode,
  duplicate,
  leadEdge,
  moveBy,
  moveOntoEdge,
  removeWay,
} from '../../../client/picture/editPicture';
import { keptActions } from '../../../client/picture/keptActions';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { checks } from '../../../flow/checks/checks';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { isIdle } from '../../../flow/graph/alwaysFits';
import type { Edge } from '../../../flow/graph/edge';
import { graphOf } from '../../../flow/graph/flowGraph';
import type { JsonObject } from '../../../flow/json/jsonValue';
import { member } from '../../../flow/json/node';
import { pictureOf } from '../../../flow/layout';
import { type ActionNode, readFlow } from '../../../flow/model/flowModel';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { newIds } from '../../support/ids';

function drawnOf(text: string): Drawn {
  const model = readFlow(text);
  return { model, picture: pictureOf(model) };
}

/** A flow and an edit of its picture. */
const edited = fc.record({
  flow: arbitraryFlow.map((actions) => (actions as JsonObject[]).map((action, at) => ({ ...action, _mark: at }))),
  kind: fc.constantFrom('add', 'delete', 'duplicate', 'up', 'down', 'onto', 'lead', 'remove'),
  size: fc.nat(),
  two: fc.nat(),
  indent: fc.constantFrom(0, 2),
});
type Edited = typeof edited extends fc.Arbitrary<infer T> ? T : never;

/** What comes of it; `after` is undefined where the edit cannot be made. */
function made({ flow, kind, size, two, indent }: Edited) {
  const before = drawnOf(JSON.stringify(flow, null, indent));
  const { nodes, edges } = before.picture;
  const actions = nodes.filter((node) => node.kind === 'action');
  const fixed = new Set(fixedEdges(before));
  const free = edges.filter(({ key }) => !fixed.has(key));
  const node = actions[size % actions.length]?.key ?? '';
  const edge = free[two % free.length];
  const to = actions[two % actions.length]?.key ?? '';
  const led = free[size % free.length];
  const newId = newIds();
  const edits: readonly Edit[] | undefined = {
    add: () => (edge ? addOnEdge(before, edge.key, { type: 'beep' }, newId) : []),
    delete: () => deleteNode(before, node, newId),
    duplicate: () => duplicate(before, node, newId),
    up: () => moveBy(before, node, -1, newId),
    down: () => moveBy(before, node, 1, newId),
    onto: () => (edge ? moveOntoEdge(before, node, edge.key, newId) : []),
    lead: () => (led ? leadEdge(before, led.key, to, newId) : []),
    remove: () => (led ? removeWay(before, led.key, newId) : []),
  }[kind]();
  const after = edits && edits.length > 0 ? drawnOf(applyEdits(before.model.text, edits)) : undefined;
  return { kind, before, after, edits: edits ?? [], node, edge, led, to };
}

/** Of all checks those about ids. That a way is dropped where its author takes the target out is what was asked for. */
const avoidableCodes: ReadonlySet<string> = new Set(
  checks.flatMap(({ group, code }) =>
    (group === 'target' && code !== 'branch-no-default') || /id-not-uuid|duplicate-id|reserved-id/.test(code)
      ? [code]
      : [],
  ),
);

/** What an edit may never bring about: ids that are missing, doubled or lead nowhere, and texts that cannot be read. */
const avoidable = (drawn: Drawn) =>
  checkFlow(drawn.model)
    .map(({ code }) => code)
    .filter((code) => avoidableCodes.has(code));

/** Arrows as texts that do not depend on where an action stands: by type, name and target. */
const typesOf = ({ picture }: Drawn) => {
  const titles = new Map(picture.nodes.map(({ key, title }) => [key, title]));
  return picture.edges.map(({ from, to, text }) => `${titles.get(from)} ${text} ${titles.get(to)}`);
};

/** A way as "from name to", by the remarks of the actions; by order, by `next_id` and at the end is one way. */
function lineOf({ from, kind, name, to }: Edge): string {
  const isNext = kind === 'next' || kind === 'next_id' || kind === 'end' || kind === 'restart';
  return `${markOf(from)} ${isNext ? 'next' : name} ${to ? markOf(to) : 'nothing'}`;
}
const waysOf = ({ model }: Drawn) => graphOf(model, 'observed').edges.map(lineOf);
const markOf = (action: ActionNode) => (action.type === 'beep' ? 'beep' : String(member(action.node, '_mark')?.value));

suite('any edit of the picture of any flow', () => {
  test('leaves a text that can be read, with every action and every edge of the graph in its picture, once', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { after, kind } = made(asked);
        if (!after) return;
        assert.doesNotThrow(() => JSON.parse(after.model.text), kind);
        const { nodes, edges, graphEdges, actions } = after.picture;
        const drawn = nodes.flatMap(({ key, kind: item }) => (item === 'action' ? [actions.get(key)] : []));
        assert.deepEqual(new Set(drawn), new Set(after.model.actions));
        assert.equal(drawn.length, after.model.actions.length);
        assert.equal(new Set(nodes.map(({ key }) => key)).size, nodes.length);
        assert.equal(new Set(edges.map(({ key }) => key)).size, edges.length);
        const shown = edges.flatMap(({ key, isDocumentedOnly }) =>
          isDocumentedOnly ? [] : (graphEdges.get(key) ?? []),
        );
        const taken = graphOf(after.model, 'observed').edges.filter((edge) => !isIdle(after.model, edge));
        assert.deepEqual(new Set(shown), new Set(taken));
      }),
      { numRuns: 200 },
    );
  });

  test('brings no id that is missing, doubled or leads nowhere', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { before, after, kind } = made(asked);
        if (!after) return;
        assert.ok(avoidableCodes.size > 5);
        const old = avoidable(before);
        const more = avoidable(after).filter((code) => {
          const at = old.indexOf(code);
          // A copy has what is wrong with the original.
          if (at >= 0 && kind !== 'duplicate') old.splice(at, 1);
          return at < 0;
        });
        assert.deepEqual(more, [], `${kind}\n${before.model.text}\n${after.model.text}`);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves what is chosen chosen', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { kind, before, after, edits } = made(asked);
        if (!after) return;
        const kept = keptActions(before.model, [edits], after.model);
        for (const [action, same] of kept) assert.equal(markOf(same), markOf(action), kind);
        if (kind !== 'delete' && kind !== 'onto') assert.equal(kept.size, before.model.actions.length, kind);
      }),
      { numRuns: 200 },
    );
  });

  test('is the edit that was asked for', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { kind, before, after, node, edge, led, to } = made(asked);
        if (!after) return;
        const titleIn = (drawn: Drawn, key: string | undefined) =>
          drawn.picture.nodes.find((other) => other.key === key)?.title;
        const ways = typesOf(after);
        const title = titleIn(before, node);
        if (kind === 'add')
          assert.ok(ways.some((way) => way.startsWith(`${titleIn(before, edge?.from)} `) && way.endsWith(' beep')));
        if (kind === 'onto')
          assert.ok(ways.some((way) => way.startsWith(`${titleIn(before, edge?.from)} `) && way.endsWith(` ${title}`)));
        if (kind === 'lead')
          assert.ok(
            ways.some(
              (way) => way.startsWith(`${titleIn(before, led?.from)} `) && way.endsWith(` ${titleIn(before, to)}`),
            ),
          );
        if (kind === 'up' || kind === 'down' || kind === 'onto')
          assert.deepEqual(
            after.model.actions.map(({ type }) => type).sort(),
            before.model.actions.map(({ type }) => type).sort(),
          );
        if (kind === 'duplicate') {
          const count = ({ model }: Drawn) => model.actions.filter(({ type }) => type === title).length;
          assert.equal(count(after), count(before) + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('puts an action on its arrow alone: every other arrow leads where it led', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { before, after, edge } = made({ ...asked, kind: 'add' });
        if (!after || !edge) return;
        const way = before.picture.graphEdges.get(edge.key);
        const expected = waysOf(before).map((line) => {
          if (!way || line !== lineOf(way)) return line;
          return line.replace(/\S+$/, 'beep');
        });
        const kept = waysOf(after).filter((line) => !line.startsWith('beep '));
        assert.deepEqual(kept.sort(), expected.sort(), `${edge.key}\n${before.model.text}\n${after.model.text}`);
      }),
      { numRuns: 300 },
    );
  });

  test('can be taken back: what it replaced gives the text again', () => {
    fc.assert(
      fc.property(edited, (asked) => {
        const { before, after, edits } = made(asked);
        if (!after) return;
        const { text } = before.model;
        let grown = 0;
        const inverse = [...edits]
          .sort((a, b) => a.offset - b.offset || a.end - b.end)
          .map(({ offset, end, text: put }): Edit => {
            const at = offset + grown;
            grown += put.length - (end - offset);
            return { offset: at, end: at + put.length, text: text.slice(offset, end) };
          });
        assert.equal(applyEdits(after.model.text, inverse), text);
      }),
      { numRuns: 200 },
    );
  });
});
