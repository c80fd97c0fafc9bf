import type { Condition, Field, Resource } from '../catalog/field';
import { fullQuantity, unitName } from './quantity';
import { renderQuirks } from './quirkDoc';

/**
 * What the catalog knows about an option or key, as Markdown: kind and unit, meaning, values, what happens without it, and where
 * VoIPbin's documentation and its engine differ. `docsUrl` adds a link at the end.
 */
export function renderField(field: Field, docsUrl?: string): string {
  const name = field.name === '' ? '' : `**\`${field.name}\`** · `;
  const header = `${name}${[describeKind(field), describeNeed(field)].filter((part) => part !== '').join(' · ')}`;
  return `${header}\n\n${renderFieldBody(field, docsUrl)}`;
}

/** The same without the line that says what kind of value it is, for what shows {@link describeBriefly} above. */
export function renderFieldBody(field: Field, docsUrl?: string): string {
  const lines = [
    field.doc,
    ...renderWarnings(field),
    ...(field.values ? [renderValues(field.values, field.default)] : []),
    ...describeRange(field),
    ...(field.whenMissing ? [`**When it is missing:** ${field.whenMissing.doc}`] : []),
    ...(field.notes?.length ? [field.notes.map((note) => `- ${note}`).join('\n')] : []),
    ...renderQuirks(field.quirks),
    ...(docsUrl ? [`[VoIPbin documentation](${docsUrl})`] : []),
  ];
  return lines.join('\n\n');
}

/** The kind of value and whether it is required, in one line: "integer, milliseconds (ms), required". */
export function describeBriefly(field: Field): string {
  return [describeKind(field), describeNeed(field)]
    .filter((part) => part !== '')
    .join(', ')
    .replaceAll('`', '');
}

/** The kind of value in JSON's words, with the unit spelled out: "integer, milliseconds (ms)". */
export function describeKind(field: Field): string {
  const unit = field.unit === undefined ? '' : describeUnit(field);
  return `${describeBareKind(field)}${unit}`;
}

/** The values of an option as a list with their meanings; the default is marked. */
export function renderValues(values: Readonly<Record<string, string>>, fallback?: unknown): string {
  return Object.entries(values)
    .map(([value, doc]) => `- \`${value === '' ? '""' : value}\`${value === fallback ? ' (default)' : ''}: ${doc}`)
    .join('\n');
}

/** A resource as a sentence names it: "a queue", "an AI". */
export function describeResource(resource: Resource): string {
  const name = resource === 'ai' ? 'AI' : resource === 'team' ? 'team of AIs' : resource;
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`;
}

function renderWarnings(field: Field): string[] {
  return [
    ...(field.deprecated === undefined ? [] : [`**Deprecated.** ${field.deprecated}`]),
    ...(field.ignored === undefined ? [] : [`**Has no effect.** ${field.ignored}`]),
    ...(field.broken === undefined ? [] : [`**Does not work.** ${field.broken}`]),
  ];
}

/** "required", "required unless …", or nothing. */
export function describeNeed({ required }: Field): string {
  if (required === undefined) return '';
  return required === true ? 'required' : `required ${describeCondition(required)}`;
}

/** "unless `actions` is used", "when …". */
export const describeCondition = ({ unless, when }: Condition) =>
  unless === undefined ? `when ${when}` : `unless \`${unless}\` is used`;

function describeUnit(field: Field): string {
  if (field.unit === 'ms' || field.unit === 's') return `, ${unitName(field.unit)} (${field.unit})`;
  return field.unit ? `, ${unitName(field.unit)}` : '';
}

function describeBareKind(field: Field): string {
  if (field.format === 'action-id') return 'id of an action of the same flow';
  if (field.format === 'uuid' && field.refersTo) {
    const resources = typeof field.refersTo === 'string' ? [field.refersTo] : field.refersTo;
    return `id of ${resources.map(describeResource).join(' or ')}`;
  }
  if (field.format === 'uuid') return 'UUID';
  if (field.kind === 'array') return describeList(field);
  if (field.format) return formatNames[field.format];
  if (field.kind === 'object' && field.holds === 'address') return 'address';
  if (field.kind === 'string' && field.values) return field.open ? 'string' : 'one of the values below';
  return kindNames[field.kind];
}

function describeList(field: Field): string {
  if (field.holds === 'actions') return 'array of actions';
  if (field.holds === 'address') return 'array of addresses';
  return field.item && field.item.kind !== 'object' ? `array of ${describeMany(field.item)}` : 'array';
}

function describeMany(item: Field): string {
  if (item.format === 'url') return 'URLs';
  return item.kind === 'object' || item.kind === 'map' ? 'objects' : `${item.kind}s`;
}

const kindNames: Readonly<Record<Field['kind'], string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  map: 'object of names and values',
};

const formatNames = {
  sms: 'string, a text message',
  uuid: 'UUID',
  'action-id': 'id of an action',
  'language-tag': 'language tag such as `en-US`',
  url: 'URL',
  dtmf: 'telephone keys',
  'variable-name': 'name of a variable',
  'json-text': 'string that holds JSON',
  speech: 'string to be spoken',
  'date-time': 'time',
} as const;

function describeRange(field: Field): string[] {
  const { min, max, unit } = field;
  const amount = (value: number) => (field.kind === 'string' ? String(value) : fullQuantity(value, unit));
  const parts: string[] = [];
  if (min !== undefined && max !== undefined) parts.push(`From ${amount(min)} to ${amount(max)}.`);
  else if (min !== undefined) parts.push(`At least ${amount(min)}.`);
  else if (max !== undefined) parts.push(`At most ${amount(max)}.`);
  if (field.default !== undefined && field.required !== true && !field.values) {
    const value = typeof field.default === 'number' ? amount(field.default) : JSON.stringify(field.default);
    parts.push(`Default: \`${value}\`.`);
  }
  return parts.length > 0 ? [parts.join(' ')] : [];
}
