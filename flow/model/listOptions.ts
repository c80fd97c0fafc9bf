import type { Field } from '../catalog/field';
import type { FlowModel, OptionNode } from './flowModel';

/** An option that the catalog knows. */
export interface KnownOption extends OptionNode {
  readonly field: Field;
}

/** The options of the given kinds, group by group. */
export function listOptions(model: FlowModel, isWanted: (field: Field) => boolean): readonly KnownOption[] {
  const wanted: KnownOption[] = [];
  for (const [field, options] of model.optionsByField) {
    if (field && isWanted(field)) for (const option of options as readonly KnownOption[]) wanted.push(option);
  }
  return wanted;
}
