import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { explore } from '../../../flow/explore';
import type { Edge } from '../../../flow/graph/edge';
import { flowGraph } from '../../../flow/graph/flowGraph';
import type { JsonObject, JsonValue } from '../../../flow/json/jsonValue';
import { member } from '../../../flow/json/node';
import { type ActionNode, type FlowModel, readFlow } from '../../../flow/model/flowModel';
import {
  deleteAction,
  duplicateAction,
  type EdgeName,
  goesOn,
  insertAfter,
  insertBefore,
  moveAction,
  moveOnto,
  nextOf,
  refactorings,
  selectionAt,
  setTarget,
  swapWithNext,
} from '../../../flow/refactor';
import { successorOf } from '../../../flow/refactor/deleteAction';
import type { WorldScript } from '../../../flow/simulator';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { NOWHERE, newIds } from '../../support/ids';

/** Flows whose actions have a remark each by which they are known again. */
const marked = arbitraryFlow.map((actions) =>
  (actions as JsonObject[]).map((action, at) => ({ ...action, _mark: at })),
);

const markOf = ({ node }: ActionNode) => member(node, '_mark')?.value ?? 'new';

/** The ways of a flow as "from name to", by the remarks of its actions. A `branch` goes on by itself in the documentation only. */
function waysOf(model: FlowModel): string[] {
  // By `next_id` or by order is the same way.
  const name = (text: string) => (text === 'next_id' ? 'next' : text);
  return flowGraph(model)
    .edges.filter(({ from, kind }) => from.type !== 'branch' || (kind !== 'next' && kind !== 'end'))
    .map(({ from, to, name: edge }) => `${markOf(from)} ${name(edge)} ${to ? markOf(to) : 'nothing'}`)
    .sort();
}

/** The same, where a list that ends, a start by its reserved id, and an order are all the way to what is next. */
const plainName = (name: string) => (/^(next_id|end|restart)$/.test(name) ? 'next' : name);
const plainWays = (model: FlowModel) =>
  waysOf(model)
    .map((line) => line.replace(/ (\S+) (\S+)$/, (_, name, to) => ` ${plainName(name)} ${to}`))
    .sort();

function edgeNameOf({ kind, name }: Edge): EdgeName | undefined {
  if (kind === 'next' || kind === 'next_id' || kind === 'end') return 'next';
  if (kind === 'goto' || kind === 'default' || kind === 'false') return kind;
  return kind === 'case' ? { case: JSON.parse(name) as string } : undefined;
}

/** How calls of a flow end, places left out. */
function endsOf(model: FlowModel, world: WorldScript = {}): string[] {
  const { ends, complete } = explore(inputOf(JSON.parse(model.text) as JsonValue), { maxStates: 3000, world });
  return complete ? [...new Set(ends.map(({ outcome, error }) => `${outcome} ${error ?? ''}`))].sort() : ['unknown'];
}

function after(model: FlowModel, edits: readonly Edit[]): FlowModel {
  const text = applyEdits(model.text, edits);
  JSON.parse(text);
  return readFlow(text);
}

