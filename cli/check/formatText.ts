import { styleText } from 'node:util';
import type { FileReport, ReportedDiagnostic } from './report';

const colorOf = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' } as const;
/** Longer lines are cut around the place, so that one screen line shows it. In characters. */
const widest = 110;

/** Findings as a person reads them: place, severity, message, code, the line with the place marked; then a summary. */
export function formatText(reports: readonly FileReport[], colors: boolean): string {
  const paint = (color: Parameters<typeof styleText>[0], text: string) =>
    colors ? styleText(color, text, { validateStream: false }) : text;
  const blocks = reports.flatMap((report) => {
    const lines = report.text.split(/\r\n|\r|\n/);
    return report.diagnostics.map((one) => {
      const { line, character } = one.range.start;
      const place = `${report.path}:${line + 1}:${character + 1}`;
      const severity = paint(colorOf[one.severity], one.severity);
      const head = `${paint('bold', printable(place))} ${severity} ${printable(one.message)} ${paint('gray', one.code)}`;
      return `${head}\n${excerpt(lines[line] ?? '', one, (text) => paint(colorOf[one.severity], text))}\n`;
    });
  });
  return `${blocks.map((block) => `${block}\n`).join('')}${summary(reports)}\n`;
}

/** Text of a file as a terminal may have it: what would move its cursor or change its colors is shown as an unknown character. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '\ufffd');
}

function excerpt(line: string, { range }: ReportedDiagnostic, paint: (text: string) => string): string {
  const number = String(range.start.line + 1);
  const start = range.start.character;
  const end =
    range.end.line === range.start.line ? Math.max(range.end.character, start + 1) : Math.max(line.length, start + 1);
  const from = line.length > widest && start > widest / 2 ? start - widest / 2 : 0;
  const shown = printable(line.slice(from, from + widest));
  // Tabs stay tabs under the line, so that the caret stands where the eye looks.
  const lead = shown.slice(0, start - from).replace(/[^\t]/g, ' ');
  const marks = '^'.repeat(Math.max(1, Math.min(end, from + widest) - start));
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${lead}${paint(marks)}`;
}

function summary(reports: readonly FileReport[]): string {
  const all = reports.flatMap((report) => report.diagnostics);
  const files = `${reports.length} file${reports.length === 1 ? '' : 's'}`;
  if (all.length === 0) return `${files} checked, nothing found`;
  const parts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = all.filter((one) => one.severity === severity).length;
    const word = severity === 'information' ? 'note' : severity;
    return count > 0 ? [`${count} ${word}${count === 1 ? '' : 's'}`] : [];
  });
  return `${files} checked: ${parts.join(', ')}`;
}
