import type { EventBody } from '../events';
import { type Room, referenceData, substituteText } from '../go/substitute';
import { ask } from './ask';
import { type BoundName, bounds } from './bounds';
import { event, meetBound, type Run, type Script } from './run';

type Writer = Extract<EventBody, { type: 'variable' }>['by'];

/**
 * Sets a variable; its value is substituted on the way, as the engine does at every write. False: it would be too long, and keeps its old value.
 *
 * Source: bin-flow-manager/pkg/variablehandler SetVariable.
 */
export function* setVariable(run: Run, name: string, text: string, by: Writer): Script<boolean> {
  const dynamic = text.includes(referenceData) ? yield* askReferenceData(run) : undefined;
  const { result: value, reached } = withinBound(run, 'variable-length', (room) =>
    substituteText(text, lookupIn(run, dynamic), room),
  );
  if (reached) {
    yield meetBound(run, reached);
    return false;
  }
  const previous = run.variables.get(name);
  run.variables.set(name, value);
  yield event(run, { type: 'variable', name, value, previous, by });
  return true;
}

/** Sets what a service of the platform knows, in the given order. */
export function* setVariables(run: Run, values: Readonly<Record<string, string>>): Script<void> {
  for (const [name, value] of Object.entries(values)) yield* setVariable(run, name, value, 'platform');
}

export function* deleteVariables(run: Run, names: readonly string[]): Script<void> {
  for (const name of names) {
    const previous = run.variables.get(name);
    if (previous === undefined) continue;
    run.variables.delete(name);
    yield event(run, { type: 'variable', name, value: undefined, previous, by: 'platform' });
  }
}

/** Reads variables of the run; `dynamic` is the text of the one that is worked out when read. */
export function lookupIn(run: Run, dynamic: string | undefined): (name: string) => string | undefined {
  return (name) => run.variables.get(name) ?? (name === referenceData ? dynamic : undefined);
}

/** The text of `voipbin.flow.reference_data`, which the outside knows. */
export function* askReferenceData(run: Run): Script<string> {
  const answer = yield* ask(run, { kind: 'reference_data', referenceType: run.input.referenceType });
  return answer.kind === 'reference_data' ? answer.text : '';
}

/** What a substitution gives, and the bound that it would go beyond; its result is then not complete. */
export function withinBound<T>(
  run: Run,
  bound: 'variable-length' | 'option-length',
  substitute: (room: Room) => T,
): { readonly result: T; readonly reached: BoundName | undefined } {
  const allowed = Math.min(bounds[bound].value, run.textLeft);
  const room = { left: allowed };
  const result = substitute(room);
  if (room.left < 0) return { result, reached: allowed < bounds[bound].value ? 'text-of-run' : bound };
  run.textLeft -= allowed - room.left;
  return { result, reached: undefined };
}
