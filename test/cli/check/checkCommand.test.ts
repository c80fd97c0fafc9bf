import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { checkCommand } from '../../../cli/check/checkCommand';
import { UsageError } from '../../../cli/usageError';
import { recordingIo, withFolder } from '../../support/cli';

const good = '[{ "type": "answer" }]';
/** An error. */
const wrong = '[{ "type": "sleep", "option": { "duration": "long" } }]';
/** A warning. */
const doubtful = '[{ "type": "beep", "option": { "tone": 1 } }]';

async function check(files: Readonly<Record<string, string>>, args: readonly string[], stdin?: string) {
  return withFolder(files, async (folder) => {
    const { io, written } = recordingIo(stdin);
    const inFolder = args.map((arg) => arg.replace('FOLDER', folder));
    const code = await checkCommand(inFolder, io, '1.2.3');
    const [stdout = '', stderr = ''] = [written.stdout, written.stderr].map((text) =>
      text.replaceAll(folder, 'FOLDER'),
    );
    return { code, stdout, stderr };
  });
}

/** The codes of the findings by file, from the JSON output. */
async function codes(files: Readonly<Record<string, string>>, args: readonly string[], stdin?: string) {
  const { stdout, code } = await check(files, ['--format', 'json', ...args], stdin);
  const { files: reports } = JSON.parse(stdout) as { files: { path: string; diagnostics: { code: string }[] }[] };
  return {
    code,
    found: Object.fromEntries(reports.map((report) => [report.path, report.diagnostics.map((item) => item.code)])),
  };
}

