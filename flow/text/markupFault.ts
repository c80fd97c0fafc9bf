import { masked, maskVariables } from './maskVariables';

/** Why a text is not well-formed markup; places are indices of the text, `end` is exclusive. */
export interface MarkupFault {
  /**
   * `tag`: a `<` that begins no tag, or one that is not well-formed. `entity`: `&name;` that XML does not have. `character`: one that XML does not
   * allow. `comment`: `--` within a comment.
   */
  readonly kind: 'ampersand' | 'entity' | 'tag' | 'unclosed' | 'unopened' | 'cdata-end' | 'character' | 'comment';
  readonly index: number;
  readonly end: number;
  /** The element that is opened and not closed. */
  readonly element?: string;
}

/**
 * The first reason why a text within `<speak>…</speak>` is no well-formed XML; undefined where it is, or where the value of a variable in
 * it could make it so.
 *
 * It judges as the engine does: the five entities of XML and numeric ones, attributes in quotes. Source: Go `encoding/xml` `Decoder`,
 * called by `bin-tts-manager/pkg/ttshandler/tts.go` `isValidSSML`.
 */
export function findMarkupFault(text: string): MarkupFault | undefined {
  const character = findForbidden(text);
  if (character >= 0) return { kind: 'character', index: character, end: character + 1 };
  if (!text.includes('&') && !text.includes('<') && !text.includes(']]>')) return undefined;
  const reader = { text: maskVariables(text), at: 0, open: [] as Element[], free: false };
  while (reader.at < reader.text.length) {
    const fault = step(reader);
    if (fault === 'unknown') return undefined;
    if (fault) return fault;
  }
  const last = reader.open.pop();
  return last && !reader.free ? { kind: 'unclosed', index: last.index, end: last.end, element: last.name } : undefined;
}

/** The first character that XML does not allow; -1 without one. A lone surrogate is replaced before it gets there. */
function findForbidden(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 ? !isBlank(code) : code >= 0xfffe) return at;
  }
  return -1;
}

const isBlank = (code: number) => code === 9 || code === 10 || code === 13;

interface Element {
  readonly name: string;
  readonly index: number;
  readonly end: number;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly open: Element[];
  /** A variable stands where its value could open and close elements. */
  free: boolean;
}

type Outcome = MarkupFault | 'unknown' | undefined;

function step(reader: Reader): Outcome {
  const { text, at } = reader;
  const character = text[at];
  if (character === '<') return readTag(reader);
  if (character === '&') {
    const fault = entityFault(text, at);
    if (fault) return fault;
  }
  if (character === ']' && text.startsWith(']]>', at)) return { kind: 'cdata-end', index: at, end: at + 3 };
  if (character === masked) reader.free = true;
  reader.at++;
  return undefined;
}

const entity = /&(?:#(?:([0-9]+)|x([0-9a-fA-F]+))|([A-Za-z_:][\w.:-]*));/y;
const entityStart = /&#?[\w.:-]*/y;
const entities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

function entityFault(text: string, at: number): MarkupFault | undefined {
  entity.lastIndex = at;
  const found = entity.exec(text);
  if (!found) {
    entityStart.lastIndex = at;
    const length = entityStart.exec(text)?.[0].length ?? 1;
    // The rest of it may be the value of a variable.
    return text[at + length] === masked ? undefined : { kind: 'ampersand', index: at, end: at + 1 };
  }
  const [whole, decimal, hexadecimal, name] = found;
  const known = name === undefined ? isCharacter(decimal, hexadecimal) : entities.has(name);
  return known ? undefined : { kind: 'entity', index: at, end: at + whole.length };
}

function isCharacter(decimal: string | undefined, hexadecimal: string | undefined): boolean {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (code < 32) return isBlank(code);
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Comments, declarations and CDATA, from the longest beginning to the shortest. */
export const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
const elementName = /<(\/?)([\p{L}_:][\p{L}\p{N}_:.-]*)/uy;
const attribute = /\s+[\p{L}_:][\p{L}\p{N}_:.-]*\s*=\s*("[^"<]*"|'[^'<]*')/uy;
const tagEnd = /\s*(\/?)>/y;

function readTag(reader: Reader): Outcome {
  const { text, at } = reader;
  for (const [start, end] of sections) {
    if (!text.startsWith(start, at)) continue;
    const close = text.indexOf(end, at + start.length);
    if (close < 0) return { kind: 'tag', index: at, end: at + start.length };
    const hyphens = start === '<!--' ? text.slice(at + start.length, close + 1).indexOf('--') : -1;
    if (hyphens >= 0) {
      const index = at + start.length + hyphens;
      return { kind: 'comment', index, end: index + 2 };
    }
    reader.at = close + end.length;
    return undefined;
  }
  elementName.lastIndex = at;
  const found = elementName.exec(text);
  const end = at + (found?.[0].length ?? 1);
  if (text[end] === masked) return 'unknown';
  if (!found) return { kind: 'tag', index: at, end };
  return readRest(reader, found[2] ?? '', found[1] === '/', end);
}

/** The attributes and the end of a tag, after which the element is open or closed. */
function readRest(reader: Reader, name: string, closes: boolean, nameEnd: number): Outcome {
  const { text, at, open } = reader;
  let end = nameEnd;
  for (attribute.lastIndex = end; !closes; attribute.lastIndex = end) {
    const found = attribute.exec(text);
    if (!found) break;
    const next = end + found[0].length;
    for (let and = found[0].indexOf('&'); and >= 0; and = found[0].indexOf('&', and + 1)) {
      const fault = entityFault(text, end + and);
      if (fault) return fault;
    }
    end = next;
  }
  tagEnd.lastIndex = end;
  const found = tagEnd.exec(text);
  if (!found || (closes && found[1] !== '')) {
    const close = text.indexOf('>', end);
    const rest = text.slice(end, close < 0 ? text.length : close);
    return rest.includes(masked) ? 'unknown' : { kind: 'tag', index: at, end: nameEnd };
  }
  reader.at = end + found[0].length;
  if (closes) return close(reader, { name, index: at, end: reader.at });
  if (found[1] === '') open.push({ name, index: at, end: reader.at });
  return undefined;
}

function close(reader: Reader, tag: Element): Outcome {
  if (reader.free) {
    // Only what it has to close is uncertain now; the raw characters behind it are still judged.
    if (reader.open[reader.open.length - 1]?.name === tag.name) reader.open.pop();
    return undefined;
  }
  const last = reader.open.pop();
  if (last?.name === tag.name) return undefined;
  if (last) return { kind: 'unclosed', index: last.index, end: last.end, element: last.name };
  return { kind: 'unopened', index: tag.index, end: tag.end, element: tag.name };
}
