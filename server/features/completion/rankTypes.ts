import {
  type ActionDefinition,
  type ActionNode,
  actionDefinitions,
  type FlowModel,
  findShape,
  runsOn,
  type Scope,
} from '../../../flow';

/** What a flow mostly begins with. */
const starters: readonly string[] = ['answer', 'talk', 'play', 'amd'];

/** How many types name a type as one that often comes next. */
const popularity = new Map<string, number>();
for (const definition of actionDefinitions) {
  for (const type of definition.followedBy ?? []) popularity.set(type, (popularity.get(type) ?? 0) + 1);
}

/**
 * Every action type, best first for the place behind an action: what often follows it, then what follows anything; what would be skipped
 * in this document, what does nothing and what is deprecated come last, in this order.
 */
export function rankTypes(model: FlowModel, scope: Scope | undefined, previous: ActionNode | undefined) {
  const likely = previous ? (previous.definition?.followedBy ?? []) : starters;
  const trigger = scope?.owner ? 'call' : findShape(model.shape).trigger;
  const rank = (definition: ActionDefinition) => {
    if (definition.deprecated !== undefined) return 4000;
    if (definition.noop || definition.internal !== undefined) return 3000;
    if (trigger && !runsOn(definition.media, trigger)) return 2000;
    const place = likely.indexOf(definition.type);
    return place >= 0 ? place : 1000 - (popularity.get(definition.type) ?? 0);
  };
  return [...actionDefinitions].sort((a, b) => rank(a) - rank(b));
}
