import { findAddressType } from '../catalog/address';
import type { Field } from '../catalog/field';
import { type JsonNode, member, textOf } from '../json/node';
import type { ActionNode } from '../model/flowModel';
import { canonicalUuid } from '../model/uuid';
import { shortQuantity } from './quantity';
import { shorten } from './shorten';

/**
 * A short name by which a person recognises an action: its type and what says most about it, such as `talk "Press 1 for…"`.
 *
 * Which options say most is for the catalog to tell (`label`). At most `max` UTF-16 code units (8 or more), on one line, never half a
 * character.
 */
export function actionLabel(action: ActionNode, max = 40): string {
  return label(action, Math.max(8, max), true);
}

/** Text behind less room than this says nothing. */
const leastRoom = 5;

function label(action: ActionNode, max: number, mayFollow: boolean): string {
  let result = shorten(action.type ?? 'action without type', max);
  let last = '';
  for (const name of action.definition?.label ?? []) {
    const field = action.definition?.field(name);
    const node = member(action.option, name);
    if (!field || !node) continue;
    const room = max - result.length - 2;
    if (room < leastRoom) break;
    const said =
      field.format === 'action-id' ? mayFollow && sayTarget(action, node, room) : sayValue(field, node, room);
    if (!said) continue;
    // An operator stands between its operands.
    const glue = last === '' || isOperator(last) || isOperator(said) ? ' ' : ', ';
    result += glue + said;
    last = said;
  }
  return result;
}

function sayTarget(action: ActionNode, node: JsonNode, room: number): string | undefined {
  const id = canonicalUuid(textOf(node) ?? '');
  const target = id === undefined ? undefined : action.scope.byId.get(id)?.[0];
  return target && `→ ${label(target, Math.max(leastRoom, room - 2), false)}`;
}

function sayValue(field: Field, node: JsonNode, room: number): string | undefined {
  if (node.type === 'string') return sayText(field, node.value as string, room);
  if (node.type === 'number') return shorten(shortQuantity(node.value as number, field.unit), room);
  if (node.type === 'object') {
    if (field.holds === 'address') return sayAddress(node, room);
    if (field.kind === 'map' && node.children.length > 0)
      return shorten(
        node.children
          .map((child) => child.key?.name || '""')
          .slice(0, 20)
          .join(', '),
        room,
      );
  }
  if (node.type === 'array' && field.item) {
    const more = node.children.length > 1 ? ` +${node.children.length - 1}` : '';
    const first = node.children[0] && sayValue(field.item, node.children[0], room - more.length);
    return first && first + more;
  }
  return undefined;
}

function sayText(field: Field, text: string, room: number): string | undefined {
  if (field.format === 'speech') return quote(text.slice(0, 4096).replace(/<[^<>]*>/g, ' '), room);
  if (field.format === 'url') return shorten(lastPart(text), room) || undefined;
  if (field.format || field.values || text.startsWith('${')) return shorten(text, room) || undefined;
  return quote(text, room);
}

function quote(text: string, room: number): string | undefined {
  const short = shorten(text, room - 2);
  return short === '' ? undefined : `"${short}"`;
}

/** Of a URL what differs from flow to flow: the name of the file, or the host where there is no path. */
function lastPart(url: string): string {
  const plain = url
    .slice(0, 2048)
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return plain.slice(plain.lastIndexOf('/') + 1);
}

function sayAddress(node: JsonNode, room: number): string | undefined {
  const uses = findAddressType(textOf(member(node, 'type')) ?? '')?.uses ?? 'target';
  const text = textOf(member(node, uses)) || textOf(member(node, 'target')) || textOf(member(node, 'name'));
  return text ? shorten(text, room) : undefined;
}

function isOperator(text: string): boolean {
  return /^[=!<>]+$/.test(text);
}
