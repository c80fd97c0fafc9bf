import {
  type ActionDefinition,
  actionDefinitions,
  findAction,
  notActions,
  otherNames,
  retiredTypes,
} from '../../catalog';
import { closest } from '../../text/closest';

/** The type that is meant by a text that is none. */
export interface MeantType {
  readonly definition: ActionDefinition;
  /** Only the spelling is wrong; otherwise it is another word for it. */
  readonly sure: boolean;
}

/** The type that a text most likely means: by case, as another word, or by a slip of the finger. */
export function suggestType(text: string): MeantType | undefined {
  const folded = text.toLowerCase();
  const same = findAction(folded) ?? retiredTypes.get(folded);
  if (same) return { definition: same, sure: true };
  const other = otherNames.get(folded);
  if (other) return { definition: other, sure: false };
  if (notActions.has(folded)) return undefined;
  const near = closest(text, names);
  const definition = near === undefined ? undefined : (findAction(near) ?? retiredTypes.get(near));
  return definition && { definition, sure: true };
}

const names = [...actionDefinitions.map((one) => one.type), ...retiredTypes.keys()];
