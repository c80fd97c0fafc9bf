import { metaOfSetting, readSettings, type Settings, settingsSchema } from '../settings/settings';
import { markdownTable } from './markdownTable';

const begin = '<!-- settings: generated with `npm run generate` -->';
const end = '<!-- /settings -->';

/** The text of the README with the table of settings between its two marks; everything else stays as it is. */
export function replaceSettingsTable(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the README lacks the lines ${begin} and ${end}`);
  return `${readme.slice(0, from + begin.length)}\n\n${settingsTable()}\n\n${readme.slice(to)}`;
}

function settingsTable(): string {
  const names = Object.keys(settingsSchema.shape) as (keyof Settings)[];
  const defaults = readSettings({});
  return markdownTable(
    ['Setting', 'Default', 'What it does'],
    names.map((name) => {
      const { doc, values } = metaOfSetting(name);
      const meanings = Object.entries(values ?? {}).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
      return [`\`voipbin.${name}\``, `\`${JSON.stringify(defaults[name])}\``, [doc, ...meanings].join('\n')];
    }),
  );
}
