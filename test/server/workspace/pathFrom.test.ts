import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { isSameFile, pathFrom, resolveUri } from '../../../server/workspace/pathFrom';

const from = 'file:///shop/tests/menu.flow.test.json';

suite('paths between files', () => {
  test('lead from the folder of one file to another, as people read them', () => {
    assert.equal(pathFrom('file:///shop/tests/menu.flow.json', from), 'menu.flow.json');
    assert.equal(pathFrom('file:///shop/flows/my%20menu.flow.json', from), '../flows/my menu.flow.json');
    assert.equal(pathFrom('file:///shop/tests/deep/a.flow.json', from), 'deep/a.flow.json');
    assert.equal(pathFrom('untitled:Untitled-1', from), 'untitled:Untitled-1');
  });
  test('and back to an address', () => {
    assert.equal(resolveUri('../flows/my menu.flow.json', from), 'file:///shop/flows/my%20menu.flow.json');
    assert.equal(resolveUri('./menu.flow.json', from), 'file:///shop/tests/menu.flow.json');
    assert.equal(resolveUri('a%20#1?.flow.json', from), 'file:///shop/tests/a%2520%231%3F.flow.json');
    assert.equal(resolveUri('a', 'none'), undefined);
  });
  test('two addresses are compared by what they say', () => {
    assert.ok(isSameFile('file:///shop/a%28b%29', 'file:///shop/a(b)'));
    assert.ok(!isSameFile('file:///shop/a', 'file:///shop/b'));
    assert.ok(!isSameFile('file:///shop/%E0', 'file:///shop/b'));
  });
});
