import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { suite, test } from 'mocha';
import { root } from '../support/repository';

/** What a script says in a bare clone whose npm does this. */
function runWith(npm: string, script: string) {
  const place = mkdtempSync(join(tmpdir(), 'voipbin-flow-ensure-'));
  try {
    mkdirSync(join(place, 'bin'));
    for (const path of [
      'scripts/ensure.mjs',
      'scripts/ensureEditors.mjs',
      'scripts/start.mjs',
      'scripts/test.mjs',
      'test/host/serve.mjs',
      'test/host/dataFolder.mjs',
      'test/host/keyHalf.mjs',
    ]) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      copyFileSync(join(root, path), join(place, path));
    }
    writeFileSync(join(place, 'bin/npm'), `#!/bin/sh\n${npm}\n`);
    chmodSync(join(place, 'bin/npm'), 0o755);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, script)], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}` },
    });
    return { status, stdout, stderr };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const announced = 'Installing the dependencies (npm ci) …\n';

suite('what the scripts install', () => {
  test('a line for a shell keeps a path with spaces together, as a .cmd of Windows needs it', async () => {
    const { shellLine } = await import(join(root, 'scripts/ensure.mjs'));
    const print = 'console.log(JSON.stringify(process.argv.slice(2)))';
    const place = mkdtempSync(join(tmpdir(), 'voipbin-flow jane doe '));
    try {
      writeFileSync(join(place, 'print.js'), print);
      const line = shellLine([process.execPath, join(place, 'print.js'), '--path=C:\\Users\\Jane Doe\\flow', place]);
      const { stdout } = spawnSync(line, { encoding: 'utf8', shell: true });
      assert.deepEqual(JSON.parse(stdout), ['--path=C:\\Users\\Jane Doe\\flow', place]);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  test('a failing npm is quoted, with what to do next', () => {
    const failing = 'echo "npm error network" >&2; exit 1';
    const started = runWith(failing, 'scripts/start.mjs');
    assert.deepEqual([started.status, started.stdout], [1, announced]);
    assert.match(
      started.stderr,
      /^npm error network\n"npm ci" failed in .+ \(npm config set registry …\), then start again\.\n$/,
    );
    const tested = runWith(failing, 'scripts/test.mjs');
    assert.equal(tested.status, 1);
    assert.match(tested.stdout, /✖ dependencies [\s\S]+npm error network\n[\s\S]+\n0 passed, 1 failed\n$/);
  });

  for (const script of ['scripts/start.mjs', 'scripts/test.mjs']) {
    test(`${script}: Ctrl+C during an installation ends it without blaming the registry`, () => {
      // It reaches the script as well as npm, which fails.
      const interrupted = runWith('kill -INT $PPID; echo "npm error signal SIGINT" >&2; exit 1', script);
      assert.deepEqual(interrupted, { status: 130, stdout: announced, stderr: '' });
    });
  }

  test('where editors cannot be installed, that is what stands in the way of their trials', () => {
    const place = mkdtempSync(join(tmpdir(), 'voipbin-flow-ensure-'));
    const { status, stderr } = spawnSync(process.execPath, ['test/editors/run.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: place },
    });
    rmSync(place, { recursive: true });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'The trials in other editors need Neovim, Vim with ALE, and Emacs with eglot, and there is no apt-get to install them with.\n',
    );
  });

  test('an option that a script does not have is told in a line', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--prot'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^Unknown option '--prot'[^\n]*\n$/);
  });
});
