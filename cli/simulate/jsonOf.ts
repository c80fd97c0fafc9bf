import type {
  ChildSimulation,
  Comparison,
  Parting,
  RunEvent,
  RunInput,
  Semantics,
  Simulation,
} from '../../flow/simulator';

/** A run with what it was made of, ready to be printed. */
export interface PrintedRun extends Comparison {
  readonly path: string;
  readonly input: RunInput;
  readonly semantics: Semantics;
}

/** A run as JSON for other programs. Times are in virtual ms. */
export function jsonOf({ path, semantics, parting, ...runs }: PrintedRun) {
  return { flow: path, semantics, ...simulationOf(runs[semantics]), parting: parting ? partingOf(parting) : null };
}

function simulationOf({ events, result, children, omitted }: Simulation): object {
  const { outcome, error, detail, hangup, used, limit, endedAt, variables, quirks } = result;
  return {
    outcome,
    error,
    detail,
    hangup: hangup ?? null,
    used,
    limit: limit ?? null,
    duration: endedAt,
    trace: events.flatMap(rowOf),
    said: events.flatMap((event) => (event.type === 'said' ? [{ time: event.time, text: event.text }] : [])),
    assumed: events.flatMap((event) =>
      event.type === 'assumed' ? [{ time: event.time, index: event.place?.index ?? null, detail: event.detail }] : [],
    ),
    quirks,
    variables,
    children: children.map(childOf),
    omitted_children: omitted,
  };
}

function rowOf(event: RunEvent): object[] {
  if (event.type !== 'action') return [];
  const { time, place, id, action, option, skipped, used } = event;
  return [{ time, index: place?.index, path: place?.path ?? null, id, type: action, option, skipped, used }];
}

function childOf({ child, ...simulation }: ChildSimulation): object {
  return { cause: child.cause, destination: child.destination ?? null, ...simulationOf(simulation) };
}

function partingOf({ place, time, quirks, documented, observed }: Parting): object {
  const way = ({ next, end }: Parting['documented']) => ({
    next: next?.index ?? null,
    outcome: end.outcome,
    error: end.error,
  });
  return { index: place?.index ?? null, time, quirks, documented: way(documented), observed: way(observed) };
}
