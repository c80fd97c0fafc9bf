import { type ActionDefinition, actionDefinitions } from '../catalog';
import type { Check } from '../checks/check';
import { listSettings } from '../settings/listSettings';
import { categoryNames } from '../text/actionDoc';
import { groupChecks } from './groupChecks';
import { markdownTable } from './markdownTable';

/** The blocks of the README that are generated, by name. */
export function readmeBlocks(checks: readonly Check[]): Readonly<Record<string, string>> {
  return { actions: renderActions(), checks: renderChecks(checks), settings: renderSettings() };
}

function renderActions(): string {
  const byCategory = new Map<ActionDefinition['category'], string[]>();
  for (const { category, type } of actionDefinitions) {
    const types = byCategory.get(category) ?? [];
    byCategory.set(category, [...types, `[\`${type}\`](docs/actions.md#${type})`]);
  }
  const rows = [...byCategory].map(([category, types]) => [categoryNames[category], types.join(', ')]);
  return `All ${actionDefinitions.length} action types:\n\n${markdownTable(['Category', 'Types'], rows)}`;
}

function renderChecks(checks: readonly Check[]): string {
  const rows = groupChecks(checks).map(({ title, members }) => [
    title,
    members.map(({ code }) => `[\`${code}\`](docs/checks.md#${code})`).join(', '),
  ]);
  return `${checks.length} checks:\n\n${markdownTable(['About', 'Codes'], rows)}`;
}

function renderSettings(): string {
  return markdownTable(
    ['Setting', 'Default', 'What it does'],
    listSettings().map(({ name, doc, values, default: usual }) => {
      const meanings = Object.entries(values ?? {}).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
      return [
        `\`voipbin.${name}\``,
        `\`${JSON.stringify(usual)}\``,
        [doc.replace(/#(voipbin\.[\w.]+)#/g, '$1'), ...meanings].join('\n'),
      ];
    }),
  );
}
