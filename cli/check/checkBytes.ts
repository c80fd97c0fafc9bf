import { type CheckSettings, runChecks } from '../../flow/checks/runChecks';
import { buildFlowModel } from '../../flow/model/flowModel';
import { type EncodingFault, readText } from '../readText';
import { type FileReport, type ReportedFinding, reportFile } from './report';

/** What is to be said about a file, its bytes included; `path` decides whether comments are allowed. */
export function checkBytes(path: string, bytes: Uint8Array, settings: CheckSettings): FileReport {
  const { text, fault } = readText(bytes);
  const capped: string[] = [];
  const model = buildFlowModel(text, { jsonc: /\.jsonc$/i.test(path) });
  // Of a file in another encoding every letter would be wrong.
  const findings = fault?.isUtf16 ? [] : runChecks(model, settings, (code) => capped.push(code));
  const all = [...encodingFindings(fault, settings), ...findings].sort((a, b) => a.offset - b.offset || a.end - b.end);
  return reportFile(path === '-' ? '<stdin>' : path, text, all, capped);
}

/** Bytes are known where a file is read, and to no check: an editor has texts. */
function encodingFindings(fault: EncodingFault | undefined, { severities }: CheckSettings): ReportedFinding[] {
  const code = 'json-syntax';
  const severity = severities?.[code] ?? 'error';
  if (!fault || severity === 'off') return [];
  return [{ code, severity, message: fault.message, offset: fault.offset, end: fault.offset + 1 }];
}
