import { isSetFor, readAt } from '../../../flow/graph/readAt';
import { heldBefore, isEmptiedByBranch } from '../../../flow/graph/setBefore';
import { textOf } from '../../../flow/json/node';
import type { FlowModel } from '../../../flow/model/flowModel';
import { isAction, variablesByName } from '../../../flow/model/variables';
import { variableUses } from '../../../flow/model/variableUses';
import { shorten } from '../../../flow/text/shorten';
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
