import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type CheckPaths, checkAll, type Helpers } from '../../../cli/check/checkAll';

const count = 3000;
const paths = Array.from({ length: count }, (_, at) => `${at}.flow.json`);

/** Says of each file who checked it. */
const by =
  (name: string, wait: () => Promise<void> = async () => {}): CheckPaths =>
  async (batch) => {
    await wait();
    return batch.map((path) => `${path} by ${name}`);
  };

async function run(files: readonly string[], helpers?: Helpers): Promise<string[]> {
  const all: string[] = [];
  for await (const checked of checkAll(files.values(), by('us'), helpers)) all.push(String(checked));
  return all;
}

const names = (all: readonly string[]) => all.map((text) => text.split(' ')[0]);
const helpedWith = (all: readonly string[]) => all.filter((text) => !text.endsWith('by us')).length;

suite('checkAll', () => {
  test('helpers check a part of many files, and the answers keep the order of the files', async () => {
    let started = 0;
    // One answers later than the other.
    const later = () => new Promise<void>((done) => setImmediate(done));
    const all = await run(paths, {
      most: 2,
      files: 500,
      start: () => by(`helper ${++started}`, started === 1 ? later : undefined),
    });
    assert.deepEqual(names(all), paths);
    assert.equal(started, 2);
    assert.ok(helpedWith(all) > 100);
  });

  test('nobody is started for a few files, nor where nobody can help', async () => {
    const start = () => assert.fail('a helper was started');
    assert.deepEqual(names(await run(paths.slice(0, 100), { most: 7, files: 500, start })), paths.slice(0, 100));
    assert.deepEqual(names(await run(paths, { most: 0, files: 500, start })), paths);
    assert.deepEqual(names(await run(paths)), paths);
  });

  test('what a helper could not do is done here', async () => {
    const all = await run(paths, {
      most: 1,
      files: 500,
      start: () => () => Promise.reject(new Error('out of memory')),
    });
    assert.deepEqual(names(all), paths);
    assert.equal(helpedWith(all), 0);
  });

  test('standard input is read here, wherever it is named', async () => {
    const files = [...paths.slice(0, 1000), '-', ...paths.slice(1000)];
    const all = await run(files, { most: 1, files: 500, start: () => by('helper') });
    assert.deepEqual(names(all), files);
    assert.ok(all.includes('- by us'));
  });

  test('files are looked for no sooner than they are needed', async () => {
    let found = 0;
    const search = (function* () {
      for (const path of paths) {
        found++;
        yield path;
      }
      return undefined;
    })();
    const checking = checkAll(search, by('us'), { most: 1, files: 500, start: () => by('helper') });
    assert.deepEqual(await checking.next(), { value: '0.flow.json by us', done: false });
    assert.equal(found, 1);
    for (let at = 1; at < 1000; at++) await checking.next();
    assert.ok(found < 1200, String(found));
  });
});
