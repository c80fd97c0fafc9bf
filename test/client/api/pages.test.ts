import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ListPage, PageOptions } from '../../../client/api/endpoint';
import { eachOf, readAll } from '../../../client/api/pages';

/** A list of numbers from 1, page by page, and what it was asked. */
function listOf(total: number, nextToken = (end: number) => String(end)) {
  const asked: (PageOptions | undefined)[] = [];
  const list: ListPage<number> = async (options) => {
    asked.push(options);
    const begin = Number(options?.pageToken ?? 0);
    const end = Math.min(total, begin + (options?.pageSize ?? 100));
    const result = Array.from({ length: end - begin }, (_, index) => begin + index + 1);
    return { result, next_page_token: nextToken(end) };
  };
  return { list, asked };
}

suite('eachOf', () => {
  test('reads on until a page is not full', async () => {
    const { list, asked } = listOf(250);
    const { entries, more } = await readAll(list);
    assert.equal(entries.length, 250);
    assert.equal(entries[249], 250);
    assert.equal(more, false);
    assert.deepEqual(
      asked.map((options) => [options?.pageSize, options?.pageToken]),
      [
        [100, undefined],
        [100, '100'],
        [100, '200'],
      ],
    );
  });

  test('ends with an empty page', async () => {
    const { list, asked } = listOf(200);
    assert.equal((await readAll(list)).entries.length, 200);
    assert.equal(asked.length, 3);
  });

  test('ends without a token', async () => {
    const { list, asked } = listOf(200, () => '');
    assert.equal((await readAll(list)).entries.length, 100);
    assert.equal(asked.length, 1);
  });

  test('does not go round when the token stays the same', async () => {
    const { list, asked } = listOf(500, () => '0');
    await readAll(list);
    assert.equal(asked.length, 2);
  });

  test('reads no more than wanted, and says that there are more', async () => {
    const { list, asked } = listOf(1000);
    const { entries, more } = await readAll(list, { cap: 150 });
    assert.equal(entries.length, 150);
    assert.equal(more, true);
    assert.equal(asked.length, 2);
    assert.equal((await readAll(list, { cap: 1000 })).more, false);
  });

  test('asks for a page when it is needed', async () => {
    const { list, asked } = listOf(500);
    for await (const entry of eachOf(list)) if (entry === 100) break;
    assert.equal(asked.length, 1);
  });

  test('hands on the signal', async () => {
    const { list, asked } = listOf(5);
    const { signal } = new AbortController();
    await readAll(list, { signal, pageSize: 500 });
    assert.equal(asked[0]?.signal, signal);
    assert.equal(asked[0]?.pageSize, 100, 'larger pages do not exist');
  });
});
