import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { removeWay } from '../../../client/picture/editPicture';
import { type FromPage, readFromPage } from '../../../client/picture/pictureProtocol';
import { applyEdits } from '../../../flow/edit/edit';
import { pictureOf } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B } from '../../support/ids';

suite('messages of the page of a picture', () => {
  test('are read whatever is in the keys of nodes and arrows', () => {
    const long = 'a long value '.repeat(200);
    const model = readFlow(
      JSON.stringify([
        { type: 'branch', option: { target_ids: { [long]: A, '1': A }, default_target_id: A } },
        { type: long },
        { type: 'hangup', id: A },
      ]),
    );
    const picture = pictureOf(model);
    const messages: readonly FromPage[] = [
      ...picture.nodes.map(({ key }) => ({ type: 'select', key }) as const),
      ...picture.edges.map(({ key: edge }) => ({ type: 'edit', change: { edit: 'removeWay', edge } }) as const),
    ];
    for (const message of messages) assert.deepEqual(readFromPage(message), message);
    const edge = picture.edges.find(({ key }) => key.includes(long) && key.includes('branch')) ?? assert.fail();
    const edits = removeWay({ model, picture }, edge.key, () => B);
    assert.ok(!applyEdits(model.text, edits).includes(`"${long}":`));
  });

  test('of other kinds are not', () => {
    for (const message of [undefined, {}, { type: 'select' }, { type: 'select', key: 1 }, { type: 'edit', change: {} }])
      assert.equal(readFromPage(message), undefined);
  });
});
