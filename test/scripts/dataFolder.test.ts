import assert from 'node:assert/strict';
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { withFolder } from '../support/cli';
import { root } from '../support/repository';

interface Prepared {
  readonly data: string;
  readonly builtin: string;
}

const prepare = async (options: object): Promise<Prepared> =>
  (await import(join(root, 'test/host/dataFolder.mjs'))).prepareDataFolder(options);
const settingsIn = (folder: string, path: string) => JSON.parse(readFileSync(join(folder, 'data', path), 'utf8'));

suite('the data folder of VS Code’s server', () => {
  test('of npm start keeps the settings that the user has changed', () =>
    withFolder({}, async (keep) => {
      const options = { server: keep, settings: { 'editor.fontSize': 15 }, keep };
      const { data, builtin } = await prepare(options);
      assert.equal(data, keep);
      assert.equal(settingsIn(keep, 'User/settings.json')['editor.fontSize'], 15);
      writeFileSync(join(keep, 'data/User/settings.json'), '{ "voipbin.profile": "cloud" }');
      const again = await prepare(options);
      assert.deepEqual(settingsIn(keep, 'User/settings.json'), { 'voipbin.profile': 'cloud' });
      for (const folder of [builtin, again.builtin]) rmSync(join(folder, '..'), { recursive: true });
    }));

  test('of a test is new each time, outside the repository', () =>
    withFolder({}, async (server) => {
      const first = await prepare({ server, settings: {} });
      const second = await prepare({ server, settings: {} });
      assert.notEqual(first.data, second.data);
      for (const { data, builtin } of [first, second]) {
        assert.ok(lstatSync(builtin).isSymbolicLink() && !data.startsWith(root));
        rmSync(data, { recursive: true });
      }
    }));

  test('says nothing about ports', () =>
    withFolder({}, async (keep) => {
      const { builtin } = await prepare({ server: keep, settings: {}, keep });
      assert.equal(settingsIn(keep, 'Machine/settings.json')['remote.autoForwardPorts'], false);
      rmSync(join(builtin, '..'), { recursive: true });
    }));
});
