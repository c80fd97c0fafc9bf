import { inCommon, pathKey } from '../../../flow';
import type { FormField } from '../pictureProtocol';

/** The name by which a page finds the control of a value. */
export const controlName = ({ path }: FormField): string => pathKey(path);

/**
 * For the control of each value of a form its name in the form as it is now, undefined where the value no longer exists. An item of a list is the one that says the
 * same; one that says something else now is where it was, if none came or went.
 */
export function movedFields(
  before: readonly FormField[],
  now: readonly FormField[],
): ReadonlyMap<string, string | undefined> {
  const moved = new Map<string, string | undefined>();
  const note = (fields: readonly FormField[], others: readonly FormField[], areItems: boolean) => {
    const alike = new Map(areItems ? inCommon(fields, others, says) : []);
    for (const [at, field] of fields.entries()) {
      const named = others.find(({ path }) => path.at(-1) === field.path.at(-1));
      const same = areItems ? (alike.get(field) ?? (fields.length === others.length ? others[at] : undefined)) : named;
      moved.set(controlName(field), same && controlName(same));
      note(field.parts, same?.parts ?? [], field.control === 'list');
    }
  };
  note(before, now, false);
  return moved;
}

const says = ({ value, parts }: FormField): string => JSON.stringify([value, parts.map(says)]);
