import {
  type ActionNode,
  type Field,
  type FlowModel,
  fieldAt,
  fieldsOf,
  type JsonKey,
  type JsonNode,
  locate,
  perModel,
  readFlow,
  type Scope,
  withDoubleQuotes,
} from '../../../flow';
import { withoutComments } from './comments';
import { repair } from './repair';
import { findRole, type Role } from './role';
import { type CursorToken, nextSignificant, previousSignificant, tokenAt } from './token';

/** Where something is completed: what is there, what can be there, and which commas a suggestion must add. */
export interface Site {
  /** The model of the text after the half-typed token is repaired. Up to the token its offsets are those of the document. */
  readonly model: FlowModel;
  /** The document itself, comments blanked out and wrong quotes as double ones. */
  readonly text: string;
  /** The document with its comments and quotes. */
  readonly original: string;
  readonly token: CursorToken;
  /** The part of the token before the cursor, without a quote. */
  readonly typed: string;
  readonly role: Role;
  /** The object or array around; undefined in a document without anything. */
  readonly container: JsonNode | undefined;
  /** Of a value: its key. */
  readonly key: JsonKey | undefined;
  /** Of a value and an item: what the catalog says of it. */
  readonly field: Field | undefined;
  /** Of a key: what the catalog says about the keys that can be here. */
  readonly fields: readonly Field[] | undefined;
  /** The innermost action around. */
  readonly action: ActionNode | undefined;
  readonly scope: Scope | undefined;
  /** The key at the cursor has its colon already. */
  readonly hasColon: boolean;
  /** The offsets in the document of the characters before and after the token, without white space; -1 and its length at the ends. */
  readonly before: number;
  readonly after: number;
  /** A comma is missing before or behind the token. */
  readonly commaBefore: boolean;
  readonly commaAfter: boolean;
  /** The offset in the document of an offset of the model. */
  toDocument(offset: number): number;
}

/** A model in which wrong quotes are read as double ones; offsets are those of the document. */
const inDoubleQuotes = perModel((model) => {
  const { text, jsonc, issues } = model;
  const mended = issues.some(({ code }) => code === 'InvalidSymbol') ? withDoubleQuotes(text) : text;
  return { model: mended === text ? model : readFlow(mended, { jsonc }) };
});

/** The site at an offset of any text; undefined where nothing can be completed: in comments, behind a value that is complete, outside. `build` makes the model of a repaired text. */
export function findSite(written: FlowModel, offset: number, build = readFlow): Site | undefined {
  const { model: broken } = inDoubleQuotes(written);
  const text = withoutComments(broken, offset);
  if (text === undefined) return undefined;
  const token = tokenAt(text, offset);
  const before = previousSignificant(text, token.start);
  const after = nextSignificant(text, token.end);
  const role = findRole(broken, text, token, before, after);
  if (!role) return undefined;
  const hasColon = role === 'key' && text[after] === ':';
  const { model, at, delta } = repair(broken, text, token, { role, hasColon, after }, build);
  const { container, key, field, action, scope } = locate(model, at);
  if (role !== 'document' && container?.type !== (role === 'item' ? 'array' : 'object')) return undefined;
  if (role === 'value' && !key) return undefined;
  return {
    model,
    text,
    original: written.text,
    token,
    typed: text.slice(token.start + (token.kind === 'string' ? 1 : 0), offset),
    role,
    container,
    key: role === 'value' ? key : undefined,
    field: role === 'item' ? itemField(model, container) : role === 'value' ? field : undefined,
    fields: role === 'key' && container ? fieldsOf(model, container) : undefined,
    action,
    scope,
    hasColon,
    before,
    after,
    commaBefore: (role === 'key' || role === 'item') && !/[[{,]/.test(text[before] ?? ''),
    commaAfter: role !== 'document' && !hasColon && after < text.length && !/[,\]}:]/.test(text[after] ?? ''),
    toDocument: (place) => (place <= token.start ? place : place - delta),
  };
}

function itemField(model: FlowModel, container: JsonNode | undefined): Field | undefined {
  return fieldAt(model, container)?.item;
}
