import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { linkedEditingRange } from '../../../server/features/linkedEditingRange';
import { A } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

function linkedAt(marked: string): string[] | undefined {
  const { document, offset, at } = openAtCursor(marked, { jsonc: true });
  return linkedEditingRange(document, offset)?.ranges.map(at);
}

suite('linkedEditingRange', () => {
  const flow = '[{"id": "welcome", "type": "talk"}, {"type": "beep", "next_id": "welcome"}, {"id": "other"}]';
  test('has the id of an action and all that names it', () =>
    assert.deepEqual(linkedAt(flow.replace('"id": "wel', '"id": "wel|')), ['welcome', 'welcome']));
  test('leaves out what is written in another way', () =>
    assert.deepEqual(linkedAt(`[{"id": "|${A}", "next_id": "${A}"}, {"next_id": "{${A}}"}]`), [A, A]));
  test('is not there while two actions have the id: whoever changes that of a copy wants the other to keep its own', () => {
    const copied = flow.replace('"other"', '"welcome"');
    assert.equal(linkedAt(copied.replace('"welcome"}]', '"wel|come"}]')), undefined);
    assert.equal(linkedAt(copied.replace('"id": "wel', '"id": "wel|')), undefined);
  });
  test('is not there on a target, which may mean another action, nor where nothing refers to the id', () => {
    assert.equal(linkedAt(flow.replace('"next_id": "wel', '"next_id": "wel|')), undefined);
    assert.equal(linkedAt(flow.replace('"other"', '"ot|her"')), undefined);
    assert.equal(linkedAt('[{"type": "ta|lk"}]'), undefined);
  });
});
