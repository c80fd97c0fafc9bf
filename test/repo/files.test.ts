import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { suite, test } from 'mocha';
import { listFiles, readText } from '../support/repository';

const files = listFiles();
const source = files.filter((path) => /\.(ts|mjs)$/.test(path));
const isText = (path: string) => !/\.(png|ico|gz|woff2?)$/.test(path);

suite('files', () => {
  test('the source was found', () => {
    assert.ok(source.length > 200);
  });

  test('a file is named by what it holds', () => {
    assert.deepEqual(
      files.filter((path) => /^(utils?|helpers?|common|misc)\./i.test(basename(path))),
      [],
    );
  });

  test('no file is longer than 400 lines', () => {
    assert.deepEqual(
      source.filter((path) => readText(path).split('\n').length > 401),
      [],
    );
  });

  test('no path of somebody’s machine is in a committed file', () => {
    // Put together here, so that this file has none itself.
    const machine = new RegExp(`(?<![\\w.])/(${['work', 'tmp', 'root', 'home', 'Users'].join('|')})/\\w`);
    const texts = files.filter((path) => isText(path) && !path.endsWith('package-lock.json'));
    assert.deepEqual(
      texts.filter((path) => machine.test(readText(path))),
      [],
    );
  });

  test('no merge is left half done', () => {
    // Put together here, so that this file has none itself.
    const marker = new RegExp(`^(${['<', '>'].map((sign) => sign.repeat(7)).join('|')}) `, 'm');
    assert.deepEqual(
      files.filter((path) => isText(path) && marker.test(readText(path))),
      [],
    );
  });

  test('no test runs alone and none is skipped', () => {
    const tests = source.filter((path) => path.endsWith('.test.ts'));
    assert.deepEqual(
      tests.filter((path) => /\b(test|suite)\.(only|skip)\(/.test(readText(path))),
      [],
    );
  });
});
