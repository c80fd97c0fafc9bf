import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  describeBriefly,
  describeNeed,
  documentShapes,
  type Field,
  fieldTemplate,
  findAddressType,
  findShape,
  hasKey,
  objectTemplate,
  optionTemplate,
  renderFieldBody,
  type ShapeName,
  suggestedStop,
  type Template,
  textStop,
} from '../../../flow';
import { addressAt, usableTypes } from './addresses';
import { caseKeys } from './caseKeys';
import type { Draft } from './draft';
import { idToGive } from './ids';
import { nearestIds } from './nearestActions';
import type { Site } from './site';
import { listActionMembers } from './types';

/** The keys that an object may have and does not have, needed ones first; for an action without a type also whole actions. */
export function listKeys(site: Site, newId: () => string): Draft[] {
  const { container, model, action } = site;
  if (!container) return [];
  if (action?.node === container) return actionKeyDrafts(site, newId);
  if (container === model.body) return documentKeys(site, newId);
  return site.fields ? keyDrafts(site, site.fields, newId) : caseKeys(site);
}

function actionKeyDrafts(site: Site, newId: () => string): Draft[] {
  const keys = keyDrafts(site, site.fields ?? [], newId);
  const { container } = site;
  const hasType = hasKey(container, 'type');
  if (hasType || site.hasColon) return keys;
  const type = keys.filter((draft) => draft.label === 'type');
  return [...type, ...listActionMembers(site), ...keys.filter((draft) => draft.label !== 'type')];
}

/** What a document can be whose keys do not say so yet. */
const possible: Partial<Record<ShapeName, readonly ShapeName[]>> = {
  unknown: ['flow', 'call', 'activeflow', 'groupcall', 'providercall', 'campaign'],
  actions: ['flow', 'call', 'activeflow', 'groupcall', 'providercall', 'campaign'],
};

function documentKeys(site: Site, newId: () => string): Draft[] {
  const shapes = possible[site.model.shape];
  if (!shapes) return keyDrafts(site, site.fields ?? [], newId, findShape(site.model.shape).doc);
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  for (const shape of documentShapes) {
    if (!shapes.includes(shape.name)) continue;
    const fields = shape.fields.filter((field) => !seen.has(field.name));
    for (const field of fields) seen.add(field.name);
    drafts.push(...keyDrafts(site, fields, newId, shape.doc));
  }
  // An object without anything may also become a single action.
  const isEmpty = site.container?.children.length === 0;
  return isEmpty ? [...drafts, ...listActionMembers(site)] : drafts;
}

function keyDrafts(site: Site, fields: readonly Field[], newId: () => string, about?: string): Draft[] {
  const present = new Set(site.container?.children.map((child) => child.key?.name.toLowerCase()));
  const docsUrl = site.action?.definition?.docsUrl;
  const ids = nearestIds(site);
  const isUseful = (field: Field) => !field.deprecated && !field.ignored && !field.broken;
  const reaching = findAddressType(addressAt(site)?.type ?? '')?.uses;
  const rank = (field: Field) => {
    if (!isUseful(field)) return 3;
    return field.required === true || field.name === reaching ? 0 : field.required ? 1 : 2;
  };
  return fields
    .filter((field) => !present.has(field.name.toLowerCase()))
    .sort((a, b) => rank(a) - rank(b))
    .map((field): Draft => {
      const doc = renderFieldBody(field, docsUrl);
      return {
        label: field.name,
        kind: CompletionItemKind.Property,
        name: field.name,
        insert: valueTemplate(site, field, ids, newId),
        detail: describeBriefly(field),
        documentation: about === undefined ? doc : `${doc}\n\n${about}`,
        ...describe(field),
        ...(isUseful(field) ? {} : { deprecated: true }),
      };
    });
}

function describe(field: Field): Pick<Draft, 'description'> {
  if (field.deprecated) return { description: 'deprecated' };
  if (field.ignored) return { description: 'no effect' };
  if (field.broken) return { description: 'does not work' };
  return field.required ? { description: describeNeed(field).replaceAll('`', '') } : {};
}

/** The value that a key begins with. */
function valueTemplate(site: Site, field: Field, ids: readonly string[], newId: () => string): Template {
  const { action, container } = site;
  if (action && container === action.node) {
    if (field.name === 'type') return suggestedStop();
    if (field.name === 'option')
      return (action.definition && optionTemplate(action.definition, ids)) ?? objectTemplate([]);
    if (field.format === 'action-id') return suggestedStop();
  }
  if (field.format === 'uuid' && field.refersTo === undefined)
    return textStop(action ? idToGive(site, action, newId) : newId());
  if (field.format === 'action-id') return suggestedStop();
  return addressMember(site, field) ?? fieldTemplate(field, ids);
}

/** In an address of a known type the member that reaches it looks as that type wants it. */
function addressMember(site: Site, field: Field): Template | undefined {
  const address = addressAt(site);
  if (!address) return undefined;
  if (field.name === 'type') {
    const types = usableTypes(site, address.role).map(({ type }) => type.type);
    return textStop(types[0], types);
  }
  const type = findAddressType(address.type ?? '');
  return type?.uses === field.name ? textStop(type.format === 'uuid' ? '' : type.example) : undefined;
}
