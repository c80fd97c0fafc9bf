import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { testCommand } from '../../../cli/test/testCommand';
import { recordingIo, withFolder } from '../../support/cli';

const menu = JSON.stringify([{ type: 'answer' }, { type: 'hangup' }]);
const passing = '{ "cases": [{ "name": "is hung up", "expect": { "ends": "hangup" } }] }';

/** Watches what is named, until the test is done with it; what is written while it waits for a pattern is read once. */
async function watching(
  files: Readonly<Record<string, string>>,
  args: (folder: string) => readonly string[],
  use: (folder: string, until: (pattern: RegExp) => Promise<void>) => Promise<void>,
): Promise<number> {
  return withFolder(files, async (folder) => {
    const { io, written } = recordingIo();
    const stop = new AbortController();
    const code = testCommand(['--watch', ...args(folder)], io, { stop: () => stop.signal });
    await use(folder, async (pattern) => {
      while (!pattern.test(written.stdout + written.stderr)) await new Promise((resolve) => setTimeout(resolve, 20));
      written.stdout = '';
      written.stderr = '';
    });
    stop.abort();
    return await code;
  });
}

suite('voipbin-flow test --watch of what is not there', () => {
  for (const [named, at] of [
    ['a file', 'm.flow.test.json'],
    ['a file in a folder that is not there', 'a/b/m.flow.test.json'],
    ['a pattern', 'a/**/*.flow.test.json'],
    ['a flow', 'a/m.flow.json'],
  ] as const)
    test(`${named}: waits until it comes, and again when it was removed`, async () => {
      const code = await watching(
        {},
        (folder) => [join(folder, at)],
        async (folder, until) => {
          await until(/(there is no|no file matches)[\s\S]*waiting for changes/);
          const into = join(folder, at.includes('/') ? 'a/b' : '');
          const here = named === 'a flow' ? join(folder, 'a') : into;
          const write = () => {
            mkdirSync(here, { recursive: true });
            writeFileSync(join(here, 'm.flow.json'), menu);
            writeFileSync(join(here, 'm.flow.test.json'), passing);
          };
          write();
          await until(/1 passed[\s\S]*waiting for changes/);
          rmSync(join(here, 'm.flow.test.json'));
          await until(/(there is no|no file matches)[\s\S]*waiting for changes/);
          write();
          await until(/1 passed[\s\S]*waiting for changes/);
          if (!at.includes('/')) return;
          rmSync(join(folder, 'a'), { recursive: true });
          await until(/(there is no|no file matches)[\s\S]*waiting for changes/);
          write();
          await until(/1 passed[\s\S]*waiting for changes/);
        },
      );
      assert.equal(code, 0);
    });

  test('a folder that was removed', async () => {
    const files = { 'tests/m.flow.json': menu, 'tests/m.flow.test.json': passing };
    const code = await watching(
      files,
      (folder) => [join(folder, 'tests')],
      async (folder, until) => {
        await until(/1 passed[\s\S]*waiting for changes/);
        rmSync(join(folder, 'tests'), { recursive: true });
        await until(/there is no file or folder[\s\S]*waiting for changes/);
      },
    );
    assert.equal(code, 2);
  });
});

suite('voipbin-flow test --watch', () => {
  test('runs again when a file beside the tests changes, until it is stopped', async () => {
    await withFolder({ 'm.flow.json': menu, 'm.flow.test.json': passing }, async (folder) => {
      const { io, written } = recordingIo();
      const stop = new AbortController();
      const watching = testCommand(['--watch', folder], io, { stop: () => stop.signal });
      const until = async (pattern: RegExp) => {
        while (!pattern.test(written.stdout + written.stderr)) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(/1 passed[\s\S]*waiting for changes/);
      written.stderr = '';
      writeFileSync(join(folder, 'm.flow.json'), menu.replace('"hangup"', '"stop"'));
      await until(/1 failed[\s\S]*waiting for changes/);
      stop.abort();
      assert.equal(await watching, 1);
    });
  });

  test('runs again for what was changed while it ran, and for a folder that is new', async () => {
    await withFolder({ 'm.flow.json': menu, 'm.flow.test.json': passing }, async (folder) => {
      const { io, written } = recordingIo();
      const stop = new AbortController();
      let isFirst = true;
      const late = {
        ...io,
        // The last thing that a run waits for: all files are read then.
        async drained() {
          if (isFirst) writeFileSync(join(folder, 'm.flow.json'), menu.replace('"hangup"', '"stop"'));
          isFirst = false;
        },
      };
      const watching = testCommand(['--watch', folder], late, { stop: () => stop.signal });
      const until = async (pattern: RegExp) => {
        while (!pattern.test(written.stdout)) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(/1 passed[\s\S]*1 failed/);
      mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
      writeFileSync(join(folder, 'deep', 'er', 'm.flow.json'), menu);
      writeFileSync(join(folder, 'deep', 'er', 'm.flow.test.json'), passing);
      await until(/1 passed, 1 failed/);
      stop.abort();
      await watching;
    });
  });
});
