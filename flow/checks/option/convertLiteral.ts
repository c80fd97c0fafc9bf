import { typesReachedBy } from '../../catalog/address';
import type { Field } from '../../catalog/field';
import { isFloat32, isInt64 } from '../../json/goNumber';
import { type JsonNode, toValue } from '../../json/node';
import { hasVariable } from '../../model/variableUses';
import { guessAddress } from '../address/guessAddress';

/** Whether a value has the JSON type that a field wants, and VoIPbin can read a number of its size. `null` counts as absent and fits everything. */
export function fitsKind({ kind }: Field, value: Pick<JsonNode, 'type' | 'value'>): boolean {
  switch (value.type) {
    case 'string':
    case 'boolean':
      return kind === value.type;
    case 'number':
      return kind === 'number' ? isFloat32(Number(value.value)) : kind === 'integer' && isInt64(Number(value.value));
    case 'object':
      return kind === 'object' || kind === 'map';
    case 'array':
      return kind === 'array';
    default:
      return true;
  }
}

/** The value in the JSON type that a field wants, where only one can be meant; undefined otherwise. */
export function convertLiteral(field: Field, node: JsonNode, actionType?: string): unknown {
  switch (field.kind) {
    case 'string':
      return toText(field, node);
    case 'integer':
    case 'number':
      return toNumber(field, node);
    case 'boolean':
      return toBoolean(node);
    case 'array':
      return toList(field, node, actionType);
    case 'object':
      return toObject(field, node, actionType);
    default:
      return undefined;
  }
}

function toText(field: Field, node: JsonNode): string | undefined {
  if (field.format === 'json-text') return JSON.stringify(toValue(node));
  // An id, a URL, a language or one of a few known words is never a number.
  if (field.values || field.refersTo || field.format === 'url' || field.format === 'language-tag') return undefined;
  return node.type === 'number' || node.type === 'boolean' ? String(node.value) : undefined;
}

const amount = /^([+-]?\d+(?:\.\d+)?)\s*(ms|s)?$/;

function toNumber(field: Field, node: JsonNode): number | undefined {
  if (node.type === 'number') return Math.round(node.value as number);
  const found = node.type === 'string' ? amount.exec((node.value as string).trim()) : null;
  if (!found || (found[2] !== undefined && field.unit !== 'ms' && field.unit !== 's')) return undefined;
  const [, digits, unit] = found;
  const value = Number(digits) * (unit === undefined || unit === field.unit ? 1 : unit === 's' ? 1000 : 0.001);
  return field.kind === 'integer' ? Math.round(value) : value;
}

function toBoolean(node: JsonNode): boolean | undefined {
  const word = String(node.value).toLowerCase();
  if (word === 'true' || word === '1' || word === 'yes') return true;
  return word === 'false' || word === '0' || word === 'no' ? false : undefined;
}

function toList(field: Field, node: JsonNode, actionType: string | undefined): unknown[] | undefined {
  const { item } = field;
  if (!item || node.type === 'array') return undefined;
  if (fitsKind(item, node) && node.type !== 'null') return [toValue(node)];
  const value = convertLiteral(item, node, actionType);
  return value === undefined ? undefined : [value];
}

function toObject(field: Field, node: JsonNode, actionType: string | undefined): unknown {
  if (node.type === 'array') {
    const only = node.children.length === 1 ? node.children[0] : undefined;
    return only?.type === 'object' ? toValue(only) : undefined;
  }
  if (field.holds !== 'address' || node.type !== 'string' || node.value === '') return undefined;
  const text = node.value as string;
  return guessAddress(text, actionType) ?? (hasVariable(text) ? addressOfVariable(text, actionType) : undefined);
}

/** A variable in the place of an address mostly holds what the action reaches first of all: a telephone number, and for an email its address. */
function addressOfVariable(text: string, actionType: string | undefined): unknown {
  const { type, uses } = typesReachedBy(actionType)[0] ?? usualType;
  return { type, [uses]: text };
}

const usualType = { type: 'tel', uses: 'target' } as const;
