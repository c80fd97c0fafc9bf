import type { Field } from '../catalog/field';
import type { FlowModel, OptionNode } from './flowModel';
import { perModel } from './perModel';

/**
 * The options of a document by what the catalog says of them; those of unknown names under `undefined`. Within a group they stand in order
 * of the text.
 *
 * A large flow has thousands of options and about a hundred kinds of them: a check that asks the kind first is done sooner.
 */
export const optionsByField = perModel((model): ReadonlyMap<Field | undefined, readonly OptionNode[]> => {
  const groups = new Map<Field | undefined, OptionNode[]>();
  for (const option of model.options) {
    const group = groups.get(option.field);
    if (group) group.push(option);
    else groups.set(option.field, [option]);
  }
  return groups;
});

/** An option that the catalog knows. */
export interface KnownOption extends OptionNode {
  readonly field: Field;
}

/** The options of the kinds that are asked for, group by group. */
export function listOptions(model: FlowModel, isWanted: (field: Field) => boolean): readonly KnownOption[] {
  const wanted: KnownOption[] = [];
  for (const [field, options] of optionsByField(model)) {
    if (field && isWanted(field)) for (const option of options as readonly KnownOption[]) wanted.push(option);
  }
  return wanted;
}
