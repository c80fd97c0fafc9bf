import type { ActionDefinition } from '../catalog/action';
import type { Field } from '../catalog/field';
import type { KnownAction } from '../model/actionsOfType';
import type { FlowModel } from '../model/flowModel';
import type { KnownOption } from '../model/listOptions';
import type { CheckSubjects } from './check';
import { checks } from './checks';

/** Of a check that is about no kind of option or action. */
export const noSubjects: CheckSubjects = { options: [], actions: [] };

/** A check that comes last waits for what the others find. */
const general = checks.map(({ fields, types, last }) => (fields || types || last ? undefined : noSubjects));

/** Which checks are about a field or a type, by their places in `checks`. The catalog does not change, so this is found out once. */
const known = new Map<Field | ActionDefinition, readonly number[]>();

function remember<T extends Field | ActionDefinition>(subject: T, about: 'fields' | 'types'): readonly number[] {
  const places = [...checks.keys()].filter((at) =>
    (checks[at]?.[about] as ((subject: T) => boolean) | undefined)?.(subject),
  );
  known.set(subject, places);
  return places;
}

/** What each check is about in a document, by its place in `checks`; undefined for those that are about nothing in it, or come last. */
export function listSubjects({ optionsByField, actionsByType }: FlowModel): readonly (CheckSubjects | undefined)[] {
  const subjects = general.slice();
  for (const [field, more] of optionsByField) {
    if (!field) continue;
    for (const at of known.get(field) ?? remember(field, 'fields')) {
      const before = subjects[at];
      const options = more as readonly KnownOption[];
      subjects[at] = { options: before ? [...before.options, ...options] : options, actions: noSubjects.actions };
    }
  }
  for (const more of actionsByType.values()) {
    const definition = more[0]?.definition;
    if (!definition) continue;
    for (const at of known.get(definition) ?? remember(definition, 'types')) {
      const before = subjects[at];
      const actions = more as readonly KnownAction[];
      subjects[at] = { options: noSubjects.options, actions: before ? [...before.actions, ...actions] : actions };
    }
  }
  return subjects;
}
