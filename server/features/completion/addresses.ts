import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type AddressNode,
  type AddressType,
  addressTemplate,
  addressTypes,
  type FlowModel,
  findAddressType,
  listTemplate,
  member,
  rawTemplate,
  renderAddressType,
  textOf,
  textStop,
  typesReachedBy,
} from '../../../flow';
import type { Draft } from './draft';
import type { Site } from './site';

const maxKnown = 20;

/** Whole addresses for a place that holds one, or a list with one, by type; then those that the document uses elsewhere. */
export function listAddresses(site: Site, inList: boolean): Draft[] {
  const role = roleOf(site);
  const wrap = (template: ReturnType<typeof addressTemplate>) => (inList ? listTemplate([template]) : template);
  const fresh = usableTypes(site, role).map(({ type }) => ({
    ...typeDraft(type),
    insert: wrap(addressTemplate(type.type)),
  }));
  const usable = new Set(fresh.map((item) => item.label));
  const known = knownAddresses(site.model, role).filter(({ type }) => usable.has(type.type));
  return [
    ...fresh,
    ...known.map(({ type, target }) => ({
      label: `${type.type} ${target}`,
      kind: CompletionItemKind.Value,
      insert: wrap(addressTemplate(type.type, { [type.uses]: target })),
      detail: 'used in this document',
      documentation: renderAddressType(type),
    })),
  ];
}

/** Kinds of address as the value of `type`; those that cannot be used here come last. */
export function listAddressTypes(site: Site): Draft[] {
  return rankedTypes(site, addressAt(site)?.role).map(({ type, usable }) => ({
    ...typeDraft(type),
    insert: rawTemplate(type.type),
    ...(usable ? {} : { description: 'cannot be used here' }),
  }));
}

/** What the member that reaches an address looks like for its type, and what the document uses elsewhere. */
export function listAddressTargets(site: Site, type: AddressType): Draft[] {
  const { model } = site;
  const documentation = renderAddressType(type);
  const known = knownAddresses(model, undefined).filter((item) => item.type === type);
  const draft = (label: string, insert: Draft['insert'], detail: string): Draft => ({
    label,
    kind: CompletionItemKind.Value,
    insert,
    detail,
    documentation,
  });
  const texts = known.map(({ target }) => draft(target, rawTemplate(target), 'used in this document'));
  const example = known.some(({ target }) => target === type.example) || type.format === 'uuid' ? [] : [type.example];
  return [...texts, ...example.map((text) => draft(text, textStop(text), type.targetDoc))];
}

/** The address in which a site lies. */
export function addressAt({ model, container }: Site): AddressNode | undefined {
  return container && model.addresses.find((addressNode) => addressNode.node === container);
}

/** The types that can be used where the site lies. */
export function usableTypes(site: Site, role: string | undefined): { type: AddressType; usable: boolean }[] {
  const ranked = rankedTypes(site, role);
  const usable = ranked.filter((item) => item.usable);
  return usable.length > 0 ? usable : ranked;
}

function rankedTypes({ action }: Site, role: string | undefined): { type: AddressType; usable: boolean }[] {
  const reached = typesReachedBy(action?.type);
  const ranked = addressTypes.map((type) => ({
    type,
    usable: role === 'source' ? type.source : reached.includes(type),
  }));
  return [...ranked.filter((item) => item.usable), ...ranked.filter((entry) => !entry.usable)];
}

function typeDraft(type: AddressType): Omit<Draft, 'insert'> {
  return {
    label: type.type,
    kind: CompletionItemKind.EnumMember,
    detail: `needs ${type.uses}`,
    documentation: renderAddressType(type),
  };
}

/** The key of the address or of the list of addresses. */
function roleOf({ role, key, field, container }: Site): string | undefined {
  return role === 'item' ? container?.key?.name : (key?.name ?? field?.name);
}

function knownAddresses(model: FlowModel, role: string | undefined): { type: AddressType; target: string }[] {
  const found = new Map<string, { type: AddressType; target: string }>();
  for (const address of model.addresses) {
    if (found.size >= maxKnown) break;
    if (role !== undefined && address.role !== role) continue;
    const type = findAddressType(address.type ?? '');
    const target = type && textOf(member(address.node, type.uses));
    if (type && target && !target.includes('${')) found.set(`${type.type} ${target}`, { type, target });
  }
  return [...found.values()];
}
