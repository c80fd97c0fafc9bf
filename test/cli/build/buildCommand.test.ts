import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { buildCommand, buildUsage } from '../../../cli/build/buildCommand';
import { UsageError } from '../../../cli/usageError';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { recordingIo, withFolder } from '../../support/cli';

const named = '[ { "id": "hello", "type": "answer" }, /* again */ { "type": "hangup", "next_id": "hello" }, ]';
const plain = JSON.stringify(
  [
    { id: uuidOfName('', 'hello'), type: 'answer' },
    { type: 'hangup', next_id: uuidOfName('', 'hello') },
  ],
  null,
  2,
);
const wrong = '[ { "id": "hello", "type": "answer", "next_id": "helo" }, { "type": "nonsense" } ]';

async function build(args: readonly string[], stdin = '') {
  const { io, written } = recordingIo(stdin);
  return { code: await buildCommand(args, io), ...written };
}

suite('voipbin-flow build', () => {
  test('writes one flow to standard output, from a file and from standard input', () =>
    withFolder({ 'menu.flow.jsonc': named }, async (folder) => {
      const expected = { code: 0, stdout: `${plain}\n`, stderr: '' };
      assert.deepEqual(await build([join(folder, 'menu.flow.jsonc')]), expected);
      assert.deepEqual(await build(['-'], named), expected);
    }));

  test('writes several flows into a folder, which it makes, and says where', () =>
    withFolder({ 'menu.flow.jsonc': named, 'own/plain.flow.json': plain }, async (folder) => {
      const out = join(folder, 'built/flows');
      const paths = ['menu.flow.jsonc', 'own/plain.flow.json'].map((name) => join(folder, name));
      const { code, stdout, stderr } = await build(['--out', out, ...paths]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(stdout, `${join(out, 'menu.flow.json')}\n${join(out, 'plain.flow.json')}\n`);
      for (const name of ['menu', 'plain'])
        assert.equal(readFileSync(join(out, `${name}.flow.json`), 'utf8'), `${plain}\n`);
    }));

  test('does not build a flow with errors, says which, and builds the others', () =>
    withFolder({ 'wrong.flow.jsonc': wrong, 'menu.flow.jsonc': named }, async (folder) => {
      const out = join(folder, 'built');
      const path = join(folder, 'wrong.flow.jsonc');
      const { code, stdout, stderr } = await build(['--out', out, path, join(folder, 'menu.flow.jsonc')]);
      assert.equal(code, 1);
      assert.equal(stdout, `${join(out, 'menu.flow.json')}\n`);
      assert.equal(existsSync(join(out, 'wrong.flow.json')), false);
      assert.match(stderr, /wrong\.flow\.jsonc:1:\d+ error .*"nonsense".* unknown-type\n/);
      assert.match(stderr, /wrong\.flow\.jsonc is not built: it has an error\. --force builds it anyway\.\n$/);
      const forced = await build(['--force', path]);
      assert.equal(forced.code, 0);
      assert.equal(JSON.parse(forced.stdout)[0].next_id, uuidOfName('', 'helo'));
    }));

  test('takes a name in a *.flow.json for the error that it is', () =>
    withFolder({ 'menu.flow.json': '[ { "id": "hello", "type": "answer" } ]' }, async (folder) => {
      const { code, stderr } = await build([join(folder, 'menu.flow.json')]);
      assert.equal(code, 1);
      assert.match(stderr, /id-not-uuid\n/);
    }));

  test('never builds what is not JSON', async () => {
    const { code, stdout, stderr } = await build(['--force', '-'], '[ { "type": "answer" }');
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^<stdin>:1:\d+ error .+ json-syntax\nvoipbin-flow: the flow on standard input is not built/);
    assert.doesNotMatch(stderr, /--force/);
  });

  test('writes over nothing that it reads or wrote', () =>
    withFolder(
      { 'a/menu.flow.jsonc': named, 'b/menu.flow.jsonc': named, 'b/plain.flow.json': plain },
      async (folder) => {
        const [first, second] = ['a', 'b'].map((name) => join(folder, name));
        const both = [
          '--out',
          join(folder, 'built'),
          join(`${first}`, 'menu.flow.jsonc'),
          join(`${second}`, 'menu.flow.jsonc'),
        ];
        await assert.rejects(build(both), /menu\.flow\.jsonc would both be written to .*built.menu\.flow\.json/);
        await assert.rejects(build(['--out', `${second}`, join(`${second}`, 'plain.flow.json')]), /would overwrite/);
        assert.equal(existsSync(join(folder, 'built')), false);
      },
    ));

  test('leaves out a byte order mark', async () =>
    assert.deepEqual(await build(['-'], `\ufeff${named}`), { code: 0, stdout: `${plain}\n`, stderr: '' }));

  test('overwrites what it reads through no link', () =>
    withFolder({ 'plain.flow.json': '[]', 'menu.flow.jsonc': '[] // kept' }, async (folder) => {
      const [plain, menu] = [join(folder, 'plain.flow.json'), join(folder, 'menu.flow.jsonc')];
      symlinkSync(folder, join(folder, 'here'));
      await assert.rejects(build(['--out', join(folder, 'here'), plain]), /would overwrite/);
      mkdirSync(join(folder, 'built'));
      symlinkSync(menu, join(folder, 'built', 'menu.flow.json'));
      await assert.rejects(build(['--out', join(folder, 'built'), menu]), /would overwrite/);
      assert.equal(readFileSync(menu, 'utf8'), '[] // kept');
    }));

  test('says what it was called with', async () => {
    await assert.rejects(build([]), UsageError);
    await assert.rejects(build(['a', 'b']), /name a folder for the output with --out/);
    await assert.rejects(build(['--out', 'built', '-']), /standard input has no name/);
    assert.equal((await build(['--help'])).stdout, `${buildUsage}\n`);
  });

  test('says why a file cannot be read or written', () =>
    withFolder({ 'menu.flow.jsonc': named, built: '' }, async (folder) => {
      await assert.rejects(build([join(folder, 'none.flow.jsonc')]), /cannot be read|cannot read/);
      const args = ['--out', join(folder, 'built'), join(folder, 'menu.flow.jsonc')];
      await assert.rejects(build(args), /menu\.flow\.json cannot be written: /);
    }));
});
