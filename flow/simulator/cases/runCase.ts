import type { JsonObject } from '../../json/jsonValue';
import type { RunError } from '../errors';
import type { RunEvent, RunOutcome } from '../events';
import { type Leaf, mapValue } from '../go/mapValue';
import { countingIds } from '../ids';
import type { RunOptions } from '../run/runFlow';
import { simulate } from '../simulate';
import { caseWorld } from './caseWorld';
import type { RecordedFlow } from './recordedFlow';

export interface TraceRow {
  readonly index: string;
  readonly id: string;
  readonly type: string;
  readonly option: JsonObject;
  readonly skipped: boolean;
}

export interface RecordedCaseResult {
  readonly name: string;
  readonly trace: readonly TraceRow[];
  readonly outcome: RunOutcome;
  readonly error: RunError | null;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Runs one case with the conventions under which the traces were recorded: everything that the call-manager does is over at
 * once, other services accept and set no variables, calls that are placed do not run.
 */
export function runCase(testCase: RecordedFlow, options: Omit<RunOptions, 'ids'> = {}): RecordedCaseResult {
  const made = new Set<string>();
  const count = countingIds();
  const ids = () => {
    const id = count();
    made.add(id);
    return id;
  };
  const { variables = {} } = testCase.inputs ?? {};
  const input = { actions: testCase.flow.actions ?? [], referenceType: testCase.reference_type, variables };
  const { events, result } = simulate(input, caseWorld(testCase), { ...options, ids });
  const kept = Object.entries(result.variables).filter(([name]) => !name.startsWith('voipbin.activeflow.'));
  return {
    name: testCase.name,
    trace: traceOf(events, made),
    outcome: result.outcome,
    error: result.error,
    variables: Object.fromEntries(kept),
  };
}

/** The actions that became current, with ids that the platform made numbered by their first appearance. */
function traceOf(events: readonly RunEvent[], made: ReadonlySet<string>): TraceRow[] {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    if (!made.has(id)) return id;
    const name = names.get(id) ?? `gen-${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  const leaf = (value: Leaf) => (typeof value === 'string' ? nameOf(value) : value);
  const renameAll = (value: JsonObject) => mapValue(value, { leaf }) as JsonObject;
  return events.flatMap((event) => {
    if (event.type !== 'action') return [];
    const { action: type, option, skipped } = event;
    return [{ index: event.place?.index ?? '', id: nameOf(event.id), type, option: renameAll(option), skipped }];
  });
}