suite('refactor: any flow', () => {
  test('moving an action keeps every way and every end', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.nat(7), fc.constantFrom(0, 2), (actions, from, to, indent) => {
        const model = readFlow(JSON.stringify(actions, null, indent));
        const action = model.actions[from];
        const edits = action && moveAction(model, action, to, newIds());
        if (!edits) return;
        const moved = after(model, edits);
        assert.equal(markOf(moved.actions[to] as ActionNode), from);
        assert.deepEqual(waysOf(moved), waysOf(model));
        const ends = [endsOf(moved), endsOf(model)];
        if (!ends.flat().includes('unknown')) assert.deepEqual(ends[0], ends[1]);
      }),
      { numRuns: 300 },
    )).timeout(60_000);

  test('an action that is moved onto a way runs there, and where it ran the gap is closed', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.nat(20), fc.constantFrom(0, 2), (actions, at, way, indent) => {
        const model = readFlow(JSON.stringify(actions, null, indent));
        const [action, edge] = [model.actions[at], flowGraph(model).edges[way]];
        if (!action || !edge) return;
        const name = edgeNameOf(edge);
        const to = edge.to ?? (edge.kind === 'end' ? 'end' : undefined);
        const edits = name && to && moveOnto(model, action, { from: edge.from, name, to }, newIds());
        if (!edits) return;
        const changed = plainWays(after(model, edits));
        const nameOf = (item: ActionNode | 'end') => (item === 'end' ? 'nothing' : String(markOf(item)));
        const behind = model.actions[at + 1] ?? 'end';
        const own = goesOn(action) ? nextOf(model, action) : behind;
        const before = model.actions[at - 1];
        const cameByOrder =
          before &&
          flowGraph(model)
            .from(before)
            .some((way) => way.kind === 'next' && way.to === action);
        const expected = plainWays(model).map((line) => {
          const [from, kind] = line.split(' ');
          if (goesOn(action) && from === String(at) && kind === 'next') return `${at} next ${nameOf(to)}`;
          if (from === nameOf(edge.from) && kind === plainName(edge.name)) return `${from} ${kind} ${at}`;
          if (cameByOrder && from === String(at - 1) && kind === 'next')
            return `${from} next ${nameOf(own === undefined || own === action ? behind : own)}`;
          return line;
        });
        assert.deepEqual(changed, expected.sort());
      }),
      { numRuns: 400 },
    )).timeout(60_000);

  test('a new action before another one stands on every way to it', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), (actions, at) => {
        const model = readFlow(JSON.stringify(actions));
        const action = model.actions[at];
        if (!action) return;
        const changed = after(model, insertBefore(model, action, { type: 'beep' }, newIds()));
        const ways = waysOf(changed).filter((way) => way !== `new next ${at}`);
        const expected = waysOf(model).map((way) => way.replace(new RegExp(` ${at}$`), ' new'));
        assert.deepEqual(ways, expected.sort());
      }),
      { numRuns: 300 },
    ));

  test('taken out again, it leaves the ways as they were', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.boolean(), (actions, at, before) => {
        const model = readFlow(JSON.stringify(actions, null, 2));
        const action = model.actions[at];
        if (!action) return;
        const ids = newIds();
        const added = { type: 'beep' };
        const more = after(model, before ? insertBefore(model, action, added, ids) : insertAfter(model, action, added));
        const beep = more.actions.find(({ type }) => type === 'beep');
        assert.ok(beep);
        const again = after(more, deleteAction(more, beep, ids));
        assert.deepEqual(waysOf(again), waysOf(model));
      }),
      { numRuns: 300 },
    ));

  test('without an action, a flow begins and goes on with what came behind it', () =>
    fc.assert(
      fc.property(marked, fc.oneof(fc.constant(0), fc.nat(7)), fc.constantFrom(0, 2), (actions, at, indent) => {
        const model = readFlow(JSON.stringify(actions, null, indent));
        const action = model.actions[at];
        if (!action) return;
        const successor = successorOf(model, action);
        const next = successor === action ? (model.actions[at + 1] ?? 'end') : successor;
        const changed = after(model, deleteAction(model, action, newIds()));
        const nameOf = (item: ActionNode | 'end' | undefined) =>
          !item || item === 'end' ? 'nothing' : String(markOf(item));
        // A jump to the end of the flow leads to a new `stop`.
        const plain = (ways: readonly string[]) =>
          ways
            .filter((way) => !way.startsWith('new '))
            .map((way) => way.replace(/ new$/, ' nothing'))
            .sort();
        const start = next === 'end' ? model.actions[1] : next;
        assert.equal(nameOf(changed.actions[0]), at === 0 ? nameOf(start) : '0');
        const expected = plainWays(model)
          .filter((way) => !way.startsWith(`${at} `))
          .map((way) => way.replace(new RegExp(` ${at}$`), ` ${nameOf(next)}`));
        assert.deepEqual(plain(plainWays(changed)), plain(expected));
      }),
      { numRuns: 400 },
    ));

  test('a target that is set is where the way leads', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.nat(7), (actions, from, to) => {
        const model = readFlow(JSON.stringify(actions));
        const action = model.actions[from];
        const target = model.actions[to];
        if (!action || !target || action.type === 'hangup' || action.type === 'stop') return;
        const edge = action.type === 'branch' ? ('default' as const) : ('next' as const);
        const changed = after(model, setTarget(model, action, edge, target, newIds()));
        assert.ok(waysOf(changed).includes(`${from} ${edge} ${to}`), `${waysOf(changed)}`);
      }),
      { numRuns: 300 },
    ));

  test('a flow file that is made of actions, and fetched, keeps every end', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.nat(7), fc.constantFrom(0, 2), (actions, from, to, indent) => {
        const model = readFlow(JSON.stringify(actions, null, indent));
        const [first, last] = [model.actions[from], model.actions[to]];
        if (!first || !last || from > to) return;
        const extract = refactorings.find(({ name }) => name === 'extract-flow');
        const offer = extract?.offer(selectionAt(model, first.node.offset, last.node.end));
        const file = offer?.file?.();
        if (!offer || !file) return;
        const changed = after(model, offer.edits(newIds()));
        const fetching = readFlow(changed.text.replace(/"flow_id": ?""/, `"flow_id": "${NOWHERE}"`));
        const stored = JSON.parse(file.text) as { actions: JsonValue[] };
        // VoIPbin gives stored actions ids.
        const withIds = stored.actions.map((action, at) => ({
          id: `88888888-0000-4000-8000-00000000000${at}`,
          ...(action as JsonObject),
        }));
        const ends = [endsOf(fetching, { flows: { [NOWHERE]: withIds } }), endsOf(model)];
        // The fetch itself is one more execution.
        if (!ends.flat().some((end) => /unknown|budget/.test(end))) assert.deepEqual(ends[0], ends[1]);
      }),
      { numRuns: 300 },
    )).timeout(60_000);

  test('every change of every broken text can be made', () =>
    fc.assert(
      fc.property(marked, fc.nat(7), fc.nat(), fc.nat(40), (actions, at, cut, length) => {
        const whole = JSON.stringify(actions, null, 1);
        const start = cut % whole.length;
        const model = readFlow(whole.slice(0, start) + whole.slice(start + length), { jsonc: true });
        const action = model.actions[at];
        if (!action) return;
        const ids = newIds();
        for (const edits of [
          deleteAction(model, action, ids),
          duplicateAction(model, action, ids),
          insertBefore(model, action, { type: 'beep' }, ids),
          insertAfter(model, action, { type: 'beep' }),
          setTarget(model, action, { case: '1' }, model.actions[0], ids),
          moveAction(model, action, 1, ids) ?? [],
          swapWithNext(model, action) ?? [],
        ]) {
          for (const { offset, end } of edits) assert.ok(0 <= offset && offset <= end && end <= model.text.length);
        }
      }),
      { numRuns: 500 },
    ));
});
