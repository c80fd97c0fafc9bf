import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { keepState, loadStateFile } from '../../../sandbox/node/stateFile';
import { withFolder } from '../../support/cli';
import { openSandbox } from '../openSandbox';

const stamp = '2026-01-02T03:04:05.006Z';
const fails = (error: unknown) => {
  throw error;
};

suite('state file', () => {
  test('is written when it is asked for, and read again', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      const file = keepState(open.sandbox, path, open.clock, fails);
      await open.ask('POST', '/flows', { name: 'mine' });
      await file.kept();
      const { state, notice } = await loadStateFile(path, stamp);
      assert.equal(notice, undefined);
      assert.deepEqual(state, JSON.parse(JSON.stringify(open.sandbox.snapshot())));
      assert.deepEqual(readdirSync(folder), ['state.json']);
    }));

  test('can be read by its owner only', () => {
    // Windows knows no such modes.
    if (process.platform === 'win32') return;
    return withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      await keepState(open.sandbox, path, open.clock, fails).kept();
      assert.equal(statSync(path).mode & 0o777, 0o600);
    });
  });

  test('gathers changes for which nobody waits', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      const file = keepState(open.sandbox, path, open.clock, fails);
      await file.kept();
      const first = readFileSync(path, 'utf8');
      await open.ask('POST', '/flows', { name: 'one' });
      await open.ask('POST', '/flows', { name: 'two' });
      assert.equal(readFileSync(path, 'utf8'), first);
      assert.deepEqual(open.clock.pending(), [200]);
      open.clock.advance(200);
      await file.kept();
      assert.match(readFileSync(path, 'utf8'), /"one".*"two"/);
    }));

  test('has everything when it is closed, and nothing afterwards', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      const file = keepState(open.sandbox, path, open.clock, fails);
      await open.ask('POST', '/flows', { name: 'one' });
      await file.close();
      await open.ask('POST', '/flows', { name: 'two' });
      open.clock.advance(1000);
      const text = readFileSync(path, 'utf8');
      assert.match(text, /"one"/);
      assert.doesNotMatch(text, /"two"/);
    }));

  test('has what was changed while it was being written', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      const file = keepState(open.sandbox, path, open.clock, fails);
      const first = file.kept();
      await open.ask('POST', '/flows', { name: 'late' });
      await Promise.all([first, file.kept()]);
      assert.match(readFileSync(path, 'utf8'), /"late"/);
    }));

  test('that is missing is no matter', () =>
    withFolder({}, async (folder) => {
      assert.deepEqual(await loadStateFile(join(folder, 'new.json'), stamp), { state: undefined, notice: undefined });
    }));

  test('that cannot be read is kept aside under a name with the time, and said', async () => {
    for (const text of ['', '{', 'null', '{"version":1}', '\0\0']) {
      await withFolder({ 'state.json': text }, async (folder) => {
        const path = join(folder, 'state.json');
        const { state, notice } = await loadStateFile(path, stamp);
        assert.equal(state, undefined);
        const aside = `${path}.unreadable-20260102T030405006Z`;
        assert.ok(notice?.includes(aside), notice);
        assert.equal(readFileSync(aside, 'utf8'), text);
        assert.equal(existsSync(path), false);
      });
    }
  });

  test('whose writing was broken off is still the old one', () =>
    withFolder({}, async (folder) => {
      const path = join(folder, 'state.json');
      const open = openSandbox();
      const file = keepState(open.sandbox, path, open.clock, fails);
      await file.kept();
      const whole = readFileSync(path, 'utf8');
      writeFileSync(`${path}.new`, whole.slice(0, 100));
      assert.deepEqual((await loadStateFile(path, stamp)).state, JSON.parse(whole));
      await open.ask('POST', '/flows', { name: 'mine' });
      await file.kept();
      assert.match(readFileSync(path, 'utf8'), /"mine"/);
      assert.deepEqual(readdirSync(folder), ['state.json']);
    }));

  test('that cannot be written says so, and is written as soon as it can', () =>
    withFolder({ 'sub/a': '' }, async (folder) => {
      const sub = join(folder, 'sub');
      const path = join(sub, 'state.json');
      const open = openSandbox();
      const failed = new Promise<unknown>((resolve) => {
        const file = keepState(open.sandbox, path, open.clock, resolve);
        rmSync(sub, { recursive: true });
        assert.rejects(file.kept(), { code: 'ENOENT' }).then(async () => {
          await open.ask('POST', '/flows', { name: 'mine' });
          open.clock.advance(200);
        });
      });
      assert.equal(((await failed) as { code: string }).code, 'ENOENT');
      await assert.rejects(loadStateFile(path, stamp), { code: 'ENOENT' });
      mkdirSync(sub);
      const file = keepState(open.sandbox, path, open.clock, fails);
      await file.kept();
      assert.match(readFileSync(path, 'utf8'), /"mine"/);
    }));
});
