import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createWorkspaceChecks, maxFiles, type WorkspaceFiles } from '../../client/workspaceChecks';

/** A workspace of files in memory, and what was checked in it, as "uri: text". */
function workspace(files: Record<string, string>, more: Partial<WorkspaceFiles> = {}) {
  const checked: string[] = [];
  const open = new Set<string>();
  const checks = createWorkspaceChecks({
    list: async (most) => Object.keys(files).slice(0, most),
    read: async (uri) => files[uri],
    isOpen: (uri) => open.has(uri),
    check: async (uri, text) => void checked.push(`${uri}: ${text ?? 'gone'}`),
    done: (count) => checked.push(`${count} files`),
    ...more,
  });
  /** What was checked since it was last asked. */
  const since = () => checked.splice(0);
  return { files, open, checks, since };
}

suite('createWorkspaceChecks', () => {
  test('checks every file that is not open', async () => {
    const { open, checks, since } = workspace({ a: '1', b: '2', c: '3' });
    open.add('b');
    await checks.checkAll();
    assert.deepEqual(since(), ['a: 1', 'c: 3', '3 files']);
  });
  test('checks a file again when it is written or closed, if it is one of them', async () => {
    const { files, checks, since } = workspace({ a: '1' });
    await checks.checkAll();
    since();
    files.a = '2';
    await checks.checkFile('a');
    await checks.checkFile('elsewhere');
    assert.deepEqual(since(), ['a: 2']);
  });
  test('takes the findings of a file away that is gone, or listed no longer', async () => {
    const { files, checks, since } = workspace({ a: '1', b: '2', c: '3' });
    await checks.checkAll();
    since();
    delete files.a;
    await checks.forget('a');
    await checks.forget('a');
    delete files.b;
    await checks.checkFile('b');
    delete files.c;
    await checks.checkAll();
    assert.deepEqual(since(), ['a: gone', 'b: gone', 'c: gone', '0 files']);
  });
  test('leaves a file to its editor that was opened meanwhile', async () => {
    const { open, checks, since } = workspace({ a: '1' }, { read: async () => void open.add('a') });
    await checks.checkAll();
    assert.deepEqual(since(), ['1 files']);
  });
  test('shows nothing of a text that was read before the file was written again, or is gone', async () => {
    const reads: ((text: string | undefined) => void)[] = [];
    const { checks, since } = workspace({ a: '' }, { read: () => new Promise((resolve) => reads.push(resolve)) });
    const look = checks.checkAll();
    await new Promise(setImmediate);
    const written = checks.checkFile('a');
    reads[1]?.('new');
    await written;
    reads[0]?.('old');
    await look;
    assert.deepEqual(since(), ['a: new', '1 files']);

    const late = checks.checkFile('a');
    await checks.forget('a');
    reads[2]?.('new');
    await late;
    assert.deepEqual(since(), ['a: gone']);
  });
  test('ends a look when a later one begins', async () => {
    const { checks, since } = workspace({ a: '1', b: '2' });
    await Promise.all([checks.checkAll(), checks.checkAll()]);
    assert.equal(since().filter((line) => line === '2 files').length, 1);
  });
  test('asks for a bounded number of files', async () => {
    let asked = 0;
    const list = async (most: number) => {
      asked = most;
      return [];
    };
    const { checks } = workspace({}, { list });
    await checks.checkAll();
    assert.equal(asked, maxFiles);
  });
});
