/** Longer texts are not made up. */
const maxLength = 2000;

/** A text, and one that comes after it in any order of texts. */
export function textsAround(text: string): readonly string[] {
  return [text, `${text}0`];
}

/** The keys of a telephone in the order of texts. */
const keys = '#*0123456789ABCD';

/** A text that comes before another one in the order of texts, whatever follows it. */
export function belowText(text: string): readonly string[] {
  const code = text.charCodeAt(0);
  if (text === '' || code <= space) return [];
  const below = [...'zZ90#'].find((letter) => letter.charCodeAt(0) < code);
  return [below ?? ' '];
}

const space = 0x20;

/** Where keys can give a text: others of no more keys that come before and after it, since no more may be asked for. */
export function keysAround(text: string): readonly string[] {
  if (![...text].every((key) => keys.includes(key))) return [];
  const [first = '', last = ''] = [text.slice(0, 1), text.slice(-1)];
  const head = text.slice(0, -1);
  return [
    ...besides(last, 1).map((key) => head + key),
    ...besides(last, -1).map((key) => head + key),
    ...besides(first, 1),
  ];
}

function besides(key: string, by: number): readonly string[] {
  const other = keys[keys.indexOf(key) + by];
  return key === '' || other === undefined ? [] : [other];
}

/** Numbers on both sides of one, and itself; whole ones too, since keys give no others. */
export function numbersAround(value: number): readonly string[] {
  // The engine compares as float32: the next number has to be another one there.
  const step = Math.max(1, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) - 22));
  const around = [value - step, value, value + step];
  const whole = Number.isInteger(value) ? [] : [Math.floor(value), Math.ceil(value)];
  return [...around, ...whole].map(String);
}

/** Texts of a length, and of one less and one more. */
export function lengthsAround(length: number): readonly string[] {
  const wanted = Math.min(maxLength, Math.max(0, Math.floor(length)));
  return [wanted - 1, wanted, wanted + 1].filter((count) => count >= 0).map((count) => '0'.repeat(count));
}
