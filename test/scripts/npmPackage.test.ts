import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'mocha';
import { makeBareClone } from '../support/bareClone';
import { root } from '../support/repository';

/** What a program writes, as soon as it has written it. */
function until(stream: NodeJS.ReadableStream, wanted: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.on('data', (chunk) => {
      said += String(chunk);
      const found = wanted.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}

/** The package as somebody installs it: packed from a bare clone, installed into an empty folder. */
suite('the package of the command line', () => {
  let place = '';
  let clone = '';
  let tarball = '';
  const installed = () => join(place, 'project');
  const program = () => join(installed(), 'node_modules/.bin/voipbin-flow');
  const run = (...args: string[]) => spawnSync(program(), args, { cwd: installed(), encoding: 'utf8' });

  before(function () {
    this.timeout(300_000);
    place = mkdtempSync(join(tmpdir(), 'voipbin-flow-npm-'));
    clone = join(place, 'clone');
    makeBareClone(clone);
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', place], {
      cwd: clone,
      encoding: 'utf8',
    });
    tarball = join(place, packed.trim().split('\n').at(-1) ?? '');
    mkdirSync(installed());
    writeFileSync(join(installed(), 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', tarball], { cwd: installed() });
    mkdirSync(join(installed(), 'flows'));
    cpSync(join(root, 'examples/branch-menu.flow.json'), join(installed(), 'flows/menu.flow.json'));
  });

  after(() => rmSync(place, { recursive: true, force: true }));

  test('is small, and holds no tests, sources or dependencies', () => {
    assert.ok(statSync(tarball).size < 1_000_000);
    const names = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    assert.ok(names.includes('package/dist/cli.js'));
    assert.deepEqual(
      names.filter((name) => /\.(ts|map)$|\/(test|flow|server|client|sandbox|node_modules|scripts)\//.test(name)),
      [],
    );
    assert.ok(!existsSync(join(installed(), 'node_modules/zod')));
  });

  test('checks', () => {
    const { status, stdout } = run('check', 'flows');
    assert.match(stdout, /goto-never-ends/);
    assert.equal(status, 0);
  });

  test('simulates', () => {
    const { status, stdout, stderr } = run('simulate', 'flows/menu.flow.json');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /talk/);
  });

  test('serves a local VoIPbin', async () => {
    const child = spawn(program(), ['sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const address = await until(child.stdout, /http:\/\/127\.0\.0\.1:\d+/);
      const answer = await fetch(`${address}/v1.0/calls`);
      assert.equal(answer.status, 401);
    } finally {
      child.kill('SIGTERM');
    }
  });

  test('serves an editor', async () => {
    const child = spawn(program(), ['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const params = { processId: null, rootUri: null, capabilities: {} };
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      await until(child.stdout, /"capabilities"/);
    } finally {
      child.kill();
    }
  });

  test('the hook of pre-commit builds what is missing, and checks the files that it is given, also one whose name begins with a hyphen', () => {
    rmSync(join(clone, 'dist'), { recursive: true });
    const script = join(clone, 'scripts/checkForPreCommit.mjs');
    const check = (text: string) => {
      writeFileSync(join(installed(), '-bad.flow.json'), text);
      const args = ['--min-severity', 'warning', '-bad.flow.json'];
      return spawnSync(script, args, { cwd: installed(), encoding: 'utf8' });
    };
    const wrong = check('{ "actions": [ { "type": "talkk" } ] }');
    const right = check('{ "actions": [ { "type": "answer" } ] }');
    rmSync(join(installed(), '-bad.flow.json'));
    assert.equal(wrong.status, 1, wrong.stderr);
    assert.match(wrong.stdout, /bad\.flow\.json:1:26 error "talkk" is not an action type/);
    assert.equal(right.status, 0, right.stderr);
  }).timeout(300_000);

  test('the action of GitHub annotates and writes SARIF', () => {
    const script = join(clone, 'scripts/checkForGithub.mjs');
    writeFileSync(join(installed(), 'flows/bad.flow.json'), '{ "actions": [ { "type": "talkk" } ] }');
    const { status, stdout } = spawnSync(process.execPath, [script], {
      cwd: installed(),
      encoding: 'utf8',
      env: { ...process.env, VOIPBIN_PATHS: 'flows\n', VOIPBIN_SARIF: 'out/found.sarif' },
    });
    rmSync(join(installed(), 'flows/bad.flow.json'));
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=flows\/bad\.flow\.json,line=1,/m);
    const sarif = JSON.parse(readFileSync(join(installed(), 'out/found.sarif'), 'utf8'));
    assert.equal(sarif.version, '2.1.0');
    assert.ok(sarif.runs[0].results.length > 0);
  });

  test('the action says once what is wrong with its inputs, as an error of the check, and keeps what was found', () => {
    writeFileSync(join(installed(), 'flows/bad.flow.json'), '{ "actions": [ { "type": "talkk" } ] }');
    const run = (env: Record<string, string>) => {
      const { status, stdout } = spawnSync(process.execPath, [join(clone, 'scripts/checkForGithub.mjs')], {
        cwd: installed(),
        encoding: 'utf8',
        env: { ...process.env, VOIPBIN_SARIF: 'partly/found.sarif', ...env },
      });
      assert.equal(status, 2);
      return stdout.split('\n').filter((line) => line.startsWith('::error title=voipbin-flow::'));
    };
    assert.deepEqual(run({ VOIPBIN_PATHS: '' }), [
      '::error title=voipbin-flow::The input paths is empty. Name files or folders, one on each line.',
    ]);
    const wrong = run({ VOIPBIN_PATHS: 'flows', VOIPBIN_MIN_SEVERITY: 'erorr' });
    assert.match(wrong.join(), /^::error title=voipbin-flow::--min-severity takes .*, not "erorr"$/);
    const missing = run({ VOIPBIN_PATHS: 'flows\nnowhere' });
    rmSync(join(installed(), 'flows/bad.flow.json'));
    assert.deepEqual(missing, ['::error title=voipbin-flow::there is no file or folder nowhere']);
    const sarif = JSON.parse(readFileSync(join(installed(), 'partly/found.sarif'), 'utf8'));
    assert.equal(sarif.runs[0].results[0].ruleId, 'unknown-type');
  });
});

suite('what installs the command line elsewhere', () => {
  test('the action runs scripts that exist, with inputs that it declares', () => {
    const action = readFileSync(join(root, 'action.yml'), 'utf8');
    const scripts = [...action.matchAll(/scripts\/\w+\.mjs/g)].map(([path]) => path);
    assert.equal(scripts.length, 2);
    for (const path of scripts) assert.ok(existsSync(join(root, path)), path);
    const declared = /inputs:\n([\s\S]*?)\nruns:/.exec(action)?.[1] ?? '';
    for (const [, name] of action.matchAll(/inputs\.([\w-]+)/g))
      assert.match(declared, new RegExp(`^ {2}${name}:`, 'm'));
  });

  test('the hook of pre-commit runs a script that is there and may be run', () => {
    const hook = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
    const entry = /entry: (\S+)/.exec(hook)?.[1] ?? '';
    assert.match(hook, /language: script/);
    assert.match(readFileSync(join(root, entry), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.notEqual(statSync(join(root, entry)).mode & 0o111, 0);
  });
});
