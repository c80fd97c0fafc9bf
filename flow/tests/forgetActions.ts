import { addTo } from '../collections/addTo';
import { type Edit, remove, removeAll } from '../edit/edit';
import type { JsonNode } from '../json/node';
import type { TestName } from './testNames';

/** The edits after which a test file no longer expects anything of some actions that it names; all of the names are roles of actions. */
export function forgetActions(text: string, names: readonly TestName[]): Edit[] {
  const byList = new Map<JsonNode, JsonNode[]>();
  for (const { node } of names) {
    const { parent } = node;
    if (parent) addTo(byList, parent, node);
  }
  return [...byList].flatMap(([list, nodes]) => {
    const says = nodes.length < list.children.length || saysWhenEmpty.has(list.key?.name ?? '');
    return says ? removeAll({ text }, nodes) : remove({ text }, list);
  });
}

/** Without a name in it, this still says that no action runs. */
const saysWhenEmpty: ReadonlySet<string> = new Set(['exactly']);
