import type { RemovedOption } from '../../catalog/action';
import { foldKey } from '../../json/foldKey';
import { own } from '../../json/own';
import type { OptionNode } from '../../model/flowModel';

/** What the catalog says of an option of that name that the action's type once had; undefined for all other names. */
export function findRemoved({ action, address, node, siblings }: OptionNode): RemovedOption | undefined {
  const definition = action?.definition;
  const name = node.key && foldKey(node.key.name);
  // Within an address, or within an object in an option, the name is another one.
  if (address || name === undefined || siblings !== definition?.fields) return undefined;
  return own(definition?.removedOptions, name);
}
