import { type Edit, insertItem, remove } from '../edit/edit';
import type { Path } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { changeAt } from './changeAt';
import { optionAt } from './optionAt';
import { putOption, setOption } from './setOption';

/**
 * The edits that put a value at a path within the options of an action, or take out what is there where the value is undefined. Of a value that is there only
 * what differs is written. What is missing on the
 * way is written; a position at the end of a list adds an item. None where a value on the way is of another kind.
 */
export function setOptionAt(model: FlowModel, action: ActionNode, path: Path, value: unknown): Edit[] {
  const [first, ...inner] = path;
  if (typeof first !== 'string') return [];
  const known = optionAt(action, path);
  if (known) return value === undefined ? remove(model, known) : changeAt(model, action, path, value);
  if (value === undefined) return [];
  if (inner.length === 0) return setOption(model, action, first, value);
  // The innermost value that is there takes the rest.
  let depth = path.length - 1;
  while (depth > 0 && !optionAt(action, path.slice(0, depth))) depth--;
  const wrapped = path.slice(depth + 1).reduceRight((held: unknown, part) => wrap(part, held), value);
  const name = path[depth];
  if (depth === 0) return setOption(model, action, first, wrapped);
  const container = optionAt(action, path.slice(0, depth));
  if (container?.type === 'object' && typeof name === 'string')
    return putOption(model, { object: container, at: container }, name, wrapped);
  return container?.type === 'array' && name === container.children.length ? insertItem(model, container, wrapped) : [];
}

const wrap = (part: string | number, value: unknown) => (typeof part === 'number' ? [value] : { [part]: value });
