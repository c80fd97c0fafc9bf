import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  bareStop,
  describeBriefly,
  type Field,
  fieldTemplate,
  findAddressType,
  fullQuantity,
  languages,
  objectTemplate,
  optionTemplate,
  rawTemplate,
  renderField,
  renderFieldBody,
  shorten,
  textOf,
  textStop,
} from '../../../flow';
import { addressAt, listAddresses, listAddressTargets, listAddressTypes } from './addresses';
import type { Draft } from './draft';
import { nameToOffer } from './ids';
import { nearestIds } from './nearestActions';
import type { Site } from './site';
import { telephoneKeys } from './telephoneKeys';

/** Values for a field that names no action, type or variable: those that it can have, or what one looks like. */
export function listValues(site: Site, field: Field, newId: () => string): Draft[] {
  if (field.format === 'uuid') return listIds(site, field, newId);
  const address = addressAt(site);
  if (address && field.name === 'type') return listAddressTypes(site);
  if (address && (field.name === 'target' || field.name === 'target_name')) {
    const type = findAddressType(address.type ?? '');
    return type?.uses === field.name ? listAddressTargets(site, type) : [];
  }
  if (field.holds === 'address') return listAddresses(site, field.kind === 'array');
  if (field.kind === 'boolean') return listBooleans(field);
  if (field.kind === 'integer' || field.kind === 'number') return listNumbers(field);
  if (field.kind !== 'string') return [containerDraft(site, field)];
  if (field.values) return listChoices(field, field.values);
  if (field.format === 'language-tag') return listLanguages(site, field);
  if (field.format === 'dtmf') return [...listTexts(site, field), ...listKeys(field)];
  return listTexts(site, field);
}

function listChoices(field: Field, values: Readonly<Record<string, string>>): Draft[] {
  return Object.entries(values).map(([value, doc]) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    insert: rawTemplate(value),
    detail: doc,
    documentation: renderField(field),
    ...markDefault(field, value),
  }));
}

function listBooleans(field: Field): Draft[] {
  // An author who writes the option prefers another value to its default.
  const values = field.default === true ? [false, true] : [true, false];
  return values.map((value) => ({
    label: String(value),
    kind: CompletionItemKind.Value,
    insert: rawTemplate(value),
    detail: describeBriefly(field),
    documentation: renderFieldBody(field),
    ...markDefault(field, value),
  }));
}

function listNumbers(field: Field): Draft[] {
  const values = new Set([field.example, field.default, field.min].filter((value) => typeof value === 'number'));
  return [...values].map((value) => ({
    label: String(value),
    kind: CompletionItemKind.Unit,
    insert: bareStop(value),
    detail: field.unit === undefined ? describeBriefly(field) : fullQuantity(value, field.unit),
    documentation: renderFieldBody(field),
    ...markDefault(field, value),
  }));
}

function listLanguages({ model }: Site, field: Field): Draft[] {
  const used = model.options.flatMap((optionNode) => {
    const text = optionNode.field?.format === 'language-tag' ? textOf(optionNode.node) : undefined;
    return text === undefined || !Object.hasOwn(languages, text) ? [] : [text];
  });
  // A document mostly speaks one language.
  const tags = new Set([...used, ...Object.keys(languages)]);
  return [...tags].map((tag) => ({
    label: tag,
    kind: CompletionItemKind.Value,
    insert: rawTemplate(tag),
    filter: `${tag} ${languages[tag]}`,
    ...markDefault(field, tag, languages[tag]),
    documentation: renderField(field),
  }));
}

function listKeys(field: Field): Draft[] {
  return telephoneKeys
    .filter(({ key }) => key !== field.example)
    .map(({ key, doc }) => ({ label: key, kind: CompletionItemKind.Value, insert: rawTemplate(key), detail: doc }));
}

/** A text is the author's own: an example is shown only while the value is empty. */
function listTexts({ token, typed }: Site, field: Field): Draft[] {
  if (typed !== '' || (token.kind === 'string' && token.end - token.start > 2)) return [];
  const texts = new Set([field.example, field.default].filter((text) => typeof text === 'string' && text !== ''));
  return [...texts].map((text) => ({
    label: shorten(String(text), 60),
    kind: CompletionItemKind.Value,
    insert: textStop(String(text)),
    detail: text === field.example ? 'example' : 'default',
    documentation: renderField(field),
  }));
}

/** A new id where the author gives one; otherwise the ids of the same kind of thing that the document uses already. */
function listIds(site: Site, field: Field, newId: () => string): Draft[] {
  const documentation = renderField(field);
  if (field.refersTo === undefined) {
    const id = newId();
    // The present value is replaced, whatever it is.
    const filter = site.text.slice(site.token.start, site.token.end).replace(/^"|"$/g, '') || id;
    const kind = CompletionItemKind.Constant;
    const fresh = { label: 'new id', kind, insert: rawTemplate(id), filter, detail: id, documentation };
    const name = nameToOffer(site);
    if (name === undefined) return [{ ...fresh, preselect: true }];
    return [{ ...fresh, label: name, insert: rawTemplate(name), detail: 'new name', preselect: true }, fresh];
  }
  const wanted = new Set([field.refersTo].flat());
  const own = site.typed;
  const ids = new Set<string>(typeof field.example === 'string' ? [field.example] : []);
  for (const optionNode of site.model.options) {
    if (ids.size >= maxKnown) break;
    const text = textOf(optionNode.node);
    if (!text || text === own || optionNode.field?.format !== 'uuid') continue;
    if ([optionNode.field.refersTo ?? []].flat().some((resource) => wanted.has(resource))) ids.add(text);
  }
  return [...ids].map((id) => ({
    label: id,
    kind: CompletionItemKind.Value,
    insert: rawTemplate(id),
    detail: id === field.example ? 'example' : 'used in this document',
    documentation,
  }));
}

const maxKnown = 20;

function containerDraft(site: Site, field: Field): Draft {
  const { action, container } = site;
  const ids = nearestIds(site);
  const isOption = action !== undefined && container === action.node && field.name === 'option';
  const template = isOption
    ? ((action.definition && optionTemplate(action.definition, ids)) ?? objectTemplate([]))
    : fieldTemplate(field, ids);
  return {
    label: field.kind === 'array' ? '[ … ]' : '{ … }',
    kind: CompletionItemKind.Struct,
    insert: template,
    filter: field.name,
    detail: isOption && action.type ? `what \`${action.type}\` needs` : describeBriefly(field),
    documentation: renderFieldBody(field),
  };
}

function markDefault(field: Field, value: unknown, also?: string): Pick<Draft, 'description'> {
  const parts = [...(also === undefined ? [] : [also]), ...(value === field.default ? ['default'] : [])];
  return parts.length > 0 ? { description: parts.join(', ') } : {};
}
