import { type ActionDefinition, actionDefinitions, findAction } from '../../catalog';
import type { JsonNode } from '../../json/node';

/**
 * The type that has all options of an object; of several the one with the fewest others, then the one that other actions name most often as
 * what follows them. Undefined where none has, or where there are no options.
 */
export function guessType(option: JsonNode | undefined): ActionDefinition | undefined {
  const names = (option?.children ?? []).flatMap((child) => (child.key ? [child.key.name] : []));
  if (names.length === 0) return undefined;
  // Most texts are spoken, whatever else could take one.
  if (names.every((name) => name.toLowerCase() === 'text')) return findAction('talk');
  let best: ActionDefinition | undefined;
  for (const one of actionDefinitions) {
    if (one.deprecated || one.internal || one.noop || !names.every((name) => one.field(name))) continue;
    if (!best || isBetter(one, best)) best = one;
  }
  return best;
}

function isBetter(one: ActionDefinition, other: ActionDefinition): boolean {
  const fewer = other.fields.length - one.fields.length;
  return fewer > 0 || (fewer === 0 && mentions(one) > mentions(other));
}

function mentions({ type }: ActionDefinition): number {
  return actionDefinitions.filter((one) => one.followedBy?.includes(type)).length;
}
