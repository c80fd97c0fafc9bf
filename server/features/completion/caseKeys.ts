import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type Field,
  fieldAt,
  fieldTemplate,
  findVariable,
  member,
  textOf,
  variablesByName,
  variableUses,
} from '../../../flow';
import type { Draft } from './draft';
import { nearestIds } from './nearestActions';
import type { Site } from './site';
import { telephoneKeys } from './telephoneKeys';

/** The names in a map: of a branch the values that its variable can have, of `variables` the names that are used and not set. */
export function caseKeys(site: Site): Draft[] {
  const { container, model } = site;
  const field = fieldAt(model, container);
  if (field?.kind !== 'map' || !field.item) return [];
  const present = new Set(container?.children.map((child) => child.key?.name));
  const ids = nearestIds(site);
  const { item } = field;
  return listNames(site, field)
    .filter(({ name }) => !present.has(name))
    .map(({ name, doc }) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      name,
      insert: fieldTemplate(item, ids),
      detail: doc,
    }));
}

interface Name {
  readonly name: string;
  readonly doc: string;
}

function listNames(site: Site, field: Field): readonly Name[] {
  if (field.holds === 'variables') {
    const set = variablesByName(site.model);
    const unset = new Set(variableUses(site.model).flatMap(({ name }) => (set.has(name) ? [] : [name])));
    return [...unset].map((name) => ({ name, doc: 'The flow uses it, but nothing sets it.' }));
  }
  if (field.item?.format !== 'action-id') return [];
  const { action } = site;
  const fallback = String(action?.definition?.field('variable')?.default ?? '');
  const variable = textOf(member(action?.option, 'variable')) || fallback;
  const values = findVariable(variable)?.values;
  const none = { name: '', doc: 'The value is empty: nothing was pressed or set.' };
  if (values) return values.map((name) => (name === '' ? none : { name, doc: `\`${variable}\` is "${name}".` }));
  return variable === fallback
    ? [...telephoneKeys.map(({ key, doc }) => ({ name: key, doc: `The caller pressed ${doc}.` })), none]
    : [none];
}
