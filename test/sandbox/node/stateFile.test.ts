import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { openStateFile } from '../../../sandbox/node/stateFile';
import { withFolder } from '../../support/cli';
import { openSandbox } from '../openSandbox';

const stamp = '2026-01-02T03:04:05.006Z';
const isWindows = process.platform === 'win32';

const whole = () => JSON.stringify(openSandbox().sandbox.snapshot());

/** Writes a state and leaves the file. */
async function writeOnce(path: string, text = whole()): Promise<void> {
  const file = await openStateFile(path, stamp);
  await file.write(text);
  await file.release();
}

suite('state file', () => {
  test('is written and read again, and nothing lies beside it', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const text = whole();
      await writeOnce(path, text);
      const { state, notice, release } = await openStateFile(path, stamp);
      assert.equal(notice, undefined);
      assert.deepEqual(state, JSON.parse(text));
      await release();
      assert.deepEqual(readdirSync(folder), ['state.json']);
    }));

  test('can be read by its owner only', () => {
    // Windows knows no such modes.
    if (isWindows) return;
    return withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      await writeOnce(path);
      assert.equal(statSync(path).mode & 0o777, 0o600);
    });
  });

  test('that is missing is no matter', () =>
    withFolder({}, async (folder) => {
      const { state, notice } = await openStateFile(join(folder, 'new.json'), stamp);
      assert.deepEqual([state, notice], [undefined, undefined]);
    }));

  test('that cannot be read is kept aside under a name with the time, and said', async () => {
    for (const text of ['', '{', 'null', '{"version":1}', '\0\0']) {
      await withFolder({ 'state.json': text }, async (folder) => {
        const path = join(folder, 'state.json');
        const { state, notice } = await openStateFile(path, stamp);
        assert.equal(state, undefined);
        const aside = `${path}.unreadable-20260102T030405006Z`;
        assert.ok(notice?.includes(aside), notice);
        assert.equal(readFileSync(aside, 'utf8'), text);
        assert.equal(existsSync(path), false);
      });
    }
  });

  test('whose writing was broken off is still the old one, and the broken part goes', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const text = whole();
      await writeOnce(path, text);
      writeFileSync(`${path}.01234567-89ab-4cde-8f01-23456789abcd.new`, text.slice(0, 100));
      writeFileSync(`${path}.mine.new`, 'somebody else’s');
      const { state, release } = await openStateFile(path, stamp);
      assert.deepEqual(state, JSON.parse(text));
      await release();
      assert.deepEqual(readdirSync(folder).sort(), ['state.json', 'state.json.mine.new']);
    }));

  test('whose folder vanishes cannot be written, until it is back', () =>
    withFolder({ 'sub/a': '' }, async (folder) => {
      const sub = join(folder, 'sub');
      const path = join(sub, 'state.json');
      const file = await openStateFile(path, stamp);
      rmSync(sub, { recursive: true });
      await assert.rejects(file.write('{}'), { code: 'ENOENT' });
      await assert.rejects(openStateFile(path, stamp), { code: 'ENOENT' });
      mkdirSync(sub);
      await file.write('{"a":1}');
      assert.equal(readFileSync(path, 'utf8'), '{"a":1}');
    }));

  test('behind a link is written where the link leads, and the link stays', () => {
    if (isWindows) return;
    return withFolder({ 'there/state.json': whole() }, async (folder) => {
      const path = join(folder, 'link.json');
      symlinkSync(join('there', 'state.json'), path);
      await writeOnce(path, '{"a":1}');
      assert.ok(lstatSync(path).isSymbolicLink());
      assert.equal(readFileSync(join(folder, 'there/state.json'), 'utf8'), '{"a":1}');
    });
  });
});

suite('what is not a file is not taken for a state file, and stays as it is', () => {
  // These exist elsewhere only.
  if (isWindows) return;

  const refused = async (path: string, message: string) => {
    const before = lstatSync(path);
    await assert.rejects(openStateFile(path, stamp), { message });
    const after = lstatSync(path);
    assert.deepEqual([after.ino, after.mode, after.rdev], [before.ino, before.mode, before.rdev]);
  };

  test('a folder, and a link to one', () =>
    withFolder({ 'sub/a': '' }, async (folder) => {
      symlinkSync('sub', join(folder, 'link'));
      await refused(join(folder, 'sub'), 'it is a folder, not a file');
      await refused(join(folder, 'link'), 'it is a folder, not a file');
      assert.deepEqual(readdirSync(folder).sort(), ['link', 'sub']);
    }));

  test('a pipe, and a link to one', () =>
    withFolder({}, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      symlinkSync('pipe', join(folder, 'link'));
      await refused(join(folder, 'pipe'), 'it is a pipe, not a file');
      await refused(join(folder, 'link'), 'it is a pipe, not a file');
    }));

  test('a socket', () =>
    withFolder({}, async (folder) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(join(folder, 's'), resolve));
      try {
        await refused(join(folder, 's'), 'it is a socket, not a file');
      } finally {
        server.close();
      }
    }));

  test('a device, for root too', () =>
    withFolder({}, async (folder) => {
      // The devices of this machine are not touched; whoever may not make one cannot replace one either.
      if (process.getuid?.() !== 0) return;
      const path = join(folder, 'null');
      try {
        execFileSync('mknod', [path, 'c', '1', '3'], { stdio: 'ignore' });
      } catch {
        return;
      }
      await refused(path, 'it is a device, not a file');
    }));

  test('a link to nothing', () =>
    withFolder({}, async (folder) => {
      symlinkSync('missing', join(folder, 'link'));
      await refused(join(folder, 'link'), 'it is a link to nothing');
    }));

  test('what takes the place of the file while it is used', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const file = await openStateFile(path, stamp);
      execFileSync('mkfifo', [path]);
      await assert.rejects(file.write('{}'), { message: 'it is a pipe, not a file' });
      assert.ok(lstatSync(path).isFIFO());
      await file.release();
      assert.deepEqual(readdirSync(folder), ['state.json']);
    }));
});
