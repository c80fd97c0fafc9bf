import type { JsonObject } from '../../json/jsonValue';
import type { Path } from '../../json/node';
import { type OptionTraits, optionTraits } from '../go/substitute';
import type { ActionPlace } from '../place';

/** An action as the platform stores it: ids are canonical, nil ids are `nilUuid`. */
export interface SavedAction {
  readonly id: string;
  readonly nextId: string;
  readonly type: string;
  readonly option: JsonObject | undefined;
}

interface Ids {
  /** Position of the first action with an id: the engine knows actions by id only, and finds the first. */
  readonly byId: ReadonlyMap<string, number>;
  /** Ids that more than one action has. */
  readonly shared: ReadonlySet<string>;
}

/**
 * A list of actions that can be run. What lookups and events need of an action is worked out when a run reaches it, and then remembered: of a long
 * list most runs see little.
 */
export interface ActionList extends Ids {
  /** `""` for the flow itself, else what stands before the position in `Place.index`, such as `flows/<id>/`. */
  readonly key: string;
  readonly actions: readonly SavedAction[];
  /** Where an action stands; undefined where there is none. */
  placeAt(position: number): ActionPlace | undefined;
  /** What substitution would do to the option of an action; undefined where there is none. */
  traitsAt(position: number): OptionTraits | undefined;
}

/** Makes a list of saved actions runnable. `path` is the place of the list in the document, if it is in one; of `isOneAction` the place of its only action. */
export function actionList(
  actions: readonly SavedAction[],
  key: string,
  path?: Path | undefined,
  isOneAction = false,
): ActionList {
  const atPosition = <T>(make: (action: SavedAction, position: number) => T) => {
    const made = new Map<number, T>();
    return (position: number): T | undefined => {
      const action = actions[position];
      if (!action) return undefined;
      const found = made.get(position) ?? make(action, position);
      made.set(position, found);
      return found;
    };
  };
  let ids: Ids | undefined;
  const known = () => {
    ids ??= readIds(actions);
    return ids;
  };
  return {
    key,
    actions,
    get byId() {
      return known().byId;
    },
    get shared() {
      return known().shared;
    },
    placeAt: atPosition(({ type }, position) => ({
      index: `${key}${position}`,
      path: isOneAction ? path : path && [...path, position],
      type,
    })),
    traitsAt: atPosition(({ option }) => optionTraits(option)),
  };
}

function readIds(actions: readonly SavedAction[]): Ids {
  const byId = new Map<string, number>();
  const shared = new Set<string>();
  for (const [position, { id }] of actions.entries()) {
    if (byId.has(id)) shared.add(id);
    else byId.set(id, position);
  }
  return { byId, shared };
}
