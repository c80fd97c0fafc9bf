import { type ActionDefinition, actionDefinitions } from '../../catalog';
import type { JsonNode } from '../../json/node';

/** The type that has all options of an object; of several the one with the fewest others. Undefined where none has, or where there are no options. */
export function guessType(option: JsonNode | undefined): ActionDefinition | undefined {
  const names = (option?.children ?? []).flatMap((child) => (child.key ? [child.key.name] : []));
  if (names.length === 0) return undefined;
  let best: ActionDefinition | undefined;
  for (const one of actionDefinitions) {
    if (one.deprecated || one.internal || one.noop || !names.every((name) => one.field(name))) continue;
    if (!best || one.fields.length < best.fields.length) best = one;
  }
  return best;
}
