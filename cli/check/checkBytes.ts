import { type CheckSettings, checkFlow, isJsonc, listNotUtf8, readFlow } from '../../flow';
import { readText } from '../readText';
import { type FileReport, type ReportedFinding, reportFile } from './report';

/** What is to be said about a file, its bytes included; `path` decides whether comments and names are allowed. */
export function checkBytes(path: string, bytes: Uint8Array, settings: CheckSettings): FileReport {
  const { text, fault } = readText(bytes);
  const capped: string[] = [];
  const shown = path === '-' ? '<stdin>' : path;
  // Of a file in another encoding every letter would be wrong.
  if (fault?.isUtf16) return reportFile(shown, text, encodingFindings(fault.message, settings), capped);
  const notUtf8 = fault ? listNotUtf8(bytes) : [];
  const model = readFlow(text, { jsonc: isJsonc(path), notUtf8 });
  return reportFile(
    shown,
    text,
    checkFlow(model, settings, (code) => capped.push(code)),
    capped,
  );
}

function encodingFindings(message: string, { severities }: CheckSettings): ReportedFinding[] {
  const code = 'json-syntax';
  const severity = severities?.[code] ?? 'error';
  return severity === 'off' ? [] : [{ code, severity, message, offset: 0, end: 1 }];
}
