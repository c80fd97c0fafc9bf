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
  for (const definition of actionDefinitions) {
    if (
      definition.deprecated ||
      definition.internal ||
      definition.noop ||
      !names.every((name) => definition.field(name))
    )
      continue;
    if (!best || isBetter(definition, best)) best = definition;
  }
  return best;
}

function isBetter(definition: ActionDefinition, other: ActionDefinition): boolean {
  const fewer = other.fields.length - definition.fields.length;
  return fewer > 0 || (fewer === 0 && mentions(definition) > mentions(other));
}

function mentions({ type }: ActionDefinition): number {
  return actionDefinitions.filter((definition) => definition.followedBy?.includes(type)).length;
}
