import {
  type FlowModel,
  heldBefore,
  isAction,
  isEmptiedByBranch,
  isSetFor,
  readAt,
  shorten,
  textOf,
  variablesByName,
  variableUses,
} from '../../../flow';
import type { Hint } from './hint';

/** What the document gives a variable at the start, at each place that reads it. */
export function variableHints(model: FlowModel): Hint[] {
  const known = variablesByName(model);
  return variableUses(model).flatMap(({ name, closed, end, action }): Hint[] => {
    if (!closed || !action) return [];
    const point = readAt(action, 'text');
    const setters = (known.get(name)?.setters ?? []).filter((setter) => isSetFor(setter, point));
    const given = setters.find((setter) => !isAction(setter));
    const value = given && !isAction(given) ? textOf(given) : undefined;
    if (!given || value === undefined) return [];
    const held = isEmptiedByBranch(model, name) ? heldBefore(model, name, action, 'text') : 'every';
    if (held === 'emptied') return [];
    const changes = held !== 'every' || setters.some(isAction);
    return [
      {
        offset: end,
        label: `= "${shorten(value, 24)}"${changes ? ' at the start' : ''}`,
        to: 'key' in given && given.key ? given.key.offset : 0,
      },
    ];
  });
}
