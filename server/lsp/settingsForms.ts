import { isObject } from '../../flow';

/** Settings by their names, one within the other, as far as a client said something. */
export type SentSettings = Readonly<Record<string, unknown>>;

/**
 * The settings in what a client sends, in each of the usual forms: `{ "voipbin": { … } }`, the inner object alone, or names with dots. Nothing
 * where it sends something else.
 *
 * What other extensions are told stands beside `voipbin` and is passed over.
 */
export function readSentSettings(sent: unknown): SentSettings {
  const all = nest(sent);
  return Object.hasOwn(all, section) ? asObject(all[section]) : all;
}

const section = 'voipbin';

/** Names with dots as objects within each other. */
function nest(sent: unknown): SentSettings {
  const result = emptyObject();
  add(result, asObject(sent), deepest);
  return result;
}

/** A section, its settings, and of `checks` the codes. */
const deepest = 3;

function add(target: Record<string, unknown>, values: SentSettings, levels: number): void {
  for (const [name, value] of Object.entries(values)) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    let holder = target;
    for (const part of path) holder = objectIn(holder, part);
    if (isObject(value) && levels > 1) add(objectIn(holder, last), value, levels - 1);
    else holder[last] = value;
  }
}

function objectIn(holder: Record<string, unknown>, name: string): Record<string, unknown> {
  const known = holder[name];
  const inner = isObject(known) ? (known as Record<string, unknown>) : emptyObject();
  holder[name] = inner;
  return inner;
}

/** Without a prototype, which a name could reach. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null);
}

function asObject(value: unknown): SentSettings {
  return isObject(value) ? value : {};
}
