import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite, test } from 'mocha';
import { faultOfFile } from '../../../flow';
import { host } from '../../../server/node/host';
import { withFolder } from '../../support/cli';

const read = (address: string) => host.readFile?.(address, faultOfFile);

suite('files that the server reads from the disk', () => {
  test('are regular files of a sensible size', async () => {
    await withFolder({ 'a.flow.json': '[]', 'empty.flow.json': '', 'large.flow.json': '' }, async (folder) => {
      const uri = (name: string) => pathToFileURL(join(folder, name)).href;
      truncateSync(join(folder, 'large.flow.json'), 2_000_001);
      assert.equal(await read(uri('a.flow.json')), '[]');
      assert.equal(await read(uri('empty.flow.json')), '');
      assert.equal(await read(uri('none.flow.json')), null);
      assert.deepEqual(await read(uri('large.flow.json')), { fault: 'is larger than 2 MB' });
      assert.deepEqual(await read(uri('.')), { fault: 'is not a file' });
    });
  });

  test('are not pipes and devices, of which one blocks and the other never ends', async () => {
    // These exist elsewhere only.
    if (process.platform === 'win32') return;
    await withFolder({}, async (folder) => {
      const pipe = join(folder, 'a.flow.json');
      execFileSync('mkfifo', [pipe]);
      for (const path of [pipe, '/dev/zero'])
        assert.deepEqual(await read(pathToFileURL(path).href), { fault: 'is not a file' });
    });
  });

  test('are none for an address that is none', async () => {
    for (const address of ['file:///a%zz.flow.json', 'file://%', 'untitled:a', 'https://example.com/a', ''])
      assert.equal(await read(address), null, address);
  });
});
