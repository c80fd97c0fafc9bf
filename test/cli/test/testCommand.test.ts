import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'mocha';
import { testCommand } from '../../../cli/test/testCommand';
import { UsageError } from '../../../cli/usageError';
import { recordingIo, withFolder } from '../../support/cli';
import { checkJunit } from '../../support/junitSchema';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const menu = JSON.stringify([
  { type: 'talk', option: { text: 'Press 1.', language: 'en-US' } },
  { type: 'digits_receive', option: { duration: 5000, length: 1 } },
  { type: 'branch', option: { default_target_id: id(4), target_ids: { '1': id(2) } } },
  { id: id(2), type: 'hangup' },
  { id: id(4), type: 'talk', option: { text: 'Goodbye.', language: 'en-US' } },
]);
const passing = '{ "cases": [{ "name": "presses 1", "world": { "digits": ["1"] }, "expect": { "ends": "hangup" } }] }';
const oneCase = '{ "name": "waits", "expect": {} }';
const failing =
  '{ "cases": [\n  { "name": "says # <b>\\u0007", "expect": { "says": ["Welcome"], "ends": "hangup" } },\n  { "name": "waits", "expect": {} }\n] }';

type Files = Readonly<Record<string, string>>;

async function run(files: Files, args: readonly string[] | ((folder: string) => readonly string[]), stdin = '') {
  return withFolder(files, async (folder) => {
    const { io, written } = recordingIo(stdin);
    const given = typeof args === 'function' ? args(folder) : [...args, folder];
    const code = await testCommand(given, io, { stop: () => AbortSignal.abort() });
    const shown = (text: string) => text.replaceAll(`${folder}/`, '');
    return { code, stdout: shown(written.stdout), stderr: shown(written.stderr) };
  });
}

const both = {
  'm.flow.json': menu,
  'm.flow.test.json': passing,
  'sub/f.flow.json': menu,
  'sub/f.flow.test.jsonc': failing,
};

