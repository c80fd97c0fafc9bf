import { type Edit, insertItem, insertMember, prependMember, removeAll, replaceValue } from '../edit/edit';
import { isObject } from '../json/jsonValue';
import { listComments } from '../json/listComments';
import { type JsonNode, type Path, repeatsKey, toValue } from '../json/node';
import { repeatedMember } from '../json/repeatedMember';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { type EditStep, inSteps, stepOn } from './inSteps';
import { optionAt } from './optionAt';

/**
 * The edits that make a value within the options of an action another one: only members and items that differ are written, so comments and layout of the
 * others stay. Without effect where nothing differs.
 */
export function changeAt(model: FlowModel, action: ActionNode, path: Path, value: unknown): Edit[] {
  const known = optionAt(action, path);
  if (!known) return [];
  const { replaced, steps } = changesOf({ model, action, path, known }, value);
  return inSteps(model, () => replaced, ...steps);
}

interface Site {
  readonly model: FlowModel;
  readonly action: ActionNode;
  readonly path: Path;
  readonly known: JsonNode;
}

interface Changes {
  /** Edits of the text as it is. They move no path. */
  readonly replaced: readonly Edit[];
  /** Then what is put in and taken out, from the inside out. */
  readonly steps: readonly EditStep[];
}

const none: Changes = { replaced: [], steps: [] };

const together = (all: readonly Changes[], ...steps: readonly EditStep[]): Changes => ({
  replaced: all.flatMap(({ replaced }) => replaced),
  steps: [...all.flatMap((changes) => changes.steps), ...steps],
});

function changesOf(site: Site, value: unknown): Changes {
  const { model, known } = site;
  if (isAlready(known, value)) return none;
  const before: unknown = toValue(known);
  if (known.type === 'array' && Array.isArray(value)) return ofList(site, value);
  if (known.type === 'object' && isObject(before) && isObject(value) && !repeatsKey(known)) {
    if (isInOrder(before, value)) return ofObject(site, value);
    // Comments count for more than the order of members, which has no meaning.
    if (listComments(model.text.slice(known.offset, known.end)).length > 0) return ofObject(site, value);
  }
  return { replaced: replaceValue(model, known, value), steps: [] };
}

function ofObject(site: Site, value: Readonly<Record<string, unknown>>): Changes {
  const { known } = site;
  const nodes = new Map(known.children.map((node) => [node.key?.name ?? '', node]));
  const names = Object.keys(value);
  const inner = names.flatMap((name) => {
    const node = nodes.get(name);
    return node ? [changesOf(within(site, node, name), value[name])] : [];
  });
  // What is new is put in first: it is laid out as its neighbors are, also as those that go.
  const added = names.flatMap((name, at) => {
    if (nodes.has(name)) return [];
    const previous = names[at - 1];
    return [
      onValue(site, (now, object) => {
        const after = previous === undefined ? undefined : nodeOf(object, previous);
        return after
          ? insertMember(now, object, name, value[name], after)
          : prependMember(now, object, name, value[name]);
      }),
    ];
  });
  const gone = [...nodes.keys()].filter((name) => !Object.hasOwn(value, name));
  const removed = onValue(site, (now, object) =>
    removeAll(
      now,
      gone.flatMap((name) => nodeOf(object, name) ?? []),
    ),
  );
  return together(inner, ...added, removed);
}

function ofList(site: Site, value: readonly unknown[]): Changes {
  const { children } = site.known;
  const most = Math.min(children.length, value.length);
  const isKept = (at: number, now: number) => isAlready(children[at] ?? site.known, value[now]);
  let start = 0;
  while (start < most && isKept(start, start)) start++;
  let end = 0;
  while (end < most - start && isKept(children.length - 1 - end, value.length - 1 - end)) end++;
  const paired = children.slice(start, most - end);
  const inner = paired.map((node) => changesOf(within(site, node, node.index), value[node.index]));
  const next = start + paired.length;
  const added = value
    .slice(next, value.length - end)
    .map((item, at) => onValue(site, (now, list) => insertItem(now, list, item, next + at)));
  const removed = onValue(site, (now, list) => removeAll(now, list.children.slice(next, children.length - end)));
  return together(inner, ...(added.length > 0 ? added : [removed]));
}

const within = ({ model, action, path }: Site, known: JsonNode, part: string | number): Site => ({
  model,
  action,
  path: [...path, part],
  known,
});

/** A step for the value of a site, found again. */
const onValue = ({ model, action, path }: Site, change: (now: FlowModel, node: JsonNode) => Edit[]): EditStep =>
  stepOn(model, action, (now, found) => {
    const node = optionAt(found, path);
    return node ? change(now, node) : [];
  });

const nodeOf = ({ children }: JsonNode, name: string) => children.find(({ key }) => key?.name === name);

/** A value that has a key twice is another one than the same with the last of them only. */
const isAlready = (node: JsonNode, value: unknown) => isSame(toValue(node), value) && !repeatedMember(node);

const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/** Whether the names that two objects have in common are in the same order. */
function isInOrder(before: object, after: object): boolean {
  const names = (from: object, beside: object) => Object.keys(from).filter((name) => Object.hasOwn(beside, name));
  return isSame(names(before, after), names(after, before));
}
