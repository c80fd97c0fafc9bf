import { type OptionTraits, optionTraits } from '../go/substitute';
import type { JsonObject } from '../jsonValue';
import type { Place } from '../place';

/** An action as the platform stores it: ids are canonical, nil ids are `nilId`. */
export interface SavedAction {
  readonly id: string;
  readonly nextId: string;
  readonly type: string;
  readonly option: JsonObject | undefined;
}

/** A list of actions that can be run, with what lookups and events need of it worked out once. */
export interface ActionList {
  /** `""` for the flow itself, else what stands before the position in `Place.index`, such as `flows/<id>/`. */
  readonly key: string;
  readonly actions: readonly SavedAction[];
  readonly places: readonly Place[];
  /** Position of the first action with an id: the engine knows actions by id only, and finds the first. */
  readonly byId: ReadonlyMap<string, number>;
  /** Ids that more than one action has. */
  readonly shared: ReadonlySet<string>;
  readonly traits: readonly OptionTraits[];
}

/** Makes a list of saved actions runnable. `path` is the place of the list in the document, if it is in one. */
export function actionList(
  actions: readonly SavedAction[],
  key: string,
  path?: readonly (string | number)[] | undefined,
): ActionList {
  const byId = new Map<string, number>();
  const shared = new Set<string>();
  for (const [position, { id }] of actions.entries()) {
    if (byId.has(id)) shared.add(id);
    else byId.set(id, position);
  }
  return {
    key,
    actions,
    places: actions.map(({ type }, position) => ({
      index: `${key}${position}`,
      path: path && [...path, position],
      type,
    })),
    byId,
    shared,
    traits: actions.map(({ option }) => optionTraits(option)),
  };
}