suite('voipbin-flow test', () => {
  test('exits with 0 where all cases pass, and says which ran', async () => {
    const { code, stdout, stderr } = await run({ 'm.flow.json': menu, 'm.flow.test.json': passing }, []);
    assert.equal(stdout, 'm.flow.test.json\n  ✔ presses 1  960 ms, 4 executions\n\n1 passed\n');
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  test('exits with 1 where one fails: what was expected, what was, where, and the path', async () => {
    const { code, stdout } = await run(both, []);
    assert.equal(code, 1);
    assert.match(stdout, /✘ says # <b>\ufffd {2}6\.12 s, 5 executions\n {6}ends {2}sub\/f\.flow\.test\.jsonc:2:\d+\n/);
    assert.match(stdout, /says\[0\].*\n {6}"Welcome" was not spoken\. At 3 branch 1 the run took `default`/);
    assert.match(stdout, /expected {2}hangup\n {8}was {7}finished\n/);
    assert.match(stdout, / {8}- expected {2}\+ was\n {8}- Welcome\n {10}Press 1\.\n {10}Goodbye\.\n/);
    assert.match(stdout, /path of the call\n +0:00\.0 +1 {2}talk "Press 1\."/);
    assert.match(stdout, /2 passed, 1 failed\n$/);
  });

  test('a flow that is named runs the tests beside it, and --filter some of them', async () => {
    const { code, stdout } = await run(both, (folder) => ['--filter', 'WAITS', `${folder}/sub/f.flow.json`]);
    assert.equal(code, 0);
    assert.match(stdout, /^sub\/f\.flow\.test\.jsonc\n {2}✔ waits .*\n\n1 passed\n$/);
  });

  test('a filter that fits nothing, and a folder without tests, do not pass', async () => {
    const none = await run(both, ['--filter', 'nothing of the kind']);
    assert.equal(none.code, 2);
    assert.match(none.stderr, /no case has "nothing of the kind" in its name/);
    const empty = await run({ 'm.flow.json': menu }, []);
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /there is no test file in/);
  });

  test('files that cannot be run are told with their places, and the others run', async () => {
    const { code, stdout, stderr } = await run(
      {
        ...both,
        'a.flow.test.json': '{ "cases": [',
        'n.flow.test.json': '\n',
        'b.flow.test.json': '{ "cases": [{ "name": "x", "expect": { "say": [] } }] }',
        'c.flow.test.json': `{ "flow": "no.flow.json", "cases": [${oneCase}] }`,
        'd.flow.test.json': `{ "cases": [${oneCase}] }`,
        'e.flow.test.json': `{ "flow": "e.txt", "cases": [${oneCase}] }`,
        'e.txt': '{ "a": 1 }',
        'g.flow.json': menu,
        'g.flow.test.json': '{ "cases": [] }',
      },
      [],
    );
    assert.equal(code, 2);
    assert.match(
      stdout,
      /a\.flow\.test\.json\n {2}✘ a\.flow\.test\.json:1:12: This is not valid JSON.* This `\[` is never closed/,
    );
    assert.match(stdout, /n\.flow\.test\.json:1:1: The file is empty\. Write \{ "cases": \[\{ "name"/);
    assert.match(stdout, /b\.flow\.test\.json:1:40: `say` is not a key here\. Did you mean `says`\?/);
    assert.match(stdout, /c\.flow\.test\.json:1:11: There is no flow no\.flow\.json\. .* Correct `flow`\./);
    assert.match(
      stdout,
      /There is no flow d\.flow\.json or d\.flow\.jsonc\..* Name the file of the flow with `flow`\./,
    );
    assert.match(stdout, /e\.txt is not a flow\./);
    assert.match(stdout, /g\.flow\.test\.json:1:12: `cases` is empty, so the file tests nothing\. Add a case/);
    assert.match(stdout, /2 passed, 1 failed, 7 files not run\n$/);
    assert.equal(stderr, '');
    const missing = await run({}, (folder) => [`${folder}/no.flow.test.json`]);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /there is no file or folder no\.flow\.test\.json/);
  });

  test('a test file that names a device is told, and nothing is read from it', async () => {
    // These exist elsewhere only.
    if (process.platform === 'win32') return;
    const files = { ...both, 'z.flow.test.json': `{ "flow": "/dev/zero", "cases": [${oneCase}] }` };
    const { code, stdout } = await run(files, []);
    assert.equal(code, 2);
    assert.match(stdout, /z\.flow\.test\.json:1:11: \/dev\/zero is not a file\. No case of the file runs\./);
    assert.match(stdout, /1 file not run\n$/);
  });

  test('a file and a flow that only another user reads are told, and the others run', async () => {
    const files = { ...both, 'locked.flow.test.json': passing, 'n.flow.json': menu, 'n.flow.test.json': passing };
    await withFolder(files, async (folder) => {
      const { io, written } = recordingIo();
      const readFile = async (path: string) => {
        if (/locked|n\.flow\.json/.test(path)) throw Object.assign(new Error(), { code: 'EACCES' });
        return await io.readFile(path);
      };
      const code = await testCommand([folder], { ...io, readFile }, { stop: () => AbortSignal.abort() });
      assert.equal(code, 2);
      assert.match(
        written.stdout,
        /✘ .*locked\.flow\.test\.json: .*locked\.flow\.test\.json cannot be read: it is not allowed/,
      );
      assert.match(written.stdout, /✘ .*n\.flow\.test\.json:1:1: .*n\.flow\.json cannot be read: it is not allowed/);
      assert.match(written.stdout, /2 passed, 1 failed, 2 files not run\n$/);
    });
  });

  test('wrong usage is told with the usage', async () => {
    const wrong = async (...args: string[]) =>
      assert.rejects(
        run({}, () => args),
        UsageError,
      );
    await wrong();
    await wrong('--reporter', 'html', '.');
    await wrong('--coverage=html', '.');
    await wrong('--min-coverage', '101', '.');
    await wrong('--watch', '-');
    for (const option of [
      ['--watch'],
      ['--filter', 'a'],
      ['--reporter', 'tap'],
      ['--coverage'],
      ['--min-coverage', '9'],
    ])
      await wrong('--generate', ...option, 'a.flow.json');
    const { code, stdout } = await run({}, () => ['--help']);
    assert.equal(code, 0);
    assert.match(stdout, /^voipbin-flow test \[options\] PATH/);
  });

  test('reads a test file from standard input', async () => {
    await withFolder({ 'm.flow.json': menu }, async (folder) => {
      const flow = JSON.stringify(join(folder, 'm.flow.json'));
      const { io, written } = recordingIo(passing.replace('{', `{ "flow": ${flow},`));
      assert.equal(await testCommand(['-'], io, { stop: () => AbortSignal.abort() }), 0);
      assert.match(written.stdout, /^<stdin>\n {2}✔ presses 1/);
    });
  });
});

suite('voipbin-flow test of a folder with tests in folders that are skipped', () => {
  const tests = { 'm.flow.json': menu, 'm.flow.test.json': passing };

  test('says which tests did not run; what is installed is not told', async () => {
    const { code, stdout, stderr } = await run(
      {
        ...tests,
        '.ci/deep/f.flow.test.json': failing,
        'node_modules/a/f.flow.test.json': failing,
        '.cache/a.json': '',
      },
      [],
    );
    assert.deepEqual([code, stdout.split('\n').at(-2)], [0, '1 passed']);
    assert.equal(stderr, 'voipbin-flow: the tests in .ci did not run: name this folder to run them\n');
    const built = await run({ ...tests, 'dist/f.flow.test.json': failing, 'out/f.flow.test.json': failing }, []);
    assert.equal(
      built.stderr,
      'voipbin-flow: the tests in dist and 1 more did not run: name these folders to run them\n',
    );
  });

  test('runs them where the folder is named', async () => {
    const { code, stderr } = await run({ 'dist/m.flow.json': menu, 'dist/m.flow.test.json': passing }, (folder) => [
      join(folder, 'dist'),
    ]);
    assert.deepEqual([code, stderr], [0, '']);
  });
});

suite('reporters of voipbin-flow test', () => {
  test('json: each case with its failures', async () => {
    const { stdout } = await run(both, ['--reporter', 'json']);
    const { passed, failed, files } = JSON.parse(stdout);
    assert.deepEqual([passed, failed], [2, 1]);
    const [first] = files[1].cases;
    assert.deepEqual([first.name, first.passed, first.outcome, first.line], ['says # <b>\u0007', false, 'finished', 2]);
    const { path, expected, actual, action } = first.failures[1];
    assert.deepEqual(path, ['cases', 0, 'expect', 'says', 0]);
    assert.deepEqual([expected, actual, action], ['Welcome\nPress 1.\nGoodbye.', 'Press 1.\nGoodbye.', [2]]);
  });

  test('json: which files were not run, as the text counts them', async () => {
    const broken = { ...both, 'a.flow.test.json': '{', 'z.flow.test.json': `{ "cases": [${oneCase}] }` };
    const { code, stdout } = await run(broken, ['--reporter', 'json']);
    const { passed, failed, notRun, files } = JSON.parse(stdout);
    assert.deepEqual([code, passed, failed, notRun], [2, 2, 1, ['a.flow.test.json', 'z.flow.test.json']]);
    assert.match(files[0].faults[0].message, /This is not valid JSON/);
    assert.deepEqual(JSON.parse((await run(both, ['--reporter', 'json'])).stdout).notRun, []);
  });

  test('junit: as CI systems read it', async () => {
    const { stdout } = await run({ ...both, 'a.flow.test.json': '{' }, ['--reporter', 'junit']);
    const { cases, failures, errors } = checkJunit(stdout);
    assert.deepEqual([cases, failures, errors], [4, 2, 1]);
    assert.match(
      stdout,
      /<testcase name="says # &lt;b&gt;\ufffd" classname="sub\/f\.flow\.test\.jsonc" time="\d+\.\d{3}"/,
    );
  });

  test('tap: points, plan, and what failed as YAML', async () => {
    const { stdout } = await run(both, ['--reporter', 'tap']);
    const lines = stdout.split('\n');
    assert.equal(lines[0], 'TAP version 14');
    assert.equal(lines[1], 'ok 1 - m.flow.test.json: presses 1');
    assert.equal(lines[2], 'not ok 2 - sub/f.flow.test.jsonc: says \\# <b>\ufffd');
    assert.match(
      stdout,
      /\n {2}---\n {2}failures:\n {4}- expectation: "ends"\n[\s\S]*\n {2}\.\.\.\nok 3 - [\s\S]*\n1\.\.3\n$/,
    );
  });

  test('github: failures on the lines of the file', async () => {
    const { stdout } = await run(both, ['--reporter', 'github']);
    assert.match(
      stdout,
      /^::error file=sub\/f\.flow\.test\.jsonc,line=2,col=\d+,title=says # <b>\ufffd%3A ends::The run ended/,
    );
    assert.match(stdout, /\n2 passed, 1 failed\n$/);
  });
});

suite('coverage of voipbin-flow test', () => {
  const files = { 'm.flow.json': menu, 'm.flow.test.json': passing };

  test('as text, behind the report', async () => {
    const { code, stdout } = await run(files, ['--coverage']);
    assert.equal(code, 0);
    assert.match(stdout, /1 passed\n\nCoverage\n {2}m\.flow\.json {2}4 of 5 actions \(80 %\), 1 of 2 ways \(50 %\)\n/);
    assert.match(stdout, /line 1: 3 branch 1 never took default\n {4}line 1: 5 talk "Goodbye\." never ran\n/);
  });

  test('--min-coverage makes too little a failure, of the actions and of the ways', async () => {
    const little = await run(files, ['--min-coverage', '80']);
    assert.equal(little.code, 1);
    assert.equal(little.stderr, 'voipbin-flow: 50 % of the ways were covered, and --min-coverage is 80 %\n');
    assert.equal((await run(files, ['--min-coverage', '50'])).code, 0);
  });

  test('json and lcov take standard output, and the report the other', async () => {
    const json = await run(files, ['--coverage', 'json']);
    const { actions, flows } = JSON.parse(json.stdout);
    assert.deepEqual(actions, { covered: 4, total: 5, percent: 80 });
    assert.deepEqual(flows[0].list[2].ways, [
      { name: 'default', to: [4], count: 0 },
      { name: 'key 1', to: [3], count: 1 },
    ]);
    assert.match(json.stderr, /1 passed/);
    const lcov = await run(files, ['--coverage=lcov']);
    assert.match(lcov.stdout, /^TN:\nSF:m\.flow\.json\n[\s\S]*end_of_record\n$/);
  });

  test('two test files of one flow are counted together', async () => {
    const more = '{ "flow": "./m.flow.json", "cases": [{ "name": "waits", "expect": {} }] }';
    const { stdout } = await run({ ...files, 'more.flow.test.json': more }, ['--coverage']);
    assert.match(stdout, /Coverage\n {2}m\.flow\.json {2}5 of 5 actions \(100 %\), 2 of 2 ways \(100 %\)\n$/);
  });
});

suite('a test file that says nothing that can be run', () => {
  for (const [text, told] of [
    ['// only a comment\n', /The file is empty\. Write/],
    ['/* one\n more */', /The file is empty\. Write/],
    ['{ "flow": "http://x/y", "cases": [{ "name": "a", "expect": {} }] }', /There is no flow http:\/\/x\/y\./],
  ] as const)
    test(text.trim(), async () => {
      const { code, stdout } = await run({ 'm.flow.test.json': text }, []);
      assert.equal(code, 2);
      assert.match(stdout, told);
    });
});

suite('coverage of a flow that two test files name differently', () => {
  test('is counted once', async () => {
    const files = {
      'm.flow.json': menu,
      'm.flow.test.json': passing,
      'other.flow.test.json':
        '{ "flow": "./../tests/../NAME/m.flow.json", "cases": [{ "name": "waits", "expect": {} }] }',
    };
    const { stdout } = await run(files, (folder) => {
      const name = basename(folder);
      const other = join(folder, 'other.flow.test.json');
      writeFileSync(other, readFileSync(other, 'utf8').replace('./../tests/../NAME', `../${name}`));
      return ['--coverage', folder];
    });
    assert.match(stdout, /Coverage\n {2}m\.flow\.json {2}5 of 5 actions \(100 %\), 2 of 2 ways \(100 %\)\n$/);
  });
});

suite('voipbin-flow test --generate', () => {
  test('prints the test file with a case for each way that none takes', async () => {
    const files = { 'm.flow.json': menu, 'm.flow.test.json': passing };
    const { code, stdout, stderr } = await run(files, (folder) => ['--generate', `${folder}/m.flow.json`]);
    assert.equal(code, 0);
    assert.equal(stderr, 'voipbin-flow: 1 case added\n');
    const names = (JSON.parse(stdout) as { cases: readonly { name: string }[] }).cases.map(({ name }) => name);
    assert.equal(names[0], 'presses 1');
    assert.equal(names.length, 2);
    const again = await run({ ...files, 'm.flow.test.json': stdout }, (folder) => [
      '--generate',
      `${folder}/m.flow.json`,
    ]);
    assert.equal(again.stdout, stdout);
    assert.match(
      again.stderr,
      /^voipbin-flow: no case added\. The cases of .*m\.flow\.test\.json take every way that a call can take\.\n$/,
    );
  });

  test('--write writes the test file beside the flow, with the cases that it has; nothing where none is missing', async () => {
    await withFolder({ 'm.flow.json': menu, 'm.flow.test.json': passing }, async (folder) => {
      const { io, written } = recordingIo();
      const [flow, tests] = [join(folder, 'm.flow.json'), join(folder, 'm.flow.test.json')];
      const generate = () => testCommand(['--generate', '--write', flow], io, { stop: () => AbortSignal.abort() });
      assert.equal(await generate(), 0);
      const text = readFileSync(tests, 'utf8');
      const { cases } = JSON.parse(text) as { cases: readonly { name: string }[] };
      assert.deepEqual([cases.length, cases[0]?.name, written.stdout], [2, 'presses 1', '']);
      assert.match(written.stderr, /^voipbin-flow: 1 case added to .*m\.flow\.test\.json\n$/);
      await generate();
      assert.equal(readFileSync(tests, 'utf8'), text);
      await assert.rejects(
        testCommand(['--write', flow], io, { stop: () => AbortSignal.abort() }),
        /belongs to --generate/,
      );
    });
  });

  test('of a flow that does not run no test file is made, and the reason is told', async () => {
    const flows = {
      'refused.flow.json': '[{"type": "dance"}]',
      'empty.flow.json': '{"actions": []}',
    };
    for (const [name, why] of [
      ['refused.flow.json', /added\. VoIPbin refuses to save the flow .*dance/],
      ['empty.flow.json', /added\. The flow has no actions\.\n$/],
    ] as const)
      await withFolder(flows, async (folder) => {
        const { io, written } = recordingIo();
        const generate = (...more: string[]) =>
          testCommand(['--generate', ...more, join(folder, name)], io, { stop: () => AbortSignal.abort() });
        assert.equal(await generate('--write'), 0);
        assert.match(written.stderr, why);
        assert.deepEqual(readdirSync(folder).toSorted(), Object.keys(flows).toSorted());
        await generate();
        assert.equal(written.stdout, '');
      });
  });

  test('without a test file it is a new one; what is not a flow is refused', async () => {
    const { stdout } = await run({ 'm.flow.json': menu }, (folder) => ['--generate', `${folder}/m.flow.json`]);
    assert.equal((JSON.parse(stdout) as { cases: readonly unknown[] }).cases.length, 2);
    await assert.rejects(
      run({ 'm.flow.json': '1' }, (folder) => ['--generate', `${folder}/m.flow.json`]),
      /is not a flow/,
    );
    await assert.rejects(
      run({}, (folder) => ['--generate', `${folder}/no.flow.json`]),
      /there is no file/,
    );
  });
});
