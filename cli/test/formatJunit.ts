import { printable } from '../printable';
import { expectationName, placeText, type ReportedCase, type Reporter, type TestReport } from './report';

/** Results as JUnit's XML, as Jenkins, GitLab and Azure read it: a suite for each file, a file that cannot be run as an error. */
export function formatJunit(): Reporter {
  const suites: TestReport[] = [];
  return {
    begin: '',
    file: (report) => {
      suites.push(report);
      return '';
    },
    end: ({ passed, failed, unread }) => {
      const figures = {
        tests: passed + failed + unread,
        failures: failed,
        errors: unread,
        time: secondsOf(suites.flatMap(({ cases }) => cases)),
      };
      return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('testsuites', { name: 'voipbin-flow', ...figures }, suites.map(suiteXml))}`;
    },
  };
}

function suiteXml({ path, faults, cases }: TestReport): string {
  const errors = faults.length > 0 ? 1 : 0;
  const figures = {
    tests: cases.length + errors,
    failures: cases.filter(({ failures }) => failures.length > 0).length,
    errors,
    skipped: 0,
    time: secondsOf(cases),
  };
  const inner = errors > 0 ? [faultXml(path, faults)] : cases.map((testCase) => caseXml(path, testCase));
  return tag('testsuite', { name: path, ...figures, file: path }, inner);
}

function faultXml(path: string, faults: TestReport['faults']): string {
  const text = faults.map((fault) => `${placeText(path, fault)}: ${fault.message}`).join('\n');
  const error = element('error', { message: faults[0]?.message ?? '', type: 'file' }, escapeXml(text));
  return tag('testcase', { name: 'the file can be run', classname: path, time: '0.000', file: path }, [error]);
}

function caseXml(path: string, testCase: ReportedCase): string {
  const failures = testCase.failures.map((failure) => {
    const { message, expected, actual } = failure;
    const sides = expected === undefined || actual === undefined ? [] : ['', 'expected:', expected, '', 'was:', actual];
    const text = [`${placeText(path, failure)}: ${message}`, ...sides].join('\n');
    return element('failure', { message, type: expectationName(failure) }, escapeXml(text));
  });
  return tag(
    'testcase',
    { name: testCase.name, classname: path, time: secondsOf([testCase]), file: path, line: testCase.line },
    failures,
  );
}

const secondsOf = (cases: readonly ReportedCase[]) =>
  (cases.reduce((sum, { took }) => sum + took, 0) / 1000).toFixed(3);

type Attributes = Readonly<Record<string, string | number>>;

function tag(name: string, attributes: Attributes, inner: readonly string[]): string {
  const start = `<${name}${attributesXml(attributes)}`;
  if (inner.length === 0) return `${start}/>\n`;
  return `${start}>\n${inner.join('')}</${name}>\n`;
}

const element = (name: string, attributes: Attributes, text: string) =>
  `<${name}${attributesXml(attributes)}>${text}</${name}>\n`;

const attributesXml = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(printable(String(value)))}"`)
    .join('');

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold, lone halves of characters among it, becomes a replacement character; so does what a terminal obeys. */
function escapeXml(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line))
    .join('\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => named[character] ?? '');
}
