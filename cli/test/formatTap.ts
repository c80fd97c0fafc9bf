import { printable } from '../printable';
import { expectationName, placeText, type ReportedCase, type Reporter, type TestReport } from './report';

/** Results in the Test Anything Protocol, version 14; a file that cannot be run is a test that fails. */
export function formatTap(): Reporter {
  let count = 0;
  const point = (passed: boolean, name: string) => `${passed ? 'ok' : 'not ok'} ${++count} - ${escapeName(name)}\n`;
  return {
    begin: 'TAP version 14\n',
    file: ({ path, faults, cases }) =>
      [
        ...(faults.length > 0 ? [point(false, path) + faultBlock(path, faults)] : []),
        ...cases.map(
          (testCase) => point(testCase.failures.length === 0, `${path}: ${testCase.name}`) + caseBlock(path, testCase),
        ),
      ].join(''),
    end: () => `1..${count}\n`,
  };
}

/** `#` would begin a directive. */
const escapeName = (text: string) => printable(text).replace(/[\\#]/g, '\\$&');

function faultBlock(path: string, faults: TestReport['faults']): string {
  return block(faults.map((fault) => [['message', `${placeText(path, fault)}: ${fault.message}`]]));
}

function caseBlock(path: string, { failures }: ReportedCase): string {
  if (failures.length === 0) return '';
  return block(
    failures.map((failure) => [
      ['expectation', expectationName(failure)],
      ['at', placeText(path, failure)],
      ['message', failure.message],
      ...(failure.expected === undefined ? [] : [['expected', failure.expected] as const]),
      ...(failure.actual === undefined ? [] : [['actual', failure.actual] as const]),
    ]),
  );
}

/** A list in YAML; a text in JSON's quotation marks is one in YAML too. */
function block(items: readonly (readonly (readonly [name: string, value: string])[])[]): string {
  const lines = items.flatMap((fields) =>
    fields.map(([name, value], at) => `    ${at === 0 ? '- ' : '  '}${name}: ${JSON.stringify(value)}`),
  );
  return ['  ---', '  failures:', ...lines, '  ...', ''].join('\n');
}
