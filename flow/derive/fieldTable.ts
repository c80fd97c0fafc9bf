import type { Field } from '../catalog/field';
import { describeCondition, describeKind, renderValues } from '../text/fieldDoc';
import { fullQuantity } from '../text/quantity';
import { markdownTable } from './markdownTable';

/** The fields as a table, then what takes more room than a cell: the meaning of values, and notes. */
export function renderFieldTable(fields: readonly Field[]): string[] {
  const rows = fields.flatMap((field) => listRows(field, field.name));
  if (rows.length === 0) return [];
  const table = markdownTable(
    ['Name', 'Type', 'Required', 'What it is', 'When it is missing'],
    rows.map(({ name, field }) => [
      `\`${name}\``,
      describeKindBriefly(field),
      field.required === true ? 'yes' : field.required ? describeCondition(field.required) : '',
      describeMeaning(field),
      field.whenMissing?.doc ?? '',
    ]),
  );
  return [table, ...rows.flatMap(({ name, field }) => renderMore(name, field))];
}

interface Row {
  readonly name: string;
  readonly field: Field;
}

/** A field and the fields inside it; addresses and actions are told of elsewhere. */
function listRows(field: Field, name: string): Row[] {
  const inner = field.holds ? [] : (field.fields ?? []);
  const item = field.holds ? [] : (field.item?.fields ?? []);
  return [
    { name, field },
    ...inner.flatMap((child) => listRows(child, `${name}.${child.name}`)),
    ...item.flatMap((child) => listRows(child, `${name}[].${child.name}`)),
  ];
}

function describeKindBriefly(field: Field): string {
  if (field.kind === 'string' && field.values && !field.open) return 'one of its values';
  const kind = describeKind(field);
  if (field.holds !== 'address') return kind;
  return kind === 'address' ? '[address](actions.md#addresses)' : 'array of [addresses](actions.md#addresses)';
}

function describeMeaning(field: Field): string {
  const warnings = [
    field.deprecated === undefined ? '' : `**Deprecated.** ${field.deprecated}`,
    field.ignored === undefined ? '' : `**Has no effect.** ${field.ignored}`,
    field.broken === undefined ? '' : `**Does not work.** ${field.broken}`,
  ];
  return [field.doc, ...warnings, describeBounds(field)].filter((part) => part !== '').join('\n');
}

function describeBounds({ min, max, unit, default: fallback, required, values, kind }: Field): string {
  const parts = [
    min === undefined ? '' : max === undefined ? `At least ${fullQuantity(min, unit)}.` : '',
    max === undefined ? '' : `${min ?? 0} to ${kind === 'string' ? max : fullQuantity(max, unit)}.`,
    fallback === undefined || required === true || values ? '' : `Default: \`${JSON.stringify(fallback)}\`.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function renderMore(name: string, field: Field): string[] {
  const values = field.values ? [`**Values of \`${name}\`**`, renderValues(field.values, field.default)] : [];
  const notes = field.notes?.length ? [`**About \`${name}\`**`, field.notes.map((note) => `- ${note}`).join('\n')] : [];
  return [...values, ...notes];
}
