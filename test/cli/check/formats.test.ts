import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { formatGithub } from '../../../cli/check/formatGithub';
import { formatJson } from '../../../cli/check/formatJson';
import { formatSarif } from '../../../cli/check/formatSarif';
import { formatText } from '../../../cli/check/formatText';
import { type FileReport, type ReportFormat, reportFile } from '../../../cli/check/report';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { readFlow } from '../../../flow/model/flowModel';

const report = (text: string, path = 'flows/a.flow.json') => reportFile(path, text, checkFlow(readFlow(text)));

/** Everything that a format writes of some files. */
const written = (format: ReportFormat, reports: readonly FileReport[]) =>
  [format.begin, ...reports.map((other) => format.file(other)), format.end()].join('');

const lines = [
  '[',
  '\t{ "type": "sleep", "option": { "duration": "long" } },',
  '\t{ "type": "beep", "option": { "tone": 1 } }',
  ']',
];
const two = report(lines.join('\r\n'));

const esc = String.fromCharCode(27);

/** A report with one finding of any place and message. */
function made(text: string, offset: number, end: number, message = 'Something is wrong.'): FileReport {
  return reportFile('a.json', text, [{ code: 'json-syntax', severity: 'error', message, offset, end }]);
}

suite('formats of check', () => {
  test('text: place, severity, message and code, then the line with the place marked, then a summary', () => {
    const [head, line, marks, , second] = written(formatText(false), [two]).split('\n');
    assert.match(head ?? '', /^flows\/a\.flow\.json:2:45 error .+ option-type$/);
    assert.equal(line, `  2 | ${lines[1]}`);
    assert.equal(marks, `    | \t${' '.repeat(43)}^^^^^^`);
    assert.match(second ?? '', /^flows\/a\.flow\.json:3:\d+ warning .+ unknown-option$/);
    assert.ok(written(formatText(false), [two]).endsWith('\n1 file checked: 1 error, 1 warning\n'));
  });

  test('text: says that nothing was found', () => {
    assert.equal(
      written(formatText(false), [report('[]', 'a'), report('[{"type":"answer"}]', 'b')])
        .split('\n')
        .at(-2),
      '2 files checked: 1 note',
    );
    assert.equal(written(formatText(false), [report('[{"type":"answer"}]')]), '1 file checked, nothing found\n');
  });

  test('text: has colors where they are wanted and nowhere else', () => {
    assert.ok(written(formatText(true), [two]).includes(`${esc}[31merror`));
    assert.ok(!written(formatText(false), [two]).includes(esc));
  });

  test('text: a file cannot send commands to the terminal', () => {
    const said = written(formatText(false), [made(`"${esc}[2J"`, 0, 3, `has ${esc}[31m in it`)]);
    assert.ok(!said.includes(esc), JSON.stringify(said));
  });

  test('text: nor can it turn its own letters round', () => {
    assert.ok(!written(formatText(false), [made('"\u202e\u2066x"', 0, 3)]).includes('\u202e'));
  });

  test('text: marks stand below wide characters too', () => {
    const line = '{ "안녕 😀 e\u0301": here }';
    const at = line.indexOf('here');
    const [, , marks] = written(formatText(false), [made(line, at, at + 4)]).split('\n');
    // Two wide letters and a picture take two columns each, the accent none.
    assert.equal(marks, `    | ${' '.repeat('{ "xxxx xx e": '.length)}^^^^`);
    const [, , wide] = written(formatText(false), [made(line, 3, 5)]).split('\n');
    assert.equal(wide, '    |    ^^^^');
    // A byte order mark is shown.
    const [, shown, behindMark] = written(formatText(false), [made('\ufeff{ }', 1, 2)]).split('\n');
    assert.deepEqual([shown, behindMark], ['  1 | \ufffd{ }', '    |  ^']);
  });

  test('text: shows a part of a long line, with the mark below its place', () => {
    const text = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
    const [, line = '', marks = ''] = written(formatText(false), [made(text, 500, 504)]).split('\n');
    assert.ok(line.length < 130);
    assert.equal(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), 'HERE');
  });

  test('text: marks something where there is nothing', () => {
    assert.ok(written(formatText(false), [made('', 0, 0)]).includes('  1 | \n    | ^\n'));
    assert.ok(written(formatText(false), [made('[\n\n]', 0, 4)]).includes('  1 | [\n    | ^\n'));
  });

  test('json: places from 0, as the contract has them', () => {
    const { files } = JSON.parse(written(formatJson(), [two])) as { files: unknown };
    const [first] = two.diagnostics;
    assert.deepEqual(files, [
      { path: 'flows/a.flow.json', diagnostics: two.diagnostics.map((diagnostic) => ({ ...diagnostic })) },
    ]);
    assert.deepEqual(first?.range, { start: { line: 1, character: 44 }, end: { line: 1, character: 50 } });
    assert.deepEqual(JSON.parse(written(formatJson(), [])), { files: [] });
  });

  test('json and sarif: written file by file, they are laid out as if they were written whole', () => {
    const good = report('[{"type":"answer"}]', 'b');
    for (const format of [formatJson, () => formatSarif('1')])
      for (const reports of [[], [good], [two], [good, two, good, two]]) {
        const text = written(format(), reports);
        assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      }
  });

  test('places count UTF-16 code units', () => {
    const [first] = report('[{ "type": "sleep", "option": { "x😀": 1, "duration": 1 } }]').diagnostics;
    assert.equal(first?.code, 'unknown-option');
    assert.deepEqual(first?.range, { start: { line: 0, character: 32 }, end: { line: 0, character: 37 } });
  });

  test('github: one command a finding, and nothing in a message ends it', () => {
    assert.match(
      written(formatGithub(), [two]),
      /^::error file=flows\/a\.flow\.json,line=2,endLine=2,col=45,endColumn=51,title=option-type::.+\n::warning file=.+\n$/,
    );
    const odd = written(formatGithub(), [{ ...made('x', 0, 1, '50 %\n::error::x'), path: 'a,b:c.json' }]);
    assert.equal(
      odd,
      '::error file=a%2Cb%3Ac.json,line=1,endLine=1,col=1,endColumn=2,title=json-syntax::50 %25%0A::error::x\n',
    );
    assert.equal(written(formatGithub(), [report('[]')]).startsWith('::notice '), true);
    const hostile = written(formatGithub(), [{ ...made('x', 0, 1, `a${esc}[2J\r\u202e`), path: `b\n::error::c` }]);
    assert.match(hostile, /^::error file=b%0A%3A%3Aerror%3A%3Ac,line=1,.*::a\ufffd\[2J%0D\ufffd\n$/);
  });

  test('of a code with more findings than are listed, every format says so', () => {
    const capped = { ...two, capped: ['json-syntax'] };
    const told = 'There are more json-syntax findings; the first 5000 are listed.';
    assert.ok(
      written(formatText(false), [capped]).includes(
        `\nflows/a.flow.json: ${told}\n2 files`.replace('2 files', '1 file'),
      ),
    );
    assert.deepEqual(JSON.parse(written(formatJson(), [capped])).files[0].capped, ['json-syntax']);
    assert.ok(
      written(formatGithub(), [capped]).startsWith(`::notice file=flows/a.flow.json,title=voipbin-flow::${told}\n`),
    );
    const [run] = JSON.parse(written(formatSarif('1'), [capped])).runs;
    assert.equal(run.invocations[0].toolExecutionNotifications[0].message.text, told);
    assert.equal(JSON.parse(written(formatSarif('1'), [two])).runs[0].invocations, undefined);
  });

  test('sarif: places from 1, rules by index, paths as addresses', () => {
    const log = JSON.parse(written(formatSarif('1.2.3'), [two, { ...two, path: '/flows/my flow.json' }])) as Sarif;
    const [run] = log.runs;
    assert.equal(log.version, '2.1.0');
    assert.equal(run?.tool.driver.version, '1.2.3');
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.equal(run?.results.length, 4);
    const [first, , third] = run?.results ?? [];
    assert.equal(first?.level, 'error');
    assert.equal(run?.tool.driver.rules[first?.ruleIndex ?? -1]?.id, first?.ruleId);
    assert.deepEqual(first?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'flows/a.flow.json' },
      region: { startLine: 2, startColumn: 45, endLine: 2, endColumn: 51 },
    });
    assert.equal(third?.locations[0]?.physicalLocation.artifactLocation.uri, 'file:///flows/my%20flow.json');
    assert.ok(
      run?.tool.driver.rules.every((rule) => rule.helpUri.endsWith(`#${rule.id}`) && rule.shortDescription.text),
    );
    // What code scanning does not cut.
    assert.ok(run?.tool.driver.rules.every((rule) => rule.fullDescription.text.length <= 1024 && rule.help.markdown));
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: {
        readonly version: string;
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly shortDescription: { readonly text: string };
          readonly fullDescription: { readonly text: string };
          readonly help: { readonly markdown: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: unknown };
      }[];
    }[];
  }[];
}
