import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { executedLabel } from '../../../client/run/executedLabel';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';

const nodeOf = (id: string, text: string) =>
  readFlow(`[{"id": "${id}", "type": "talk", "option": {"text": "${text}"}}]`, { jsonc: true }).actions[0];

suite('the label of an action that was executed', () => {
  test('has what variables became, behind the name of the action', () => {
    const option = { text: 'Hello Ann.' };
    assert.equal(executedLabel('talk', nodeOf('greet', 'Hello ${caller}.'), option), 'greet: talk "Hello Ann."');
    assert.equal(executedLabel('talk', nodeOf(A, 'Hello ${caller}.'), { ...option }), 'talk "Hello Ann."');
  });
  test('is that of the document where nothing was put in, and the type where it is not there', () => {
    assert.equal(executedLabel('talk', nodeOf('greet', 'Hello.'), { text: 'Hello.' }), 'greet: talk "Hello."');
    assert.equal(executedLabel('stop', undefined, {}), 'stop');
  });
});
