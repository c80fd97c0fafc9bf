import { findAddressType } from '../catalog/address';
import type { Field } from '../catalog/field';
import { type JsonNode, member, textOf } from '../json/node';
import { readActionId } from '../model/actionName';
import type { ActionNode } from '../model/flowModel';
import { canonicalUuid } from '../model/uuid';
import { shortQuantity } from './quantity';
import { shorten } from './shorten';

/**
 * A short text by which a person recognises an action: its type and what says most about it, such as `talk "Press 1 for…"`; where the action has a
 * name, that stands before it, such as `ask: talk "Press 1 for…"`.
 *
 * Which options say most is for the catalog to tell (`label`). At most `max` UTF-16 code units (8 or more), on one line, never half a
 * character.
 */
export function actionLabel(action: ActionNode, max = 40): string {
  const room = Math.max(8, max);
  if (action.name === undefined) return label(action, room, true);
  const name = shorten(action.name, room >> 1);
  return `${name}: ${label(action, room - name.length - 2, true)}`;
}

/** The same without the type, for where that stands apart; `""` where an action has nothing but its type. */
export function actionDetail(action: ActionNode, max = 40): string {
  const type = shortType(action, max);
  // The type takes no room where the detail stands alone.
  return label(action, Math.max(8, max) + type.length + 1, true)
    .slice(type.length)
    .trimStart();
}

/** The same without the name. */
export function unnamedLabel(action: ActionNode, max: number): string {
  return label(action, Math.max(8, max), true);
}

/** What was cut to less than this says nothing. */
const leastRoom = 5;

function label(action: ActionNode, max: number, mayFollow: boolean): string {
  let result = shortType(action, max);
  let last = '';
  for (const name of action.definition?.label ?? []) {
    const field = action.definition?.field(name);
    const node = member(action.option, name);
    if (!field || !node) continue;
    const room = max - result.length - (last === '' ? 1 : 2);
    if (room < 3) break;
    const said =
      field.format === 'action-id' ? mayFollow && describeTarget(action, node, room) : describeValue(field, node, room);
    if (!said || (said.includes('…') && said.length < leastRoom)) continue;
    // An operator stands between its operands.
    const glue = last === '' || isOperator(last) || isOperator(said) ? ' ' : ', ';
    result += glue + said;
    last = said;
  }
  return result;
}

const shortType = ({ type }: ActionNode, max: number) => shorten(type ?? '', max) || 'action without type';

function describeTarget(action: ActionNode, node: JsonNode, room: number): string | undefined {
  const id = readActionId(textOf(node) ?? '', action.scope.names);
  const target = id === undefined || room < 8 ? undefined : action.scope.byId.get(id)?.[0];
  return target && `→ ${target.name === undefined ? label(target, room - 2, false) : shorten(target.name, room - 2)}`;
}

function describeValue(field: Field, node: JsonNode, room: number): string | undefined {
  if (node.type === 'string') return describeText(field, node.value as string, room);
  if (node.type === 'number') return describeNumber(field, node.value as number, room);
  if (node.type === 'object') {
    if (field.holds === 'address') return describeAddress(node, room);
    if (field.kind === 'map' && node.children.length > 0)
      return shorten(
        node.children
          .map((child) => child.key?.name || '""')
          .slice(0, 20)
          .join(', '),
        room,
      );
  }
  if (node.type === 'array' && field.kind === 'array' && field.item) {
    const more = node.children.length > 1 ? ` and ${node.children.length - 1} more` : '';
    const item = node.children[0];
    const fits = item && (field.item.kind !== 'object' || item.type === 'object') && room - more.length >= 3;
    const first = fits ? describeValue(field.item, item, room - more.length) : undefined;
    return first && first + more;
  }
  return undefined;
}

function describeNumber({ unit }: Field, value: number, room: number): string | undefined {
  // -1 in a place of the calendar stands for any.
  const any = value < 0 && (unit === 'month' || unit === 'day' || unit === 'hour' || unit === 'minute');
  return any ? undefined : shorten(shortQuantity(value, unit), room);
}

function describeText(field: Field, text: string, room: number): string | undefined {
  if (field.format === 'speech') return quote(text.slice(0, 4096).replace(speechMarkup, ' '), room);
  if (field.format === 'url') return shorten(describeUrl(text), room) || undefined;
  // Of an id the first digits are enough to tell it from others.
  if (field.format === 'uuid' && canonicalUuid(text) !== undefined) return shorten(text, Math.min(9, room));
  if (field.format || field.values || text.startsWith('${')) return shorten(text, room) || undefined;
  return quote(text, room);
}

/** What a voice does not speak: the elements of SSML, and comments. Anything else between `<` and `>` is a text. */
const speechMarkup =
  /<\/?(?:speak|p|s|break|say-as|sub|phoneme|prosody|emphasis|voice|lang|lexicon|lookup|token|w|audio|desc|mark|par|seq|media|metadata|meta|[a-z]+:[\w-]+)(?=[\s/>])[^<>]*>|<!--[^<>]*-->/g;

function quote(text: string, room: number): string | undefined {
  const short = shorten(text, room - 2);
  return short === '' ? undefined : `"${short}"`;
}

/** Of a URL what differs from flow to flow: the name of the file, or host and path where there is no file. */
function describeUrl(url: string): string {
  const plain = url
    .slice(0, 2048)
    .replace(/[?#].*$/s, '')
    .replace(/^\w+:\/\//, '')
    .replace(/\/+$/, '');
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  return last !== plain && /\.\w+$/.test(last) ? last : plain;
}

function describeAddress(node: JsonNode, room: number): string | undefined {
  const uses = findAddressType(textOf(member(node, 'type')) ?? '')?.uses ?? 'target';
  const text = textOf(member(node, uses)) || textOf(member(node, 'target')) || textOf(member(node, 'name'));
  return text ? shorten(text, room) : undefined;
}

function isOperator(text: string): boolean {
  return /^[=!<>]+$/.test(text);
}