suite('check', () => {
  test('answers 0 for a flow without findings, 1 for one with an error', async () => {
    assert.equal((await check({ 'a.json': good }, ['FOLDER/a.json'])).code, 0);
    assert.equal((await check({ 'a.json': wrong }, ['FOLDER/a.json'])).code, 1);
  });

  test('lists a warning in any case, and fails for it when asked to', async () => {
    const files = { 'a.json': doubtful };
    const expected = { 'FOLDER/a.json': ['unknown-option'] };
    assert.deepEqual(await codes(files, ['FOLDER/a.json']), { code: 0, found: expected });
    assert.deepEqual(await codes(files, ['--min-severity', 'warning', 'FOLDER/a.json']), { code: 1, found: expected });
    assert.equal((await codes(files, ['--min-severity', 'hint', 'FOLDER/a.json'])).code, 1);
  });

  test('is silent where a comment of a file with comments says so', async () => {
    const silenced = `// voipbin-disable option-type -- tried on purpose\n${wrong}`;
    assert.deepEqual(await codes({ 'a.flow.jsonc': silenced }, ['FOLDER/a.flow.jsonc']), {
      code: 0,
      found: { 'FOLDER/a.flow.jsonc': [] },
    });
    assert.equal((await codes({ 'a.flow.json': silenced }, ['FOLDER/a.flow.json'])).code, 1);
  });

  test('takes another severity for a check, or none', async () => {
    const files = { 'a.json': doubtful };
    assert.equal((await codes(files, ['--severity', 'unknown-option=error', 'FOLDER/a.json'])).code, 1);
    assert.deepEqual((await codes(files, ['--severity', 'unknown-option=off', 'FOLDER/a.json'])).found, {
      'FOLDER/a.json': [],
    });
  });

  test('leaves out what only the engine calls wrong', async () => {
    const text =
      '[{ "type": "recording_start", "option": { "format": "mp3" } }, { "type": "sleep", "option": { "duration": 9000 } }]';
    const files = { 'a.json': text };
    assert.deepEqual((await codes(files, ['FOLDER/a.json'])).found, { 'FOLDER/a.json': ['recording-format'] });
    assert.deepEqual((await codes(files, ['--no-engine-quirks', 'FOLDER/a.json'])).found, { 'FOLDER/a.json': [] });
  });

  test('reads settings of VS Code with their comments, and lets options go before them', async () => {
    const files = {
      'a.json': doubtful,
      'settings.json': '{ // ours\n "editor.tabSize": 2, "voipbin.checks": { "unknown-option": "error", }, }',
    };
    const args = ['--settings', 'FOLDER/settings.json', 'FOLDER/a.json'];
    assert.equal((await codes(files, args)).code, 1);
    assert.equal((await codes(files, ['--severity', 'unknown-option=hint', ...args])).code, 0);
  });

  test('checks standard input', async () => {
    assert.deepEqual(await codes({}, ['-'], wrong), { code: 1, found: { '<stdin>': ['option-type'] } });
  });

  test('allows comments in *.jsonc and in no other file', async () => {
    const text = `// a remark\n${good}`;
    const { found } = await codes({ 'a.flow.json': text, 'a.flow.jsonc': text }, ['FOLDER']);
    assert.deepEqual(found, { 'FOLDER/a.flow.json': ['json-syntax'], 'FOLDER/a.flow.jsonc': [] });
  });

  test('a file that is named is a flow whatever it is called and holds', async () => {
    assert.deepEqual(await codes({ 'a.txt': 'hello' }, ['FOLDER/a.txt']), {
      code: 1,
      found: { 'FOLDER/a.txt': ['json-syntax'] },
    });
  });

  const refused: readonly (readonly [title: string, args: readonly string[], message: RegExp])[] = [
    ['no path', [], /no path/],
    ['an unknown option', ['--colour', '.'], /^there is no option --colour$/],
    ['a misspelt option, with the one that was meant', ['--fromat', 'json'], /--fromat; did you mean --format\?$/],
    ['an option without its value', ['--format'], /^--format needs a value$/],
    ['an option in place of a value', ['--format', '--settings', 'a'], /^--format needs a value$/],
    ['a value for an option that has none', ['--no-engine-quirks=yes'], /^--no-engine-quirks takes no value$/],
    ['an unknown format', ['--format', 'xml', '.'], /--format takes text, json, sarif or github, not "xml"/],
    ['an unknown level', ['--min-severity', 'fatal', '.'], /--min-severity takes .*, not "fatal"/],
    ['a severity for no check', ['--severity', 'no-such-check=off', '.'], /there is no check "no-such-check"$/],
    ['a misspelt code', ['--severity', 'unknwon-type=off', '.'], /"unknwon-type"; did you mean unknown-type\?$/],
    ['an unknown severity', ['--severity', 'json-syntax=loud', '.'], /--severity json-syntax takes .*, not "loud"/],
    [
      'two severities in one',
      ['--severity', 'json-syntax=off=error', '.'],
      /^--severity takes CODE=LEVEL, not "json-syntax=off=error"$/,
    ],
    [
      'a severity without a level',
      ['--severity', 'json-syntax', '.'],
      /--severity json-syntax takes error, warning, information, hint or off, not ""/,
    ],
    ['an unknown trigger', ['--trigger', 'fax', '.'], /--trigger takes call, api or conversation, not "fax"/],
  ];
  for (const [title, args, message] of refused) {
    test(`refuses ${title} and shows how it is used`, async () => {
      const { io, written } = recordingIo();
      await assert.rejects(checkCommand(args, io, '1.2.3'), (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        assert.match(error.usage, /voipbin-flow check \[options\] PATH/);
        return true;
      });
      assert.equal(written.stdout, '');
    });
  }

  test('a path that cannot be read is told, and does not keep the others from being checked', async () => {
    const { io, written } = recordingIo();
    await withFolder({ 'a.json': '[{ "id": 5, "type": "answer" }]' }, async (folder) => {
      symlinkSync('circle', join(folder, 'circle'));
      assert.equal(await checkCommand([`${folder}/none`, `${folder}/circle`, `${folder}/a.json`], io, '1'), 2);
      assert.match(written.stdout, /a\.json:1:10 error .+ id-not-uuid/);
      assert.equal(
        written.stderr,
        `voipbin-flow: there is no file or folder ${folder}/none\nvoipbin-flow: ${folder}/circle cannot be read: its links form a circle\n`,
      );
    });
  });

  for (const format of ['text', 'json', 'sarif', 'github']) {
    test(`as ${format}, what was found in a file is written before the next file is read`, () =>
      withFolder({ 'a.flow.json': wrong, 'b.flow.json': wrong }, async (folder) => {
        const { io, written } = recordingIo();
        const before: number[] = [];
        const readFile = (path: string) => {
          before.push(written.stdout.split('option-type').length - 1);
          return io.readFile(path);
        };
        await checkCommand(['--format', format, folder], { ...io, readFile }, '1');
        assert.equal(before[0], 0);
        assert.ok((before[1] ?? 0) > 0);
      }));
  }

  test('of very many files, what was found in several is written at once, all of it in their order', () => {
    const names = Array.from({ length: 700 }, (_, at) => `${String(at).padStart(3, '0')}.flow.json`);
    return withFolder(Object.fromEntries(names.map((name) => [name, wrong])), async (folder) => {
      const { io, written } = recordingIo();
      let writes = 0;
      const stdout = (text: string) => {
        writes++;
        io.stdout(text);
      };
      assert.equal(await checkCommand([folder], { ...io, stdout }, '1'), 1);
      const listed = [...written.stdout.matchAll(/(\d{3}\.flow\.json):\S+ error/g)].map(([, name]) => name);
      assert.deepEqual(listed, names);
      assert.ok(writes < 600, `${writes} writes`);
    });
  });

  test('a folder without flows is an error: a misspelt path must not pass for a clean one', async () => {
    const { code, stdout, stderr } = await check({ 'package.json': '{}' }, ['FOLDER']);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^voipbin-flow: there is no flow in .*: no \*\.flow\.json/);
  });

  test('a file that is not UTF-8 is an error with its place, and a file in UTF-16 has no other', async () => {
    const files = {
      'latin1.json': Buffer.from(
        '{"actions":[{"type":"talk","option":{"text":"Gr\u00fc\u00df","language":"de-DE"}}]}',
        'latin1',
      ),
      'wide.json': Buffer.from('\ufeff[{"type":"answer"}]', 'utf16le'),
    };
    await withFolder(files, async (folder) => {
      const { io, written } = recordingIo();
      const paths = ['latin1.json', 'wide.json'].map((name) => join(folder, name));
      assert.equal(await checkCommand(paths, io, '1'), 1);
      const heads = written.stdout.split('\n').filter((line) => line.startsWith(folder));
      assert.match(heads[0] ?? '', /latin1\.json:1:48 error This byte is not UTF-8\. .* json-syntax$/);
      assert.match(heads[1] ?? '', /latin1\.json:1:49 error This byte is not UTF-8\. .* json-syntax$/);
      assert.match(heads[2] ?? '', /wide\.json:1:1 error The file is UTF-16, not UTF-8\. .* json-syntax$/);
      assert.equal(heads.length, 3);
      assert.equal(await checkCommand(['--severity', 'json-syntax=off', ...paths], io, '1'), 0);
    });
  });

  test('an empty input is an error, from a file and from standard input', async () => {
    for (const text of ['', ' ', '\n\n']) {
      assert.deepEqual(await codes({}, ['-'], text), { code: 1, found: { '<stdin>': ['json-syntax'] } });
      const expected = { code: 1, found: { 'FOLDER/a.flow.json': ['json-syntax'] } };
      assert.deepEqual(await codes({ 'a.flow.json': text }, ['FOLDER']), expected);
    }
  });

  test('a count of findings that is cut says so', async () => {
    const text = `[${Array.from({ length: 5001 }, () => '{"type":"answer","id":1}').join()}]`;
    const { stdout } = await check({ 'a.json': text }, ['FOLDER/a.json']);
    assert.match(stdout, /\nFOLDER\/a\.json: There are more id-not-uuid findings; the first 5000 are listed\.\n/);
    const { stdout: off } = await check({ 'a.json': text }, ['--severity', 'id-not-uuid=off', 'FOLDER/a.json']);
    assert.doesNotMatch(off, /There are more id-not-uuid findings/);
  });

  test('folders and links that are passed over are counted, and listed with --verbose', async () => {
    const files = { 'in/ok.flow.json': good, 'out/survey.flow.json': good, 'node_modules/x/a.flow.json': good };
    await withFolder(files, async (folder) => {
      symlinkSync('in', join(folder, 'linked'));
      const run = async (...args: string[]) => {
        const { io, written } = recordingIo();
        assert.equal(await checkCommand(args, io, '1'), 0);
        return { stdout: written.stdout, stderr: written.stderr.replaceAll(folder, 'FOLDER') };
      };
      const counted = await run(folder);
      assert.equal(counted.stdout, '1 file checked, nothing found\n');
      assert.equal(counted.stderr, 'voipbin-flow: skipped 2 folders and links; --verbose lists them\n');
      const listed = await run('--verbose', folder);
      assert.deepEqual(listed.stderr.split('\n'), [
        'voipbin-flow: skipped FOLDER/linked, a link to a folder',
        'voipbin-flow: skipped FOLDER/node_modules, a folder of installed or built files',
        'voipbin-flow: skipped FOLDER/out, a folder of installed or built files',
        '',
      ]);
      const named = await run(join(folder, 'out'), join(folder, 'linked'));
      assert.deepEqual(named, { stdout: '2 files checked, nothing found\n', stderr: '' });
    });
  });

  test('JSON of other tools with the words of VoIPbin is not checked', async () => {
    const others = {
      'player.json': '{"actions":[{"type":"play"},{"type":"stop"}]}',
      'rows.json': '[{"id":1,"type":"call"},{"id":2,"type":"call"}]',
      'robot.json': '{"actions":[{"type":"sleep","duration":500},{"type":"move","x":3}]}',
    };
    const quiet = await check({ 'a.flow.json': good, ...others }, ['FOLDER']);
    assert.deepEqual([quiet.code, quiet.stdout, quiet.stderr], [0, '1 file checked, nothing found\n', '']);
    const unsure = { 'a.flow.json': good, 'b.json': '[{"type":"answer"}]', 'c.json': '[{"type":"hangup"}]' };
    const { stderr } = await check(unsure, ['FOLDER']);
    assert.match(
      stderr,
      /skipped FOLDER\/b\.json and 1 more: it may be a flow or a file of another tool; name the file/,
    );
  });

  test('nobody is told of the hidden folders and node_modules that every project has, but with --verbose', async () => {
    const files = { 'a.flow.json': good, '.git/config.json': '{}', 'node_modules/x/package.json': '{}' };
    await withFolder(files, async (folder) => {
      const { io, written } = recordingIo();
      assert.equal(await checkCommand([folder], io, '1'), 0);
      assert.equal(written.stderr, '');
      await checkCommand(['--verbose', folder], io, '1');
      assert.match(written.stderr, /\.git, a hidden folder\n.+node_modules, a folder of installed or built files\n$/);
    });
  });

  test('reads a pipe that is named, and passes over one in a folder', async () => {
    // These exist elsewhere only.
    if (process.platform === 'win32') return;
    await withFolder({ 'b.flow.json': good }, async (folder) => {
      const pipe = join(folder, 'a.flow.json');
      execFileSync('mkfifo', [pipe]);
      const { io, written } = recordingIo();
      assert.equal(await checkCommand(['--verbose', folder], io, '1'), 0);
      assert.match(written.stderr, /skipped .+a\.flow\.json, not a file\n$/);
      const reading = checkCommand([pipe], { ...io, readFile: (path) => readFile(path) }, '1');
      await writeFile(pipe, wrong);
      assert.equal(await reading, 1);
      assert.match(written.stdout, /a\.flow\.json:1:45 error .+ option-type\n/);
    });
  });

  test('refuses a settings file without settings', async () => {
    const { io } = recordingIo();
    await withFolder({ 'settings.json': '[]', 'a.json': good }, async (folder) => {
      const args = ['--settings', `${folder}/settings.json`, `${folder}/a.json`];
      await assert.rejects(checkCommand(args, io, '1'), /has no settings/);
      const missing = checkCommand(['--settings', `${folder}/none`, `${folder}/a.json`], io, '1');
      await assert.rejects(missing, /^Error: there is no file or folder .+none$/);
    });
  });

  test('--help tells every option', async () => {
    const { code, stdout } = await check({}, ['--help']);
    assert.equal(code, 0);
    for (const option of [
      '--format',
      '--min-severity',
      '--severity',
      '--no-engine-quirks',
      '--trigger',
      '--settings',
      '--verbose',
    ])
      assert.ok(stdout.includes(option), option);
  });
});
