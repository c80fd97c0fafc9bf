import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checks } from '../../flow/checks/checks';
import { checkUrl } from '../../flow/text/links';
import { printableJson } from '../printable';
import { type FileReport, sayCapped } from './report';

const levelOf = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** Findings as SARIF 2.1.0, for code scanning. Columns count UTF-16 code units from 1. */
export function formatSarif(reports: readonly FileReport[], version: string): string {
  const used = new Set(reports.flatMap((report) => report.diagnostics.map((one) => one.code)));
  const rules = checks
    .filter((check) => used.has(check.code))
    .map((check) => ({
      id: check.code,
      shortDescription: { text: check.title },
      // GitHub cuts descriptions at 1024 characters and shows the help in full.
      fullDescription: { text: check.doc.split('\n\n')[0] ?? check.title },
      help: { text: check.doc, markdown: check.doc },
      helpUri: checkUrl(check.code),
      defaultConfiguration: { level: levelOf[check.severity] },
    }));
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = reports.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code, severity, message, range }) => ({
      ruleId: code,
      ruleIndex: ruleIndex.get(code),
      level: levelOf[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(path) },
            region: {
              startLine: range.start.line + 1,
              startColumn: range.start.character + 1,
              endLine: range.end.line + 1,
              endColumn: range.end.character + 1,
            },
          },
        },
      ],
    })),
  );
  const notifications = reports.flatMap((report) =>
    sayCapped(report).map((text) => ({
      level: 'note',
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(report.path) } } }],
    })),
  );
  const invocations = [{ executionSuccessful: true, toolExecutionNotifications: notifications }];
  const driver = { name: 'voipbin-flow', version, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      { tool: { driver }, columnKind: 'utf16CodeUnits', results, ...(notifications.length > 0 ? { invocations } : {}) },
    ],
  };
  return `${printableJson(log, 2)}\n`;
}

function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
