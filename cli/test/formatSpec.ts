import { type FlowModel, lineDiff, pathLines, shortQuantity } from '../../flow';
import { type Painter, painter } from '../paint';
import { printable } from '../printable';
import {
  expectationName,
  placeText,
  type ReportedCase,
  type ReportedFailure,
  type Reporter,
  type TestReport,
  type Totals,
} from './report';

/** Results as a person reads them: each case, and of one that fails what was expected, what was, and the path of the call. */
export function formatSpec(colors: boolean): Reporter {
  const paint = painter(colors);
  return { begin: '', file: (report) => fileText(report, paint), end: (totals) => `${totalsText(totals, paint)}\n` };
}

function fileText({ path, faults, cases, model }: TestReport, paint: Painter): string {
  if (faults.length === 0 && cases.length === 0) return '';
  const name = path === '-' ? '<stdin>' : path;
  const lines = [
    paint('bold', printable(name)),
    ...faults.map(
      (fault) => `  ${paint('red', '✘')} ${printable(placeText(name, fault))}: ${printable(fault.message)}`,
    ),
    ...cases.flatMap((testCase) => caseLines(name, testCase, model, paint)),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function caseLines(path: string, testCase: ReportedCase, model: FlowModel | undefined, paint: Painter): string[] {
  const { name, failures, simulation } = testCase;
  const { endedAt, used } = simulation.result;
  const figures = paint('gray', `${shortQuantity(endedAt, 'ms')}, ${used} execution${used === 1 ? '' : 's'}`);
  if (failures.length === 0) return [`  ${paint('green', '✔')} ${printable(name)}  ${figures}`];
  return [
    `  ${paint('red', '✘')} ${paint('bold', printable(name))}  ${figures}`,
    ...failures.flatMap((failure) => failureLines(path, failure, paint)),
    `      ${paint('bold', 'path of the call')}`,
    ...(model ? pathLines(simulation.events, model, paint) : []).map((line) => `    ${line}`),
    '',
  ];
}

function failureLines(path: string, failure: ReportedFailure, paint: Painter): string[] {
  const { message, expected, actual } = failure;
  const isShown = expected !== undefined && actual !== undefined;
  return [
    `      ${paint('red', expectationName(failure))}  ${paint('gray', printable(placeText(path, failure)))}`,
    `      ${printable(message)}`,
    ...(isShown ? sideLines(expected, actual, paint) : []),
    '',
  ];
}

/** A long list is cut: the path below has all of it. */
const maxLines = 24;

/** Two values one below the other, two lists line by line. */
function sideLines(expected: string, actual: string, paint: Painter): string[] {
  const indent = ' '.repeat(8);
  if (!`${expected}${actual}`.includes('\n')) {
    const line = (title: string, text: string, color: 'green' | 'red') =>
      `${indent}${paint(color, title.padEnd(8))}  ${printable(text === '' ? 'nothing' : text)}`;
    return [line('expected', expected, 'green'), line('was', actual, 'red')];
  }
  const lines = lineDiff(expected, actual).map(({ kind, text }) => {
    if (kind === 'same') return `${indent}  ${printable(text)}`;
    return (
      indent + paint(kind === 'expected' ? 'green' : 'red', `${kind === 'expected' ? '-' : '+'} ${printable(text)}`)
    );
  });
  const shown = lines.slice(0, maxLines);
  const more = lines.length > maxLines ? [`${indent}… and ${lines.length - maxLines} more`] : [];
  return [`${indent}${paint('green', '- expected')}  ${paint('red', '+ was')}`, ...shown, ...more];
}

function totalsText({ passed, failed, unread }: Totals, paint: Painter): string {
  const parts = [
    paint('green', `${passed} passed`),
    ...(failed > 0 ? [paint('red', `${failed} failed`)] : []),
    ...(unread > 0 ? [paint('red', `${unread} file${unread === 1 ? '' : 's'} not run`)] : []),
  ];
  return parts.join(', ');
}
