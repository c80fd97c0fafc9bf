import assert from 'node:assert/strict';
import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { suite, test } from 'mocha';
import { checkCommand } from '../../cli/check/checkCommand';
import { version } from '../../package.json';
import { bundle } from '../support/bundle';
import { recordingIo, withFolder } from '../support/cli';
import { root } from '../support/repository';

const cli = bundle('dist/cli.js');

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

suite('voipbin-flow', () => {
  test('checks standard input, without colors where nobody looks', () => {
    const { status, stdout, stderr } = run(['check', '-'], '[{ "type": "sleep", "option": { "duration": "long" } }]');
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:1:45 error .+ option-type\n/);
    assert.equal(stderr, '');
  });

  test('finds a byte order mark on standard input, as in a file', () => {
    const { status, stdout } = run(['check', '-'], '\ufeff[{ "type": "answer" }]');
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:1:1 error .+byte order mark.+ json-syntax\n/);
  });

  test('ends silently when nobody reads on', async () => {
    const child = spawn(process.execPath, [cli, 'check', '-'], { cwd: root });
    let said = '';
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`[${'{},'.repeat(4000)}{}]`);
    await once(child, 'close');
    assert.equal(said, '');
  });

  test('answers 2 when it was called in a way that it does not know, and says how it is called', () => {
    const { status, stdout, stderr } = run(['chekc', '.']);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(
      stderr,
      /^voipbin-flow: there is no command "chekc"; did you mean check\?\n\n[\s\S]*voipbin-flow check PATH/,
    );
  });

  test('answers 2 for a file that cannot be read', () => {
    const { status, stderr } = run(['check', 'no/such.flow.json']);
    assert.equal(status, 2);
    assert.equal(stderr, 'voipbin-flow: there is no file or folder no/such.flow.json\n');
  });

  test('every command tells more about itself, as the usage promises', () => {
    const { stdout } = run(['--help']);
    const commands = [...stdout.matchAll(/^ {2}voipbin-flow ([a-z]+) /gm)].map(([, name = '']) => name);
    assert.deepEqual(commands, ['check', 'simulate', 'paths', 'build', 'picture', 'test', 'sandbox', 'lsp', 'dap']);
    for (const command of commands) {
      const help = spawnSync(process.execPath, [cli, command, '--help'], { cwd: root, encoding: 'utf8' });
      assert.deepEqual([help.status, help.stderr], [0, ''], command);
      assert.ok(help.stdout.startsWith(`voipbin-flow ${command}`), command);
    }
  });

  test('help with a command is the help of the command', () => {
    assert.equal(run(['help', 'check']).stdout, run(['check', '--help']).stdout);
  });

  test('says that the output cannot be written, and ends with 2', () => {
    // Other systems have no such file.
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    try {
      const input = '[{ "type": "answer" }]';
      const toFull = (stdio: StdioOptions) =>
        spawnSync(process.execPath, [cli, 'check', '-'], { input, stdio, encoding: 'utf8' });
      const { status, stderr } = toFull(['pipe', full, 'pipe']);
      assert.equal(status, 2);
      assert.match(stderr, /^voipbin-flow: the output cannot be written: ENOSPC.*\n$/);
      assert.equal(toFull(['pipe', full, full]).status, 2);
    } finally {
      closeSync(full);
    }
  });

  test('of many files, some of which threads check, it says the same in the same order', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1200 }, (_, at) => [`${at}.flow.json`, at % 5 === 0 ? '[{ "type": "talkk" }]' : '[]']),
    );
    return withFolder(files, async (folder) => {
      const { io, written } = recordingIo();
      await checkCommand([folder], io, version);
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', folder], { encoding: 'utf8' });
      assert.deepEqual([status, stderr], [1, '']);
      assert.equal(stdout, written.stdout);
    });
  });

  test('lsp takes --stdio, and refuses what it does not know', () => {
    const refused: [string[], RegExp][] = [
      [['--node-ipc'], /^voipbin-flow: there is no option --node-ipc\n\nvoipbin-flow lsp \[--stdio\]/],
      [['--socket=5'], /there is no option --socket/],
      [['--stdoi'], /there is no option --stdoi; did you mean --stdio\?/],
      [['a.flow.json'], /it does not accept "a\.flow\.json"/],
    ];
    for (const [args, message] of refused) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'lsp', ...args], { encoding: 'utf8' });
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  test('tells its version', () => {
    assert.deepEqual(run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });
});
