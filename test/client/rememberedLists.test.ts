import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rememberLists } from '../../client/rememberedLists';

suite('remembered lists', () => {
  test('look once for each key, and again after they are forgotten', async () => {
    const looked: string[] = [];
    const lists = rememberLists(async (key: string) => {
      looked.push(key);
      return [`${key}${looked.length}`];
    });
    assert.deepEqual(await Promise.all([lists.list('a'), lists.list('a'), lists.list('b')]), [['a1'], ['a1'], ['b2']]);
    const before = lists.list('a');
    lists.forget();
    assert.deepEqual([await lists.list('a'), await before], [['a3'], ['a1']]);
    assert.deepEqual(looked, ['a', 'b', 'a']);
  });

  test('do not remember a failure', async () => {
    let fails = true;
    const lists = rememberLists(async () => {
      if (fails) throw new Error('no disk');
      return ['a'];
    });
    await assert.rejects(lists.list('x'), /no disk/);
    fails = false;
    assert.deepEqual(await lists.list('x'), ['a']);
  });
});
