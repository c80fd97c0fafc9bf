import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { limits } from '../../../flow/catalog/limits';
import { finishId, reservedIds, startId } from '../../../flow/catalog/reservedIds';
import { canonicalUuid } from '../../../flow/model/uuid';
import { sharedText } from '../../support/shared';

suite('catalog: reserved ids', () => {
  test('each is found by its canonical form', () => {
    for (const [id, reserved] of reservedIds) {
      assert.equal(reserved.id, id);
      assert.equal(canonicalUuid(id), id);
    }
  });

  test('start and finish have names', () => {
    assert.equal(reservedIds.get(startId)?.name, 'start');
    assert.equal(reservedIds.get(finishId)?.name, 'finish');
  });

  test('as a jump target only start works', () => {
    assert.deepEqual(namesWhere('asTarget'), ['start']);
  });

  test('as next_id all but the last work', () => {
    assert.deepEqual(namesWhere('asNextId'), ['empty', 'start', 'finish']);
  });

  test('no action can bear one, and the empty id counts as none', () => {
    assert.deepEqual(namesWhere('asActionId'), ['empty']);
  });

  test('each use is told in a sentence, with its source apart', () => {
    for (const { name, asNextId, asTarget, asActionId } of reservedIds.values()) {
      for (const { doc, source } of [asNextId, asTarget, asActionId]) {
        assert.match(doc, /^[A-Z].*\.$/, name);
        assert.doesNotMatch(doc, /\.go\b/, name);
        assert.match(source, /\.go\b/, name);
      }
    }
  });
});

suite('catalog: limits', () => {
  test('each tells its own figure and what lies beyond', () => {
    for (const [name, { value, doc, source }] of Object.entries(limits)) {
      assert.ok(value > 0, name);
      assert.match(doc, /^[A-Z].*\.$/, name);
      assert.match(source, /\.go\b/, name);
    }
  });

  test('a value, all values and the merged ones have bounds that grow', () => {
    assert.ok(limits.variableBytes.value < limits.variablesBytes.value);
    assert.ok(limits.variablesBytes.value < limits.mergedVariablesBytes.value);
  });
});

const facts = sharedText('facts/actions.json');
if (facts !== undefined) {
  const { reserved, limits: known } = JSON.parse(facts) as {
    reserved: { ids: Record<string, { name: string }> };
    limits: Record<string, number>;
  };

  suite('catalog: reserved ids and limits against the facts', () => {
    test('the same ids have the same names', () => {
      const ours = Object.fromEntries([...reservedIds].map(([id, { name }]) => [id, name]));
      assert.deepEqual(ours, Object.fromEntries(Object.entries(reserved.ids).map(([id, { name }]) => [id, name])));
    });

    test('the same bounds hold', () => {
      assert.deepEqual(
        [limits.executions, limits.stackDepth, limits.onCompleteChain, limits.actionsPerCycle, limits.storedFlows].map(
          (item) => item.value,
        ),
        ['maxActionExecutions', 'stackDepth', 'onCompleteChain', 'perCycle', 'flowsPerCustomer'].map(
          (name) => known[name],
        ),
      );
    });
  });
}

function namesWhere(use: 'asNextId' | 'asTarget' | 'asActionId'): string[] {
  return [...reservedIds.values()].filter((reservedId) => reservedId[use].works).map((reservedId) => reservedId.name);
}
