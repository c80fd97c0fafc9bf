import { findAction } from '../catalog';
import { findAddressType } from '../catalog/address';
import { type JsonNode, member, textOf } from '../json/node';
import type { FlowModel, Scope } from '../model/flowModel';
import { canonicalUuid } from '../model/uuid';
import { fitting } from './pattern/textPattern';

/**
 * The lists of a flow whose actions a place of a test file can name, the likeliest first: those of the flow itself, and within an item of `calls` those
 * of the calls that it places. Lists can use the same ids.
 */
export function listsMeant(node: JsonNode, model: FlowModel): readonly Scope[] {
  let lists: readonly Scope[] = model.scopes.filter(({ owner }) => !owner);
  for (const item of itemsAround(node)) {
    const placed = lists.flatMap((list) => model.scopes.filter(({ owner }) => owner?.scope === list));
    lists = listsOfItem(item, placed, model);
  }
  return lists;
}

/** Of the lists of placed calls those that an item can be about. Of several that are alike the items mean one after another. */
function listsOfItem(item: JsonNode, placed: readonly Scope[], model: FlowModel): readonly Scope[] {
  const bestFor = (other: JsonNode) =>
    bestOf(placed, [(list) => (isCalledBy(other, list, model) ? 1 : 0), (list) => countNamed(other, list)]);
  const own = bestFor(item);
  if (own.length < 2) return own;
  const before = (item.parent?.children ?? []).slice(0, item.index);
  const turn = before.filter((other) => bestFor(other)[0] === own[0]).length;
  const first = own[turn] ?? own[own.length - 1];
  return [...own.filter((list) => list === first), ...own.filter((list) => list !== first)];
}

/** The items of `calls` around a place, the outermost first. */
function itemsAround(node: JsonNode): JsonNode[] {
  const items: JsonNode[] = [];
  for (let at: JsonNode | undefined = node; at; at = at.parent)
    if (at.parent?.type === 'array' && at.parent.key?.name === 'calls') items.unshift(at);
  return items;
}

/** What is best by the first measure, and of several the best by the next. */
function bestOf(lists: readonly Scope[], measures: readonly ((list: Scope) => number)[]): Scope[] {
  return measures.reduce(
    (left, measure) => {
      const counts = left.map(measure);
      const most = Math.max(...counts);
      return left.filter((_, at) => counts[at] === most);
    },
    [...lists],
  );
}

/** Whether the call that runs a list can have a destination that an item asks for. What a variable holds is not known before the call. */
function isCalledBy(item: JsonNode, { owner }: Scope, { addresses }: FlowModel): boolean {
  const to = textOf(member(item, 'to'));
  if (to === undefined) return true;
  const fits = fitting(to);
  return addresses.some(({ node, type, role, action }) => {
    if (action !== owner || role === 'source') return false;
    const target = textOf(member(node, findAddressType(type ?? '')?.uses ?? 'target')) ?? '';
    return target.includes('${') || fits(target);
  });
}

/** How many of the actions that an item names are in a list. */
function countNamed(item: JsonNode, { byId }: Scope): number {
  const names = ['runs', 'exactly', 'never'].flatMap((key) => member(item, key)?.children ?? []);
  return names.filter((name) => {
    const text = textOf(name) ?? '';
    return !findAction(text) && byId.has(canonicalUuid(text) ?? text);
  }).length;
}
