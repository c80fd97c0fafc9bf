import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listFiles, readText } from '../support/repository';

const files = listFiles('sandbox').filter((path) => path.endsWith('.ts') && !path.startsWith('sandbox/node/'));

suite('the sandbox runs where there is no Node', () => {
  test('its files were found', () => {
    assert.ok(files.length > 50);
  });

  test('only what serves it on a port uses Node', () => {
    const uses =
      /from '(?:node:|ws'|@hono\/node-server|\.\.?\/(?:.*\/)?node\/)|\b(?:process|Buffer|require|__dirname|setImmediate)\b[.(]/;
    assert.deepEqual(
      files.filter((path) => uses.test(readText(path))),
      [],
    );
  });
});
