import { foldKey } from '../../json/foldKey';
import { isList, type JsonObject, type JsonValue } from '../../json/jsonValue';
import { formatValue } from './formatValue';
import { type Leaf, mapValue, someLeaf } from './mapValue';

/** The value of a variable, or undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** The one variable that is worked out when it is read. */
export const referenceData = 'voipbin.flow.reference_data';

/** What substitution would do to an option, worked out once per action so that most executions need not walk it. */
export interface OptionTraits {
  /** Some text holds `${`, or some list an element that substitution turns into text. */
  readonly changes: boolean;
  /** Some list holds an element that substitution turns into text. */
  readonly holdsListElements: boolean;
  /** Some text may read {@link referenceData}. */
  readonly readsReferenceData: boolean;
}

/** How many more characters substitution may write; below 0 what it gave is not complete and counts for nothing. */
export interface Room {
  left: number;
}

/**
 * A text with every `${name}` replaced by its value, raw; unknown names give nothing. The result is not looked at again.
 *
 * A name ends at the first brace and goes over no line feed. The text is gone through once, whatever it holds.
 */
export function substituteText(text: string, lookup: Lookup, room: Room = { left: Infinity }): string {
  let open = text.indexOf('${');
  if (open < 0) {
    room.left -= text.length;
    return text;
  }
  let result = '';
  let from = 0;
  let close = -1;
  let lineFeed = -1;
  const write = (piece: string) => {
    room.left -= piece.length;
    if (room.left >= 0) result += piece;
  };
  while (open >= 0 && room.left >= 0) {
    if (close < open) close = text.indexOf('}', open);
    if (close < 0) break;
    if (lineFeed < open) lineFeed = indexOrEnd(text, '\n', open);
    if (lineFeed < close) {
      // No name that begins before the line feed is closed before it.
      open = text.indexOf('${', lineFeed);
      continue;
    }
    write(text.slice(from, open));
    write(lookup(text.slice(open + 2, close)) ?? '');
    from = close + 1;
    open = text.indexOf('${', from);
  }
  write(text.slice(from));
  return result;
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const found = text.indexOf(sought, from);
  return found < 0 ? text.length : found;
}

/**
 * An option with its variables replaced, as a new object; the given one stays as it is.
 *
 * Texts are replaced at any depth, keys never. Elements of lists that are no texts become texts as Go prints them, while
 * the same values directly inside an object stay. Source: bin-flow-manager/pkg/variablehandler/substitute.go SubstituteOption.
 */
export function substituteOption(option: JsonObject, lookup: Lookup, lists: ListReading = {}, room?: Room): JsonObject {
  const leaf = (value: Leaf, inList: boolean): JsonValue => {
    if (typeof value === 'string') return substituteText(value, lookup, room);
    return inList && !lists.keepElements ? formatValue(value) : value;
  };
  const entries = Object.entries(option).map(([key, value]): [string, JsonValue] => {
    const numbers = isList(value) && lists.numbersIn !== undefined && foldKey(key) === lists.numbersIn;
    return [key, numbers ? value.map((element) => readNumber(element, lookup)) : mapValue(value, { leaf })];
  });
  // Object.fromEntries defines "__proto__" as an ordinary key; an assignment would not.
  return Object.fromEntries(entries);
}

/** How the elements of lists are treated otherwise than by the engine. */
export interface ListReading {
  /** Elements that are no texts stay what they are. */
  readonly keepElements?: boolean;
  /** The key of a list whose elements are whole numbers, also where a text holds one. */
  readonly numbersIn?: string;
}

function readNumber(value: JsonValue, lookup: Lookup): JsonValue {
  if (typeof value !== 'string') return value;
  const text = substituteText(value, lookup);
  return /^[+-]?\d+$/.test(text) ? Number(text) : text;
}

/** What substitution would do to an option. */
export function optionTraits(option: JsonObject | undefined): OptionTraits {
  if (!option) return none;
  let changes = false;
  let holdsListElements = false;
  let readsReferenceData = false;
  someLeaf(option, (value, inList) => {
    if (typeof value === 'string') {
      changes ||= value.includes('${');
      readsReferenceData ||= value.includes(referenceData);
    } else holdsListElements ||= inList;
    return false;
  });
  return { changes: changes || holdsListElements, holdsListElements, readsReferenceData };
}

const none: OptionTraits = { changes: false, holdsListElements: false, readsReferenceData: false };
