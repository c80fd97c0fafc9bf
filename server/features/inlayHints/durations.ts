import { type FlowModel, listOptions, shortQuantity } from '../../../flow';
import type { Hint } from './hint';

/** How long each time is; of an hour and other places in a calendar the number says it already. */
export function durationHints(model: FlowModel): Hint[] {
  return listOptions(model, ({ unit }) => unit === 'ms' || unit === 's').flatMap(({ node, field }): Hint[] => {
    const { value, type } = node;
    // Of a fraction, or more digits than a number holds, only a part could be said.
    if (type !== 'number' || typeof value !== 'number' || !Number.isSafeInteger(value)) return [];
    if (value < 0 || !field.unit) return [];
    const said = shortQuantity(value, field.unit);
    // The unit is all that the number lacks.
    const label = said.startsWith(`${value} `) ? said.slice(`${value} `.length) : `= ${said}`;
    return [{ offset: node.end, label }];
  });
}
