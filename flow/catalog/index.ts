import type { ActionDefinition } from './action';
import { sleep } from './actions/sleep';

export type { ActionDefinition, ActionEntry, Category, Media } from './action';
export { type AddressType, addressTypes, findAddressType } from './address';
export type { Effect, Field, FieldMeta, Format, Quirk, Resource, Unit, WhenMissing } from './field';

/** Every action type that VoIPbin accepts, in the order in which its source declares them. */
export const actionDefinitions: readonly ActionDefinition[] = [sleep];

const byType = new Map(actionDefinitions.map((one) => [one.type, one]));

/** The definition of a type. The engine tells upper from lower case, and so does this. */
export function findAction(type: string): ActionDefinition | undefined {
  return byType.get(type);
}

/** Old names of types that VoIPbin no longer accepts, each with the type that took its place. */
export const retiredTypes: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.flatMap((one) => (one.retiredNames ?? []).map((name) => [name, one] as const)),
);

/** Words that people and documents use as a type though it never was one, each with the type they mean. */
export const otherNames: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.flatMap((one) => (one.alsoCalled ?? []).map((name) => [name, one] as const)),
);
