import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checks, checkUrl } from '../../flow';
import { printableJson } from '../printable';
import { writeList } from './listWriter';
import { describeCapped, type ReportedDiagnostic, type ReportFormat } from './report';

const levelOf = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/**
 * Findings as SARIF 2.1.0, for code scanning. Columns count UTF-16 code units from 1.
 *
 * The rules come after the results, since only then it is known which were used.
 */
export function formatSarif(version: string): ReportFormat {
  const results = writeList(6);
  const ruleIndex = new Map<string, number>();
  const notifications: object[] = [];
  const resultOf = (path: string, { code, severity, message, range }: ReportedDiagnostic) => {
    if (!ruleIndex.has(code)) ruleIndex.set(code, ruleIndex.size);
    const region = {
      startLine: range.start.line + 1,
      startColumn: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
    };
    return {
      ruleId: code,
      ruleIndex: ruleIndex.get(code),
      level: levelOf[severity],
      message: { text: message },
      locations: [locationOf(path, { region })],
    };
  };
  return {
    begin: `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "results": [`,
    file(report) {
      for (const text of describeCapped(report))
        notifications.push({ level: 'note', message: { text }, locations: [locationOf(report.path)] });
      return report.diagnostics.map((diagnostic) => results.item(resultOf(report.path, diagnostic))).join('');
    },
    end() {
      const invocations = [{ executionSuccessful: true, toolExecutionNotifications: notifications }];
      const rest = {
        tool: { driver: { name: 'voipbin-flow', version, rules: [...ruleIndex.keys()].flatMap(ruleOf) } },
        ...(notifications.length > 0 ? { invocations } : {}),
      };
      // The members of an object, without the bracket that opens it: it is open already.
      const members = printableJson(rest, 2).slice(1).replaceAll('\n', '\n    ');
      return `${results.end()},${members}\n  ]\n}\n`;
    },
  };
}

function ruleOf(code: string): object[] {
  return checks
    .filter((check) => check.code === code)
    .map((check) => ({
      id: check.code,
      shortDescription: { text: check.title },
      // GitHub cuts descriptions at 1024 characters and shows the help in full.
      fullDescription: { text: check.doc.split('\n\n')[0] ?? check.title },
      help: { text: check.doc, markdown: check.doc },
      helpUri: checkUrl(check.code),
      defaultConfiguration: { level: levelOf[check.severity] },
    }));
}

function locationOf(path: string, more: object = {}): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...more } };
}

function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
