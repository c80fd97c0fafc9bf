import type { Field, Resource } from '../catalog/field';
import { fullQuantity, unitName } from './quantity';
import { renderQuirks } from './quirkDoc';

/**
 * What the catalog knows about an option or key, as Markdown: kind and unit, meaning, values, what happens without it, and where
 * VoIPbin's documentation and its engine differ. `docsUrl` adds a link at the end.
 */
export function renderField(field: Field, docsUrl?: string): string {
  const name = field.name === '' ? '' : `**\`${field.name}\`** · `;
  const lines = [
    `${name}${[sayKind(field), sayNeed(field)].filter((part) => part !== '').join(' · ')}`,
    field.doc,
    ...renderWarnings(field),
    ...(field.values ? [renderValues(field.values, field.default)] : []),
    ...sayRange(field),
    ...(field.whenMissing ? [`**When it is missing:** ${field.whenMissing.doc}`] : []),
    ...(field.notes?.length ? [field.notes.map((note) => `- ${note}`).join('\n')] : []),
    ...renderQuirks(field.quirks),
    ...(docsUrl ? [`[VoIPbin documentation](${docsUrl})`] : []),
  ];
  return lines.join('\n\n');
}

/** The kind of value in plain words, with the unit spelled out: "whole number, milliseconds (ms)". */
export function sayKind(field: Field): string {
  const unit = field.unit === undefined ? '' : sayUnit(field);
  return `${sayBareKind(field)}${unit}`;
}

/** The values of an option as a list with their meanings; the default is marked. */
export function renderValues(values: Readonly<Record<string, string>>, fallback?: unknown): string {
  return Object.entries(values)
    .map(([value, doc]) => `- \`${value === '' ? '""' : value}\`${value === fallback ? ' (default)' : ''}: ${doc}`)
    .join('\n');
}

/** A resource as a sentence names it: "a queue", "an AI". */
export function sayResource(resource: Resource): string {
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

function sayNeed(field: Field): string {
  if (field.required === true) return 'needed';
  return field.required === undefined ? '' : `needed ${field.required}`;
}

function sayUnit(field: Field): string {
  if (field.unit === 'ms' || field.unit === 's') return `, ${unitName(field.unit)} (${field.unit})`;
  return field.unit ? `, ${unitName(field.unit)}` : '';
}

function sayBareKind(field: Field): string {
  if (field.format === 'action-id') return 'id of an action of the same flow';
  if (field.format === 'uuid' && field.refersTo) {
    const resources = typeof field.refersTo === 'string' ? [field.refersTo] : field.refersTo;
    return `id of ${resources.map(sayResource).join(' or ')}`;
  }
  if (field.format === 'uuid') return 'UUID';
  if (field.kind === 'array') return sayList(field);
  if (field.format) return formatNames[field.format];
  if (field.kind === 'object' && field.holds === 'address') return 'address';
  if (field.kind === 'string' && field.values) return field.open ? 'text' : 'one of the values below';
  return kindNames[field.kind];
}

function sayList(field: Field): string {
  if (field.holds === 'actions') return 'list of actions';
  if (field.holds === 'address') return 'list of addresses';
  return field.item && field.item.kind !== 'object' ? `list of ${sayMany(field.item)}` : 'list';
}

function sayMany(item: Field): string {
  if (item.format === 'url') return 'URLs';
  return item.kind === 'integer' || item.kind === 'number' ? 'numbers' : item.kind === 'string' ? 'texts' : 'values';
}

const kindNames: Readonly<Record<Field['kind'], string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  object: 'object',
  array: 'list',
  map: 'names with values',
};

const formatNames = {
  sms: 'text message',
  uuid: 'UUID',
  'action-id': 'id of an action',
  'language-tag': 'language tag such as `en-US`',
  url: 'URL',
  dtmf: 'telephone keys',
  'variable-name': 'name of a variable',
  'json-text': 'text that holds JSON',
  speech: 'text to be spoken',
  'date-time': 'time',
} as const;

function sayRange(field: Field): string[] {
  const { min, max, unit } = field;
  const amount = (value: number) => (field.kind === 'string' ? String(value) : fullQuantity(value, unit));
  const parts: string[] = [];
  if (min !== undefined && max !== undefined) parts.push(`From ${amount(min)} to ${amount(max)}.`);
  else if (min !== undefined) parts.push(`At least ${amount(min)}.`);
  else if (max !== undefined) parts.push(`At most ${amount(max)}.`);
  if (field.default !== undefined && !field.values) {
    const value = typeof field.default === 'number' ? amount(field.default) : JSON.stringify(field.default);
    parts.push(`Default: \`${value}\`.`);
  }
  return parts.length > 0 ? [parts.join(' ')] : [];
}
