import type { Run } from '../simulator';
import { placedReads } from './decides';

/** Equal for two calls that the current action, a `call`, places if their flows go the same ways. */
export function placedKey({ current, variables }: Run): string {
  const action = current?.stack.list.actions[current.position];
  return JSON.stringify((action ? placedReads(action) : []).map((name) => variables.get(name) ?? ''));
}
