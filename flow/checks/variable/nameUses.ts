import type { ReadBy } from '../../graph/readAt';
import { member } from '../../json/node';
import type { Place } from '../../json/place';
import { actionsOfType } from '../../model/actionsOfType';
import type { ActionNode } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { variableUses } from '../../model/variableUses';
import type { Fix } from '../check';

/** A place that reads a variable: the name alone, without `${}`. */
export interface NameUse extends Place {
  readonly name: string;
  readonly action: ActionNode | undefined;
  readonly by: ReadBy;
}

/** Nested or on two lines. */
const faulty = /\$\{|[\r\n]/;

/**
 * Every place that reads a variable by a name that can be judged: `${name}`, `branch.variable`, and a `condition_variable.variable` that
 * holds a bare `voipbin.` name. A name with a fault of its own is left to the check `variable-name`.
 */
export const listNameUses = perModel((model): readonly NameUse[] => {
  const uses: NameUse[] = [];
  for (const { name, closed, nameOffset, nameEnd, action } of variableUses(model)) {
    if (!closed || name === '' || name !== name.trim() || faulty.test(name)) continue;
    uses.push({ name, offset: nameOffset, end: nameEnd, action, by: 'text' });
  }
  addBareNames(uses, actionsOfType(model, 'branch'), '');
  addBareNames(uses, actionsOfType(model, 'condition_variable'), 'voipbin.');
  return uses;
});

/** The fix that puts the name that is meant, if any, in the place of another one. */
export function changeName({ offset, end }: Place, meant: string | undefined, preferred: boolean): Fix[] {
  return meant === undefined
    ? []
    : [{ title: `Change to \`${meant}\``, edits: [{ offset, end, text: meant }], preferred }];
}

function addBareNames(uses: NameUse[], actions: readonly ActionNode[], prefix: string): void {
  for (const action of actions) {
    const node = member(action.option, 'variable');
    if (node?.type !== 'string') continue;
    const name = node.value as string;
    if (name === '' || name.includes('${') || !name.startsWith(prefix)) continue;
    uses.push({ name, offset: node.offset + 1, end: node.end - 1, action, by: 'name' });
  }
}
