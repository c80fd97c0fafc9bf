import { type ActionDefinition, findAction } from '../catalog';
import type { Field } from '../catalog/field';
import { canonicalUuid } from '../model/uuid';
import { snippetText, type Template } from './snippetText';

/**
 * An action of the type as the text of a snippet: the catalog's example with a stop at every value.
 *
 * Ids stay empty, since those of the example exist nowhere else. Indented with tabs, which editors turn into what the file uses.
 */
export function actionSnippet(definition: ActionDefinition): string {
  return snippetText(actionTemplate(definition));
}

/** The same before it is written out, to be part of a larger snippet; an id makes it a target. */
export function actionTemplate({ type, example, fields }: ActionDefinition, id?: string): Template {
  const members: [string, Template][] = [['type', { kind: 'value', value: type }]];
  if (id !== undefined) members.unshift(['id', { kind: 'value', value: id }]);
  if (example.option) members.push(['option', objectTemplate(example.option, fields)]);
  return { kind: 'object', members };
}

function objectTemplate(value: Readonly<Record<string, unknown>>, fields: readonly Field[] | undefined): Template {
  const members = Object.entries(value).map(([name, part]) => {
    const field = fields?.find((one) => one.name === name);
    return [name, valueTemplate(part, field)] as const;
  });
  return { kind: 'object', members };
}

function valueTemplate(value: unknown, field: Field | undefined): Template {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item: unknown) => itemTemplate(item, field)) };
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    if (field?.kind === 'map') return mapTemplate(record, field.item);
    return field?.holds === 'address' ? addressTemplate(record) : objectTemplate(record, field?.fields);
  }
  return scalarTemplate(value as string | number | boolean, field);
}

/** The kind of an address decides what else it has, so it is no stop: another kind is another address. */
function addressTemplate(address: Readonly<Record<string, unknown>>): Template {
  const members = Object.entries(address).map(([name, part]) => {
    return [name, { kind: name === 'type' ? 'value' : 'stop', value: String(part) } satisfies Template] as const;
  });
  return { kind: 'object', members };
}

/** The names in a map are an author's own, so they are stops too. */
function mapTemplate(value: Readonly<Record<string, unknown>>, item: Field | undefined): Template {
  const members = Object.entries(value).map(([name, part]) => {
    const key: Template = { kind: 'stop', value: name };
    return [key, valueTemplate(part, item)] as const;
  });
  return { kind: 'object', members };
}

function itemTemplate(item: unknown, field: Field | undefined): Template {
  if (field?.holds !== 'actions') return valueTemplate(item, field?.item);
  const example = item as ActionDefinition['example'];
  const definition = findAction(example.type);
  if (!definition) throw new Error(`an example of the catalog holds the unknown type ${example.type}`);
  return actionTemplate({ ...definition, example });
}

function scalarTemplate(value: string | number | boolean, field: Field | undefined): Template {
  if (typeof value === 'boolean') return { kind: 'stop', value, choices: [true, false] };
  if (typeof value === 'string' && canonicalUuid(value) !== undefined) return { kind: 'stop', value: undefined };
  const choices = Object.keys(field?.values ?? {});
  // An empty choice cannot be picked from a list; where there is one the value is typed.
  return { kind: 'stop', value, ...(choices.includes('') ? {} : { choices }) };
}
