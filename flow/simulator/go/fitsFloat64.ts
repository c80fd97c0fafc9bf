import type { JsonValue } from '../../json/jsonValue';
import { someLeaf } from './mapValue';

/** Whether every number fits a float64, beyond which Go refuses the document and JavaScript reads infinity. */
export function fitsFloat64(value: JsonValue): boolean {
  return !someLeaf(value, (leaf) => typeof leaf === 'number' && !Number.isFinite(leaf));
}
