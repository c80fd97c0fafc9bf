import {
  type Exploration,
  exploring,
  exploringLists,
  type FlowModel,
  type ListWays,
  nestedCalls,
  type RunInput,
  type Scope,
} from '../../flow';
import type { Clock } from '../api/clock';
import { inSlices, maxShownStates } from './inSlices';
import { withOwners } from './sentFlow';
import { simulatedInput } from './simulatedInput';

/** What calls of one list of a document come to, as far as an editor explores it while its user waits. */
interface ListExploration {
  readonly input: RunInput;
  readonly found: Exploration;
}

/** Explores lists of one version of a document, each once, in slices. */
export interface ListExplorer {
  /** Undefined where nothing runs the list, or where it is not wanted any more. */
  of(scope: Scope): Promise<ListExploration | undefined>;
  /** How often one action of the list runs in a call at the most, by the index of its place. */
  maxRuns(scope: Scope, index: string): Promise<number | undefined>;
}

const bound = { maxStates: maxShownStates };

export function createListExplorer(model: FlowModel, clock: Clock, isWanted: () => boolean): ListExplorer {
  const explored = new Map<Scope, Promise<ListWays | undefined>>();
  const counted = new Map<string, Promise<number | undefined>>();
  const inputOf = ({ owner }: Scope) =>
    owner ? nestedCalls(model).find((call) => call.owner === owner)?.input : simulatedInput(model);
  const explore = async ({ owner }: Scope) => {
    const whole = simulatedInput(model);
    if (!whole) return undefined;
    const around = new Set(withOwners(owner));
    const going = exploringLists(model, whole, { semantics: 'observed', ...bound }, (call) => around.has(call.owner));
    return (await inSlices(going, clock, isWanted))?.get(owner);
  };
  const listOf = (scope: Scope) => {
    const going = explored.get(scope) ?? explore(scope);
    explored.set(scope, going);
    return going;
  };
  return {
    async of(scope) {
      const found = (await listOf(scope))?.found;
      const input = inputOf(scope);
      return input && found && { input, found };
    },
    maxRuns(scope, index) {
      const key = `${model.scopes.indexOf(scope)} ${index}`;
      const begin = async () => {
        const counts: number[] = [];
        for (const { input, ground } of (await listOf(scope))?.flows ?? []) {
          const found = await inSlices(
            exploring(input, { ...bound, world: ground, isPlaced: scope.owner !== undefined, countOf: index }),
            clock,
            isWanted,
          );
          if (found?.most === undefined) return undefined;
          counts.push(found.most);
        }
        return counts.length === 0 ? undefined : Math.max(...counts);
      };
      const going = counted.get(key) ?? begin();
      counted.set(key, going);
      return going;
    },
  };
}
