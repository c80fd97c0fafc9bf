import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { checkCommand } from '../../cli/check/checkCommand';
import { sandboxCommand } from '../../cli/sandbox/sandboxCommand';
import { simulateCommand } from '../../cli/simulate/simulateCommand';
import { recordingIo, withFolder } from '../support/cli';

const esc = String.fromCharCode(27);
/** Clears the screen, turns letters round, ends the line, and is a command of a workflow. */
const evil = `::add-mask::x\n::error::y ${esc}[2J\u009b31m\u202e##[group]`;

/** A flow whose every text is hostile, and which has mistakes about all of them. */
const flow = JSON.stringify({
  name: evil,
  actions: [
    { type: 'variable_set', option: { key: evil, value: evil, [evil]: evil } },
    { type: 'talk', option: { text: evil, language: evil } },
    { type: 'branch', option: { variable: evil, target_ids: { [evil]: evil } }, [evil]: 1 },
    { type: 'connect', option: { destinations: [{ type: evil, target: evil, name: evil }], source: { target: evil } } },
    { type: evil, id: evil, option: { [evil]: evil } },
  ],
});

const moves = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function examine({ stdout, stderr }: { stdout: string; stderr: string }, format = 'text'): void {
  for (const text of [stdout, stderr]) {
    const plain = text.replaceAll(new RegExp(`${esc}\\[(?:\\d+(?:;\\d+)*)?m`, 'g'), '');
    assert.doesNotMatch(plain, moves);
    for (const line of plain.split('\n')) {
      // What begins with a command is read as that one, and as no other.
      if (format !== 'github' || !line.startsWith('::')) assert.doesNotMatch(line, /^\s*::|##\w*\[/);
      else assert.match(line, /^::(?:error|warning|notice) file=[^:]*::/);
    }
  }
}

// Windows takes no such names.
const fileName = process.platform === 'win32' ? 'a' : '::error::x\n::notice::y';

suite('hostile texts in a terminal', () => {
  for (const format of ['text', 'json', 'sarif', 'github']) {
    test(`check as ${format} neither moves the cursor nor writes a command of a workflow`, () =>
      withFolder({ [`${fileName}.flow.json`]: flow }, async (folder) => {
        for (const colors of [false, true]) {
          const { io, written } = recordingIo('', colors);
          const paths = [folder, join(folder, `no${evil.replaceAll('/', '')}`)];
          await checkCommand(['--format', format, '--verbose', ...paths], io, '1');
          assert.ok(written.stdout.length > 100);
          examine(written, format);
        }
      }));
  }

  test('a file name at the beginning of a line is not a command', async () => {
    const before = process.cwd();
    await withFolder({ [`${fileName}.flow.json`]: flow }, async (folder) => {
      process.chdir(folder);
      try {
        const { io, written } = recordingIo();
        await checkCommand([`${fileName}.flow.json`], io, '1');
        examine(written);
        await simulateCommand([`${fileName}.flow.json`], io);
        examine(written);
      } finally {
        process.chdir(before);
      }
    });
  });

  test('simulate tells a hostile flow, and one without a type, in both formats', () =>
    withFolder({ 'a.json': flow, 'w.json': JSON.stringify({ variables: { [evil]: evil } }) }, async (folder) => {
      for (const format of ['text', 'json']) {
        const { io, written } = recordingIo('', true);
        const args = ['--world', join(folder, 'w.json'), '--format', format, join(folder, 'a.json')];
        await simulateCommand(args, io);
        assert.ok(written.stdout.length > 100);
        examine(written);
      }
    }));

  test('simulate --cases names its cases on one line each', () =>
    withFolder(
      { 'c.json': JSON.stringify([{ name: evil, reference_type: 'call', flow: JSON.parse(flow), inputs: {} }]) },
      async (folder) => {
        for (const format of ['text', 'json']) {
          const { io, written } = recordingIo();
          await simulateCommand(['--cases', join(folder, 'c.json'), '--format', format], io);
          examine(written);
          assert.equal(written.stdout.split('\n').length, 2);
        }
      },
    ));

  test('faults in a world are told on a line each', () =>
    withFolder({ 'a.json': '[]', 'w.json': JSON.stringify({ [evil]: 1, [`b${evil}`]: 2 }) }, async (folder) => {
      const { io } = recordingIo();
      await assert.rejects(
        simulateCommand(['--world', join(folder, 'w.json'), join(folder, 'a.json')], io),
        ({ message }: Error) => {
          io.stderr(message);
          assert.equal(message.split('\n').filter((line) => /^\s*::error/.test(line)).length, 0);
          return true;
        },
      );
    }));

  test('the sandbox prints the name of a state file on one line', () =>
    withFolder({ [`s${fileName}`]: '{' }, async (folder) => {
      const { io, written } = recordingIo();
      const args = ['--port', '0', '--state', join(folder, `s${fileName}`)];
      await sandboxCommand(args, io, { stop: AbortSignal.abort(), version: '1' });
      assert.equal(written.stderr.split('\n').length, 2);
      examine(written);
    }));
});
