import { remove } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { hasOtherKeys } from '../action/hasOtherKeys';
import type { Check, Problem } from '../check';
import { listIncomplete } from '../listIncomplete';

export const duplicateKey: Check = {
  code: 'duplicate-key',
  severity: 'warning',
  title: 'A key that stands twice in one object',
  doc: `Of two equal keys in one object the last one counts, and VoIPbin says nothing about the other. It happens when a line is copied and only half changed: two \`text\` in one \`talk\`, two entries for the same digit in one \`branch\`.

The earlier one is reported, since it is the one that has no effect. Remove it, or give it the name that was meant.

Go's \`encoding/json\`, with which VoIPbin reads requests, lets the last of equal keys win.`,
  tags: ['unnecessary'],
  *check(model) {
    // Where a closing bracket is missing the keys of two objects meet in one.
    const incomplete = listIncomplete(model);
    for (const object of listRepeating(model)) if (!incomplete?.has(object)) yield* listDuplicates(object);
  },
  fixes(model, { at }) {
    return 'type' in at
      ? [{ title: `Remove the first \`${at.key?.name}\``, edits: remove(model, at), preferred: true }]
      : [];
  },
  fixAll: 'Remove all keys that a later one overrides',
};

/** The objects with a key that stands in them twice. */
function listRepeating({ body, actions, options, addresses }: FlowModel): JsonNode[] {
  const found = body && repeatsKey(body) ? [body] : [];
  for (const action of actions) {
    const { node, optionNode } = action;
    if (hasOtherKeys(action) && repeatsKey(node)) found.push(node);
    if (optionNode && repeatsKey(optionNode)) found.push(optionNode);
  }
  for (const { node } of options) if (repeatsKey(node)) found.push(node);
  // An address that is the value of a key is listed among the options already.
  for (const { node } of addresses) if (!node.key && repeatsKey(node)) found.push(node);
  return found;
}

function* listDuplicates({ children }: JsonNode): Generator<Problem> {
  const last = new Map<string, JsonNode>();
  for (const child of children) if (child.key && child.type !== 'missing') last.set(child.key.name, child);
  for (const child of children) {
    const name = child.key?.name ?? '';
    const winner = last.get(name);
    if (!winner?.key || winner === child || child.type === 'missing') continue;
    yield {
      at: child,
      onKey: true,
      message: `\`${name}\` stands twice in this object. The last one counts, and this one has no effect. Remove one of them.`,
      related: [{ at: winner.key, message: 'This one counts.' }],
    };
  }
}

/** Keys of one object nearly always differ in length or first letter, so that most objects need no set of names. */
function repeatsKey({ type, children }: JsonNode): boolean {
  if (type !== 'object' || children.length < 2) return false;
  let seen = 0;
  for (const { key } of children) {
    const bit = key ? 1 << ((key.name.length * 5 + key.name.charCodeAt(0)) & 31) : 0;
    if ((seen & bit) !== 0) return new Set(children.map((child) => child.key?.name)).size < children.length;
    seen |= bit;
  }
  return false;
}
