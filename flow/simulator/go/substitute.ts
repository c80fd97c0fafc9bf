import { isList, isObject, type JsonObject, type JsonValue } from '../jsonValue';
import { fold } from './fold';
import { formatValue } from './formatValue';

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

// The dot of Go's regular expressions stops at a line feed only; that of JavaScript at other line ends too.
const variable = /\$\{([^\n]*?)\}/g;

/** A text with every `${name}` replaced by its value, raw; unknown names give nothing. The result is not looked at again. */
export function substituteText(text: string, lookup: Lookup): string {
  return text.includes('${') ? text.replace(variable, (_, name: string) => lookup(name) ?? '') : text;
}

/**
 * An option with its variables replaced, as a new object; the given one stays as it is.
 *
 * Texts are replaced at any depth, keys never. Elements of lists that are no texts become texts as Go prints them, while
 * the same values directly inside an object stay. Source: bin-flow-manager/pkg/variablehandler/substitute.go SubstituteOption.
 */
export function substituteOption(option: JsonObject, lookup: Lookup, lists: ListReading = {}): JsonObject {
  return mapValues(option, (value, key) => {
    const numbers = isList(value) && lists.numbersIn !== undefined && fold(key) === lists.numbersIn;
    return numbers ? value.map((element) => readNumber(element, lookup)) : substituteMember(value, lookup, lists);
  });
}

/** How the elements of lists are treated otherwise than by the engine. */
export interface ListReading {
  /** Elements that are no texts stay what they are. */
  readonly keepElements?: boolean;
  /** The key of a list whose elements are whole numbers, also where a text holds one. */
  readonly numbersIn?: string;
}

function substituteMember(value: JsonValue, lookup: Lookup, lists: ListReading): JsonValue {
  if (typeof value === 'string') return substituteText(value, lookup);
  if (isList(value)) return value.map((element) => substituteElement(element, lookup, lists));
  if (isObject(value)) return mapValues(value, (inner) => substituteMember(inner, lookup, lists));
  return value;
}

function substituteElement(value: JsonValue, lookup: Lookup, lists: ListReading): JsonValue {
  if (typeof value === 'string' || isList(value) || isObject(value)) return substituteMember(value, lookup, lists);
  return lists.keepElements ? value : formatValue(value);
}

function readNumber(value: JsonValue, lookup: Lookup): JsonValue {
  if (typeof value !== 'string') return value;
  const text = substituteText(value, lookup);
  return /^[+-]?\d+$/.test(text) ? Number(text) : text;
}

function mapValues(object: JsonObject, change: (value: JsonValue, key: string) => JsonValue): JsonObject {
  // Object.fromEntries defines "__proto__" as an ordinary key; an assignment would not.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** What substitution would do to an option. */
export function optionTraits(option: JsonObject | undefined): OptionTraits {
  if (!option) return none;
  let changes = false;
  let holdsListElements = false;
  let readsReferenceData = false;
  const look = (value: JsonValue, inList: boolean): void => {
    if (typeof value === 'string') {
      changes ||= value.includes('${');
      readsReferenceData ||= value.includes(referenceData);
    } else if (isList(value)) for (const element of value) look(element, true);
    else if (isObject(value)) for (const inner of Object.values(value)) look(inner, false);
    else holdsListElements ||= inList;
  };
  look(option, false);
  return { changes: changes || holdsListElements, holdsListElements, readsReferenceData };
}

const none: OptionTraits = { changes: false, holdsListElements: false, readsReferenceData: false };
