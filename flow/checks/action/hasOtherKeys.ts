import { childCount } from '../../json/readRow';
import type { ActionNode } from '../../model/flowModel';

/** Whether an action may have more keys than the model has found in it: unknown ones, or one of its own twice. Nearly all have not. */
export function hasOtherKeys({ rows, row, typeRow, idRow, nextRow, optionRow }: ActionNode): boolean {
  const own = Number(typeRow >= 0) + Number(idRow >= 0) + Number(nextRow >= 0) + Number(optionRow >= 0);
  return childCount(rows, row) > own;
}
