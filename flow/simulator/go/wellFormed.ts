import type { JsonObject } from '../../json/jsonValue';
import { type Leaf, mapValue, someKey, someLeaf } from './mapValue';

/** A text as Go decodes it from JSON: U+FFFD stands for each surrogate without its partner. */
export function wellFormed(text: string): string {
  return loneSurrogate.test(text) ? text.replaceAll(everyLoneSurrogate, '\ufffd') : text;
}

// With the flag u a pair is one character, so that only surrogates without a partner are found.
const loneSurrogate = /\p{Surrogate}/u;
const everyLoneSurrogate = /\p{Surrogate}/gu;

/** An object whose texts and keys are all well-formed, at any depth; itself where they are. */
export function wellFormedObject(value: JsonObject): JsonObject {
  const holdsOne =
    someLeaf(value, (leaf) => typeof leaf === 'string' && loneSurrogate.test(leaf)) ||
    someKey(value, (key) => loneSurrogate.test(key));
  if (!holdsOne) return value;
  const leaf = (value: Leaf) => (typeof value === 'string' ? wellFormed(value) : value);
  return mapValue(value, { leaf, key: wellFormed }) as JsonObject;
}
