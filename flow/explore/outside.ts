import { perObject } from '../collections/perObject';
import type { RunInput, SavedAction, WorldScript } from '../simulator';
import type { Run } from '../simulator/run/run';
import { type Constants, chainsIn, constantsOf } from './constants';
import { actionsIn, actionsOf, mainList } from './lists';
import { type LiveNames, liveNames } from './liveNames';
import { livenessOf, readsOf } from './liveness';
import { type OpenVariables, openVariables } from './openVariables';
import { idsOf } from './optionValues';
import type { Tested } from './tested';
import { anyTexts } from './textsApart';
import { type Times, timesOf } from './times';

/** What a run can depend on, and what the outside can do that makes a difference. */
export interface Outside {
  /** What is known of it: nothing else is tried in its place. */
  readonly given: WorldScript;
  readonly live: LiveNames;
  /** The actions of the flow, and of every list that is known of the outside. */
  actionsOf(run: Run): readonly SavedAction[];
  constantsFor(run: Run): Constants;
  /** Texts of all that tests can tell of a variable; undefined where none looks at it. */
  textsFor(run: Run, name: string): readonly string[] | undefined;
  /** Those are not all that make a difference. */
  lacksConstants(run: Run): boolean;
  /** The times that make a difference; undefined where none does. */
  timesFor(run: Run): Times | undefined;
  readonly open: OpenVariables;
}

const usualTime = '2026-11-18T10:30:00Z';

/** The outside of the calls of one flow, on the ground of what is known of it. `isPlaced`: nothing outside gives it variables. */
export function outsideOf(given: WorldScript, isPlaced = false): Outside {
  const elsewhere = actionsOf(given);
  const readElsewhere = readsOf({ actions: elsewhere });
  const live = liveNames(perObject((list) => livenessOf(list, readElsewhere)));
  const everywhere = perObject((main: readonly SavedAction[]) => ({ actions: [...main, ...elsewhere] }));
  const of = <T>(make: (list: { readonly actions: readonly SavedAction[] }, run: Run) => T) => {
    const known = new Map<readonly SavedAction[], T>();
    return (run: Run): T => {
      const main = mainList(run) ?? none;
      if (known.has(main)) return known.get(main) as T;
      const made = make(everywhere(main), run);
      known.set(main, made);
      return made;
    };
  };
  const others = [given.flows, given.queues, given.conferences].flatMap((known) => Object.keys(known ?? {}));
  // An action without an id gets another one in each call.
  const actionIds = (input: RunInput) => idsOf([...actionsIn(input.actions), ...elsewhere]);
  const constantsFor = of((list, { quirks, input }) =>
    constantsOf(list, quirks, { actions: actionIds(input), others }),
  );
  const textsOf = perObject((tested: Tested) => anyTexts(tested));
  return {
    given,
    live,
    actionsOf: of(({ actions }) => actions),
    constantsFor,
    textsFor: (run, name) => {
      const tested = constantsFor(run).get(name);
      return tested && textsOf(tested).texts;
    },
    lacksConstants: of(
      ({ actions }, run) =>
        chainsIn(actions, run.quirks).isPartial ||
        [...constantsFor(run).values()].some((tested) => !textsOf(tested).isAll),
    ),
    timesFor: of((list, { quirks }) => timesOf(list, new Date(given.now ?? usualTime), quirks)),
    open: openVariables(isPlaced ? () => noConstants : constantsFor, given),
  };
}

const none: readonly SavedAction[] = [];
const noConstants: Constants = new Map();
