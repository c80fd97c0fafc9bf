import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { actionList, saveActions, scriptedWorld, simulate } from '../../../../flow/simulator';
import { countingIds } from '../../../../flow/simulator/ids';

suite('a long flow', () => {
  test('is prepared as far as the run comes', () => {
    const ids = countingIds();
    const looked = new Set<number>();
    const actions = Array.from({ length: 1000 }, (_, position) => ({
      id: ids(),
      nextId: nilUuid,
      type: position === 2 ? 'hangup' : 'answer',
      get option() {
        looked.add(position);
        return undefined;
      },
    }));
    const saved = actionList(actions, '', ['actions']);
    const { result } = simulate({ saved, referenceType: 'call', direction: 'incoming' }, scriptedWorld({}));
    assert.equal(result.outcome, 'hangup');
    assert.deepEqual([...looked], [0, 1, 2]);
  });

  test('that is saved twice has the ids that it names and gets its own for the others each time', () => {
    const id = '5f1c2a52-7c1e-4f5e-9a53-0a4b3e2c1d00';
    const actions = [{ id, type: 'answer' }, { type: 'hangup' }];
    const newId = countingIds();
    const saved = [saveActions(actions, newId), saveActions(actions, newId)].map((result) =>
      result.ok ? result.actions : [],
    );
    assert.deepEqual(
      saved.map(([first]) => first?.id),
      [id, id],
    );
    assert.equal(new Set(saved.map(([, second]) => second?.id)).size, 2);
  });

  test('that names ids as texts is read anew where those are kept', () => {
    const actions = [{ id: 'menu', type: 'answer' }];
    const idOf = (keepTextIds: boolean) => {
      const saved = saveActions(actions, () => 'new', { keepTextIds });
      return saved.ok ? saved.actions[0]?.id : undefined;
    };
    assert.deepEqual([idOf(false), idOf(true), idOf(false)], ['new', 'menu', 'new']);
  });
});
