import type { Check } from '../checks/check';
import { groupChecks } from './groupChecks';
import { markdownTable } from './markdownTable';

/** docs/checks.md: every check under a heading that is its code, so that `#code` leads there. */
export function deriveCheckReference(checks: readonly Check[]): string {
  const blocks = [
    '<!-- Generated from flow/checks with `npm run generate`. -->',
    '# Checks',
    'Every finding has a code. The setting `voipbin.checks` gives a code another severity or turns it `off`; so does `--severity CODE=LEVEL` of `voipbin-flow check`. The severity here is the usual one. A finding may have a lower or higher one where the text says so. In `*.flow.jsonc` a comment silences a check in the next line, `// voipbin-disable-next-line CODE`, or in the file, `// voipbin-disable CODE`: see [`suppress-unused`](#suppress-unused).',
    "**Engine**: VoIPbin's engine differs from its documentation. `voipbin.engineQuirks: false` turns these off. **Fix**: there is a quick fix.",
    ...groupChecks(checks).flatMap(({ title, members }) => [
      `## ${title}`,
      markdownTable(
        ['Code', 'What is wrong', 'Severity', 'Engine', 'Fix'],
        members.map((check) => [
          `[\`${check.code}\`](#${check.code})`,
          check.title,
          check.severity,
          check.engineQuirk ? 'yes' : '',
          check.fixes ? 'yes' : '',
        ]),
      ),
      ...members.flatMap(renderCheck),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderCheck(check: Check): string[] {
  const facts = [
    check.severity,
    ...(check.engineQuirk ? ["the engine differs from VoIPbin's documentation"] : []),
    ...(check.fixes
      ? [check.fixAll === undefined ? 'quick fix' : 'quick fix, for single findings and for a file']
      : []),
  ];
  return [`### ${check.code}`, `**${check.title}** · ${facts.join(' · ')}`, check.doc];
}
