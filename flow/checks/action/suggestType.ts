import { type ActionDefinition, actionDefinitions, findAction, otherNames, retiredTypes } from '../../catalog';
import { notActions } from '../../catalog/notActions';
import { closest } from '../../text/closest';

/** The type that is meant by a text that is none. */
export interface MeantType {
  readonly definition: ActionDefinition;
  /** Only the spelling is wrong; otherwise it is another word for it. */
  readonly sure: boolean;
}

/**
 * The type that a text most likely means: by case, as another word, or by a slip of the finger. Of two that are equally near, the one that has
 * all of the given options.
 */
export function suggestType(text: string, options: readonly string[] = []): MeantType | undefined {
  const folded = text.toLowerCase();
  const same = findAction(folded) ?? retiredTypes.get(folded);
  if (same) return { definition: same, sure: true };
  const other = otherNames.get(folded);
  if (other) return { definition: other, sure: false };
  if (notActions.has(folded)) return undefined;
  const near = closest(text, options.length === 0 ? names : [...typesWith(options), ...names]);
  const definition = near === undefined ? undefined : (findAction(near) ?? retiredTypes.get(near));
  return definition && { definition, sure: true };
}

const names = [...actionDefinitions.map((definition) => definition.type), ...retiredTypes.keys()];

const typesWith = (options: readonly string[]) =>
  actionDefinitions.flatMap(({ type, field }) => (options.every((name) => field(name)) ? [type] : []));
