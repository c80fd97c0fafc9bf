import { severities } from '../../flow';
import { painter } from '../paint';
import { printable, printableCells } from '../printable';
import { describeCapped, type ReportedDiagnostic, type ReportFormat } from './report';

const colorOf = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' } as const;
/** Longer lines are cut around the place, so that one screen line shows it. In characters. */
const widest = 110;

/** Findings as a person reads them: place, severity, message, code, the line with the place marked; then a summary. */
export function formatText(colors: boolean): ReportFormat {
  const paint = painter(colors);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const capped: string[] = [];
  let files = 0;
  return {
    begin: '',
    file(report) {
      files++;
      capped.push(...describeCapped(report).map((text) => `${printable(report.path)}: ${text}\n`));
      const blocks = report.diagnostics.map((diagnostic, at) => {
        const { range, severity, message, code } = diagnostic;
        counts[severity]++;
        const { line, character } = range.start;
        const place = `${report.path}:${line + 1}:${character + 1}`;
        const head = `${paint('bold', printable(place))} ${paint(colorOf[severity], severity)} ${printable(message)} ${paint('gray', code)}`;
        return `${head}\n${excerpt(report.lines[at] ?? '', diagnostic, (text) => paint(colorOf[severity], text))}\n\n`;
      });
      return blocks.join('');
    },
    end: () => `${capped.join('')}${summary(files, counts)}\n`,
  };
}

function excerpt(line: string, { range }: ReportedDiagnostic, paint: (text: string) => string): string {
  const number = String(range.start.line + 1);
  const start = range.start.character;
  const end =
    range.end.line === range.start.line ? Math.max(range.end.character, start + 1) : Math.max(line.length, start + 1);
  const from = line.length > widest && start > widest / 2 ? start - widest / 2 : 0;
  const shown = printableCells(line.slice(from, from + widest));
  const lead = blanksFor(shown.slice(0, start - from));
  const marks = '^'.repeat(Math.max(1, blanksFor(shown.slice(start - from, end - from)).length));
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${lead}${paint(marks)}`;
}

/** Blanks as wide as a text in a terminal. Tabs stay tabs, so that the caret stands where the eye looks. */
function blanksFor(text: string): string {
  if (plain.test(text)) return ' '.repeat(text.length);
  return text
    .replace(/\p{M}|[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(wide, '  ')
    .replace(/[^\t ]/gu, ' ');
}

const plain = /^[\x20-\x7e]*$/;

/** Characters of two columns: those of East Asia and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;

function summary(files: number, counts: Readonly<Record<ReportedDiagnostic['severity'], number>>): string {
  const checked = `${files} file${files === 1 ? '' : 's'} checked`;
  const parts = severities.flatMap((severity) => {
    const count = counts[severity];
    const word = severity === 'information' ? 'note' : severity;
    return count > 0 ? [`${count} ${word}${count === 1 ? '' : 's'}`] : [];
  });
  return parts.length === 0 ? `${checked}, nothing found` : `${checked}: ${parts.join(', ')}`;
}
