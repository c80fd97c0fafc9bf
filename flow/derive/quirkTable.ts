import type { Field, Quirk } from '../catalog/field';
import { markdownTable } from './markdownTable';

/** What is documented and what the engine does, of a thing and of its fields, with the place in VoIPbin's source; nothing where the two agree. */
export function renderQuirkTable(quirks: readonly Quirk[] | undefined, fields: readonly Field[]): string[] {
  const rows = [
    ...(quirks ?? []).map((quirk) => ({ about: '', quirk })),
    ...fields.flatMap((field) => (field.quirks ?? []).map((quirk) => ({ about: `\`${field.name}\``, quirk }))),
  ];
  if (rows.length === 0) return [];
  return [
    '**Documented and observed**',
    markdownTable(
      ['About', 'VoIPbin documents', 'Its engine does', 'Source'],
      rows.map(({ about, quirk }) => [about, quirk.documented, quirk.observed, sources(quirk.source)]),
    ),
  ];
}

const sources = (text: string) =>
  text
    .split('; ')
    .map((part) => `\`${part}\``)
    .join('\n');
