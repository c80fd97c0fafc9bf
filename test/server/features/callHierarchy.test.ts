import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/features/callHierarchy';
import { A, B } from '../../support/ids';
import { openAtCursor, openFlow } from '../../support/openFlow';

const menu = (cursor: string, at: string) =>
  `[{"id": "${A}", "type": "talk"}, {"type": "branch", "option": {"target_ids": {"1": "${B}", "2": "${B}"}, "default_target_id": "${A}"}}, {"id": "${B}", "type": "hangup"}]`.replace(
    at,
    `${cursor}${at}`,
  );

function hierarchyAt(marked: string) {
  const { document, offset, at } = openAtCursor(marked);
  const [item] = prepareCallHierarchy(document, offset) ?? [];
  assert.ok(item);
  const incoming = incomingCalls(document, item);
  const outgoing = outgoingCalls(document, item);
  return {
    name: `${item.name}, ${item.detail}`,
    from: incoming.map(({ from, fromRanges }) => [from.name, from.detail, ...fromRanges.map(at)]),
    to: outgoing.map(({ to, fromRanges }) => [to.name, to.detail, ...fromRanges.map(at)]),
  };
}

suite('callHierarchy', () => {
  test('says who leads to an action and where it leads, and by which values', () => {
    assert.deepEqual(hierarchyAt(menu('|', '"type": "branch"')), {
      name: 'branch 1, 2, action 2',
      from: [['talk', 'next · action 1', '"talk"']],
      to: [
        ['hangup', 'case "1", case "2" · action 3', `"${B}"`, `"${B}"`],
        ['talk', 'default · action 1', `"${A}"`],
      ],
    });
  });
  test('is that of the action that an id names', () => {
    const { name, from, to } = hierarchyAt(menu('|', `${B}", "2"`));
    assert.equal(name, 'hangup, action 3');
    assert.deepEqual(from, [['branch 1, 2', 'case "1", case "2" · action 2', `"${B}"`, `"${B}"`]]);
    assert.deepEqual(to, []);
  });
  test('stays that of an action which moves while the hierarchy is shown, and ends with it', () => {
    const { model, document, offset } = openAtCursor(menu('|', '"type": "branch"'));
    const [item] = prepareCallHierarchy(document, offset) ?? [];
    assert.ok(item);
    const later = (text: string) => {
      const now = openFlow(text);
      return outgoingCalls(now.document, item).map(({ to }) => to.name);
    };
    assert.deepEqual(later(`[{"type": "answer"}, ${model.text.slice(1)}`), ['hangup', 'talk']);
    assert.deepEqual(later(model.text.replace('"branch"', '"beep"')), []);
    assert.deepEqual(later('[]'), []);
  });
  test('is not there outside of actions', () => {
    const { document, offset } = openAtCursor('{"na|me": "x", "actions": []}');
    assert.equal(prepareCallHierarchy(document, offset), null);
  });
});
