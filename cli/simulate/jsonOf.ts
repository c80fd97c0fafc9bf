import {
  type ChildSimulation,
  type FlowModel,
  idsAsNames,
  type Names,
  namesOf,
  type Parting,
  type RunEvent,
  type RunInput,
  type Semantics,
  type SemanticsComparison,
  type Simulation,
} from '../../flow';

/** A run with what it was made of, ready to be printed. */
export interface PrintedRun extends SemanticsComparison {
  readonly path: string;
  readonly input: RunInput;
  readonly semantics: Semantics;
}

/** What shows names in the place of ids. */
interface Namer {
  readonly nameAt: Names;
  readonly say: (text: string) => string;
}

/** A run as JSON for other programs. Times are in virtual ms. Ids are those that VoIPbin gets; sentences have the names of the document. */
export function jsonOf({ path, semantics, parting, ...runs }: PrintedRun, model: FlowModel) {
  const namer = { nameAt: namesOf(model), say: (text: string) => idsAsNames(model, text) };
  return {
    flow: path,
    semantics,
    ...simulationOf(runs[semantics], namer),
    parting: parting ? partingOf(parting) : null,
  };
}

function simulationOf({ events, result, children, omitted }: Simulation, namer: Namer): object {
  const { outcome, error, detail, hangup, used, limit, endedAt, variables, quirks } = result;
  return {
    outcome,
    error,
    detail: namer.say(detail),
    hangup: hangup ?? null,
    used,
    limit: limit ?? null,
    duration: endedAt,
    trace: events.flatMap((event) => rowOf(event, namer)),
    said: events.flatMap((event) => (event.type === 'said' ? [{ time: event.time, text: event.text }] : [])),
    assumed: events.flatMap((event) =>
      event.type === 'assumed'
        ? [{ time: event.time, index: event.place?.index ?? null, detail: namer.say(event.detail) }]
        : [],
    ),
    quirks,
    variables,
    children: children.map((child) => childOf(child, namer)),
    omitted_children: omitted,
  };
}

function rowOf(event: RunEvent, { nameAt }: Namer): object[] {
  if (event.type !== 'action') return [];
  const { time, place, id, action, option, skipped, used } = event;
  return [
    {
      time,
      index: place?.index,
      path: place?.path ?? null,
      id,
      name: nameAt(place?.path) ?? null,
      type: action,
      option,
      skipped,
      used,
    },
  ];
}

function childOf({ child, ...simulation }: ChildSimulation, namer: Namer): object {
  return { cause: child.cause, destination: child.destination ?? null, ...simulationOf(simulation, namer) };
}

function partingOf({ within, place, time, quirks, documented, observed }: Parting): object {
  const way = ({ next, end }: Parting['documented']) => ({
    next: next?.index ?? null,
    outcome: end.outcome,
    error: end.error,
  });
  return { within, index: place?.index ?? null, time, quirks, documented: way(documented), observed: way(observed) };
}
