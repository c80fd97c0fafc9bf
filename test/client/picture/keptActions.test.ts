import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { chosenAfter } from '../../../client/picture/chosenAfter';
import type { Drawn } from '../../../client/picture/drawn';
import { addOnEdge, deleteNode, duplicate, moveOntoEdge } from '../../../client/picture/editPicture';
import { movedKeys } from '../../../client/picture/movedKeys';
import { createVersions } from '../../../client/picture/versions';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { pictureOf } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { newIds } from '../../support/ids';
import { picturePages } from './picturePage';

function drawnOf(text: string): Drawn {
  const model = readFlow(text);
  return { model, picture: pictureOf(model) };
}
const talk = (text: string) => ({ type: 'talk', option: { text } });
const flow = [{ type: 'answer' }, talk('A'), { type: 'beep' }, talk('B'), { type: 'sleep' }, talk('C')];

/** Which keys the actions of a flow have after edits of its text, and which they get when these are undone. */
function around(before: Drawn, edits: readonly Edit[]) {
  const after = drawnOf(applyEdits(before.model.text, edits));
  const undo: Edit[] = [];
  let shift = 0;
  for (const { offset, end, text } of [...edits].sort((a, b) => a.offset - b.offset)) {
    undo.push({
      offset: offset + shift,
      end: offset + shift + text.length,
      text: before.model.text.slice(offset, end),
    });
    shift += text.length - (end - offset);
  }
  return { moved: movedKeys(before, [edits], after), back: movedKeys(after, [undo], before), after };
}

suite('what is chosen in a picture', () => {
  test('is the same action after one above it was deleted, and after the undo', () => {
    const before = drawnOf(JSON.stringify(flow));
    const { moved, back } = around(before, deleteNode(before, '0 talk #1', newIds()));
    assert.deepEqual(moved, { '0 talk #1': null, '0 talk #2': '0 talk #1', '0 talk #3': '0 talk #2' });
    assert.deepEqual(back, { '0 talk #1': '0 talk #2', '0 talk #2': '0 talk #3' });
  });

  test('is the same one of equal actions, wherever another one is added', () => {
    const before = drawnOf(JSON.stringify([{ type: 'beep' }, { type: 'beep' }, { type: 'beep' }]));
    const edits = addOnEdge(before, 'start of 0 start 0 beep #1', { type: 'beep' }, newIds());
    const { moved, back } = around(before, edits);
    assert.deepEqual(moved, { '0 beep #1': '0 beep #2', '0 beep #2': '0 beep #3', '0 beep #3': '0 beep #4' });
    assert.equal(back['0 beep #1'], null);
    const copied = duplicate(before, '0 beep #2', newIds());
    const at = chosenAfter(before.model, copied, 'added', undefined);
    const { after } = around(before, copied);
    assert.equal(
      after.model.actions.findIndex(({ typeNode }) => typeNode?.offset === at),
      2,
    );
  });

  test('is the one of equal actions that was moved, wherever it goes', () => {
    const before = drawnOf(
      JSON.stringify([{ type: 'answer' }, talk('A'), { type: 'beep' }, talk('A'), { type: 'beep' }]),
    );
    const last = before.model.actions[3] ?? assert.fail();
    const edits = moveOntoEdge(before, '0 talk #2', '0 answer #1 next', newIds()) ?? assert.fail();
    const { moved, back, after } = around(before, edits);
    assert.deepEqual(moved, { '0 talk #1': '0 talk #2', '0 talk #2': '0 talk #1' });
    assert.deepEqual(back, moved);
    const at = chosenAfter(before.model, edits, 'moved', last);
    assert.equal(
      after.model.actions.findIndex(({ typeNode }) => typeNode?.offset === at),
      1,
    );
  });

  test('is the same one when its text is typed in, and found by what it says when the whole text is another', () => {
    const before = drawnOf(JSON.stringify(flow));
    const at = before.model.text.indexOf('"B"') + 1;
    assert.deepEqual(around(before, [{ offset: at, end: at + 1, text: 'Hello' }]).moved, {});
    const reformatted = drawnOf(JSON.stringify([talk('New'), ...flow], null, 2));
    assert.equal(movedKeys(before, [], reformatted)['0 talk #3'], '0 talk #4');
  });

  test('is the edited one, and not a new one in front, when it is not known which edits were made', () => {
    const [A, B, C] = [talk('A'), talk('B'), talk('C')];
    const [before, after] = [
      [A, B, C],
      [talk('N'), A, B, talk('C2')],
    ].map((all) => drawnOf(JSON.stringify(all)));
    assert.ok(before && after);
    assert.equal(movedKeys(before, [], after)['0 talk #3'], '0 talk #4');
  });

  test('is what a key that was pressed twice at once was meant for, and nothing else', () => {
    const before = drawnOf(JSON.stringify(flow));
    const { moved } = around(before, deleteNode(before, '0 talk #1', newIds()));
    const versions = createVersions();
    const shown = versions.add({});
    versions.add(moved);
    assert.equal(versions.renew({ edit: 'delete', node: '0 talk #1' }, shown), undefined);
    assert.deepEqual(versions.renew({ edit: 'delete', node: '0 talk #2' }, shown), {
      edit: 'delete',
      node: '0 talk #1',
    });
    const add = { edit: 'add', edge: '0 talk #3 next' } as const;
    assert.deepEqual(versions.renew(add, shown), { edit: 'add', edge: '0 talk #2 next' });
    assert.deepEqual(versions.renew(add, shown + 1), add);
  });
});

suite('the page of a picture whose actions change', function () {
  this.timeout(60_000);
  const open = picturePages();
  const without = flow.filter((action) => action !== flow[1]);
  const moved = { '0 talk #1': null, '0 talk #2': '0 talk #1', '0 talk #3': '0 talk #2' };

  test('keeps what is chosen and what has the focus, and after a deletion goes to the next action', async () => {
    const { page, show, sent, versions } = await open();
    await show(flow, { version: 1 });
    const chosen = () => page.locator('[aria-selected="true"]').getAttribute('aria-label');
    await page.locator('[data-node="0 talk #2"]').click();
    await show(without, { version: 2, moved });
    assert.match((await chosen()) ?? '', /"B"/);
    assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /"B"/);
    await page.keyboard.press('Delete');
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'delete', node: '0 talk #1' } });
    assert.equal(versions.at(-1), 2);
    await show(flow, { moved: { '0 talk #1': '0 talk #2', '0 talk #2': '0 talk #3' } });
    await page.locator('[data-node="0 talk #1"]').click();
    await show(without, { moved });
    assert.deepEqual(sent.at(-1), { type: 'select', key: '0 beep #1' });
    assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /^beep/);
  });

  test('leaves the cursor of the text alone while a person types there', async () => {
    const { page, show, sent } = await open();
    await show(flow);
    await page.locator('[data-node="0 talk #1"]').click();
    await page.evaluate(() => {
      document.hasFocus = () => false;
    });
    const before = sent.length;
    await show(without, { moved });
    assert.equal(sent.length, before);
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('data-node'), '0 beep #1');
  });
});
