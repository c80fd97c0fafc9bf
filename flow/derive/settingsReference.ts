import { listSettings } from '../settings/listSettings';
import { markdownTable } from './markdownTable';

/** docs/settings.md: every setting with its default and what its values mean. */
export function deriveSettingsReference(): string {
  const blocks = [
    '<!-- Generated from flow/settings with `npm run generate`. -->',
    '# Settings',
    'Every setting of the extension, with its default. Other editors give those that concern checks to the [language server](editors.md#settings).',
    markdownTable(
      ['Setting', 'Default', 'What it does'],
      listSettings().map(({ name, doc, values, default: usual }) => {
        const meanings = Object.entries(values ?? {}).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
        return [
          `\`voipbin.${name}\``,
          `\`${JSON.stringify(usual)}\``,
          [doc.replace(/#(voipbin\.[\w.]+)#/g, '$1'), ...meanings].join('\n'),
        ];
      }),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
