import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits } from '../../../flow/edit/edit';
import { explore } from '../../../flow/explore';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { member, toValue } from '../../../flow/json/node';
import { isHarmless } from '../../../flow/json/parse';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';
import { refactorings, selectionAt } from '../../../flow/refactor';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { arbitraryTexts } from '../../support/arbitraryTexts';
import { newIds } from '../../support/ids';

const read = (text: string) => readFlow(text, { jsonc: true });

/** The text after a refactoring at a place; undefined where it is not offered. */
function refactored(name: string, { text }: FlowModel, start: number, end = start): FlowModel | undefined {
  const model = read(text);
  const offer = refactorings.find((refactoring) => refactoring.name === name)?.offer(selectionAt(model, start, end));
  return offer && read(applyEdits(text, offer.edits(newIds())));
}

const jsonOf = ({ root }: FlowModel) => root && toValue(root);

/** How calls of a flow end, places left out; undefined where there are too many ways to look at all. */
function endsOf(model: FlowModel): string | undefined {
  const list = model.shape === 'list' ? model.root : member(model.body, 'actions');
  assert.ok(list);
  const { ends, complete } = explore(inputOf(toValue(list) as JsonValue), { maxStates: 500 });
  return complete
    ? [...new Set(ends.map(({ outcome, error }) => `${outcome} ${error ?? ''}`))].sort().join()
    : undefined;
}

/** The flow after a refactoring of the first action, from one on, that it is offered for. */
function refactoredFirst(name: string, model: FlowModel, from: number) {
  const { actions } = model;
  for (let more = 0; more < actions.length; more++) {
    const action = actions[(from + more) % actions.length];
    const after = action && refactored(name, model, action.node.offset + 1);
    if (action && after) return { action, after };
  }
  return undefined;
}

/** Those that say that nothing changes for a call. */
const keepers = ['move-up', 'move-down', 'give-ids', 'remove-ids', 'wrap-in-speak'];
const conversions = ['convert-to-flow', 'convert-to-call', 'convert-to-activeflow'];

const anyAction = fc.tuple(arbitraryFlow, fc.nat(7), fc.constantFrom(0, 2)).map(([actions, at, indent]) => {
  const model = read(JSON.stringify(actions, null, indent));
  return { model, action: model.actions[at % model.actions.length] };
});

suite('refactorings: any flow', () => {
  for (const name of keepers) {
    test(`${name} keeps every end`, () => {
      let made = 0;
      fc.assert(
        fc.property(anyAction, fc.nat(7), ({ model }, from) => {
          const found = refactoredFirst(name, model, from);
          if (!found) return;
          const [before, now] = [endsOf(model), endsOf(found.after)];
          if (before === undefined || now === undefined) return;
          made++;
          assert.equal(now, before, found.after.text);
        }),
        { numRuns: 100 },
      );
      assert.ok(made > 3, `it was made ${made} times`);
    }).timeout(60_000);
  }

  for (const name of conversions) {
    test(`${name} and back to a list is the same list`, () =>
      fc.assert(
        fc.property(anyAction, ({ model }) => {
          const there = refactored(name, model, 0);
          assert.ok(there);
          const back = refactored('convert-to-list', there, 0);
          assert.deepEqual(back && jsonOf(back), jsonOf(model));
        }),
      ));
  }

  test('actions that become a call and its actions again are the same', () => {
    let made = 0;
    fc.assert(
      fc.property(anyAction, fc.nat(3), ({ model, action }, more) => {
        const last = model.actions[(action?.order ?? 0) + more];
        const there = action && last && refactored('extract-call', model, action.node.offset, last.node.end);
        if (!there) return;
        const call = there.actions.find(({ type }) => type === 'call');
        assert.ok(call);
        const back = refactored('inline-call', there, call.node.offset + 1);
        assert.deepEqual(back && jsonOf(back), jsonOf(model));
        made++;
      }),
      { numRuns: 300 },
    );
    assert.ok(made > 3, `it was made ${made} times`);
  });

  test('two actions that change turns twice are where they were', () => {
    let made = 0;
    fc.assert(
      fc.property(anyAction, fc.nat(7), ({ model }, from) => {
        const found = refactoredFirst('run-later', model, from);
        const moved = found?.after.actions[found.action.order + 1];
        if (!found || !moved) return;
        const back = refactored('run-earlier', found.after, moved.node.offset + 1);
        assert.equal(back?.text, model.text);
        made++;
      }),
      { numRuns: 300 },
    );
    assert.ok(made > 3, `it was made ${made} times`);
  });

  test('a duplicate has ids of its own', () =>
    fc.assert(
      fc.property(anyAction, ({ model, action }) => {
        const after = action && refactored('duplicate', model, action.node.offset + 1);
        if (!after) return;
        assert.equal(after.actions.length, model.actions.length + 1);
        const ids = after.actions.flatMap(({ id }) => id ?? []);
        assert.equal(new Set(ids).size, ids.length);
      }),
    ));
});

suite('refactorings: any text', () => {
  test('in a list that cannot be read without doubt nothing is offered', () => {
    const text = '["option": {"a": 1} }, {"type": "answer"}, {"type": "beep"}]';
    const model = read(text);
    const selection = selectionAt(model, text.indexOf('beep'), text.indexOf('beep'));
    assert.deepEqual(
      refactorings.filter((refactoring) => refactoring.offer(selection)),
      [],
    );
  });

  test('what is offered anywhere can be made, and leaves JSON where there was JSON', () =>
    fc.assert(
      fc.property(arbitraryTexts, fc.nat(), fc.nat(60), (text, at, length) => {
        const model = read(text);
        const start = at % (text.length + 1);
        const selection = selectionAt(model, start, Math.min(start + length, text.length));
        for (const { name, offer } of refactorings.map((refactoring) => ({
          name: refactoring.name,
          offer: refactoring.offer(selection),
        }))) {
          if (!offer) continue;
          const after = read(applyEdits(text, offer.edits(newIds())));
          const isFine = !model.issues.every(isHarmless) || after.issues.every(isHarmless);
          assert.ok(isFine, `${name} breaks\n${text}\ninto\n${after.text}`);
        }
      }),
      { numRuns: 400 },
    ));
});
