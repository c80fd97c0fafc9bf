import { type Exploration, exploring } from '../../flow/explore';
import type { FlowModel, Scope } from '../../flow/model/flowModel';
import type { RunInput } from '../../flow/simulator';
import { nestedCalls } from '../../flow/ways';
import type { Clock } from '../api/clock';
import { inSlices, maxShownStates } from './inSlices';
import { simulatedInput } from './simulatedInput';

/** What calls of one list of a document come to, as far as an editor explores it while its user waits. */
export interface ListExploration {
  readonly input: RunInput;
  readonly found: Exploration;
}

/** Explores lists of one version of a document, each once, in slices. */
export interface ListExplorer {
  /** Undefined where nothing runs the list, or where it is not wanted any more. */
  of(scope: Scope): Promise<ListExploration | undefined>;
  /** How often one action of the list runs in a call at the most, by the index of its place. */
  mostRuns(scope: Scope, index: string): Promise<number | undefined>;
}

export function createListExplorer(model: FlowModel, clock: Clock, isWanted: () => boolean): ListExplorer {
  const explored = new Map<Scope, Promise<ListExploration | undefined>>();
  const counted = new Map<string, Promise<number | undefined>>();
  const inputOf = ({ owner }: Scope) =>
    owner ? nestedCalls(model).find((call) => call.owner === owner)?.input : simulatedInput(model);
  const explore = (input: RunInput, countOf?: string) =>
    inSlices(
      exploring(input, { maxStates: maxShownStates, ...(countOf === undefined ? {} : { countOf }) }),
      clock,
      isWanted,
    );
  return {
    of(scope) {
      const begin = async () => {
        const input = inputOf(scope);
        const found = input && (await explore(input));
        return input && found && { input, found };
      };
      const going = explored.get(scope) ?? begin();
      explored.set(scope, going);
      return going;
    },
    mostRuns(scope, index) {
      const key = `${model.scopes.indexOf(scope)} ${index}`;
      const begin = async () => {
        const input = inputOf(scope);
        return input && (await explore(input, index))?.most;
      };
      const going = counted.get(key) ?? begin();
      counted.set(key, going);
      return going;
    },
  };
}
