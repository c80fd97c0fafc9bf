import type { Effect, Field } from '../../catalog/field';
import { perObject } from '../../collections/perObject';
import { type JsonNode, member } from '../../json/node';
import type { Severity } from '../check';

/** A field whose absence is worth a finding. */
export interface NeededField {
  readonly field: Field;
  readonly severity: Severity;
  /** The option that takes its place. */
  readonly unless?: string | undefined;
}

/** The fields of an object that it should have: needed ones, and those whose default surprises. */
export const neededFields = perObject((fields: readonly Field[]): readonly NeededField[] => fields.flatMap(judge));

function judge(field: Field): NeededField[] {
  const severity = severities[field.whenMissing?.effect ?? 'none'];
  if (field.required === true) return [{ field, severity }];
  if (field.required !== undefined) {
    // Where either of two will do and the lack of both is harmless, a check of its own tells so.
    const { unless } = field.required;
    return unless !== undefined && severity === 'error' ? [{ field, severity, unless }] : [];
  }
  return field.whenMissing?.surprises ? [{ field, severity: 'information' }] : [];
}

/** Whether an object does without a field: it is not needed, or what takes its place is there. */
export function mayBeLeftOut({ required }: Field, object: JsonNode | undefined): boolean {
  if (required === undefined) return true;
  const unless = required === true ? undefined : required.unless;
  return unless !== undefined && member(object, unless) !== undefined;
}

const severities: Readonly<Record<Effect, Severity>> = {
  refused: 'error',
  'abort-flow': 'error',
  crash: 'error',
  'always-false': 'error',
  'skip-action': 'warning',
  'no-op': 'warning',
  ignored: 'warning',
  default: 'information',
  none: 'information',
};
