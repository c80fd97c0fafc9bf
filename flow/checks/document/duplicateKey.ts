import { remove } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
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
    const hasDuplicates = (object: JsonNode) => repeatsKey(object) && !incomplete?.has(object);
    if (model.body && hasDuplicates(model.body)) yield* listDuplicates(model.body);
    for (const { node, optionNode } of model.actions) {
      if (hasDuplicates(node)) yield* listDuplicates(node);
      if (optionNode && hasDuplicates(optionNode)) yield* listDuplicates(optionNode);
    }
    for (const { node } of model.options) {
      if (node.type === 'object' && hasDuplicates(node)) yield* listDuplicates(node);
    }
    // An address that is the value of a key is listed among the options already.
    for (const { node } of model.addresses) if (!node.key && hasDuplicates(node)) yield* listDuplicates(node);
  },
  fixes(model, { at }) {
    return 'type' in at
      ? [{ title: `Remove the first \`${at.key?.name}\``, edits: remove(model, at), preferred: true }]
      : [];
  },
  fixAll: 'Remove all keys that a later one overrides',
};

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

/** Most objects have a few keys, and to compare those is quicker than to make a set. */
function repeatsKey({ type, children }: JsonNode): boolean {
  if (type !== 'object' || children.length < 2) return false;
  if (children.length > 12) return new Set(children.map((child) => child.key?.name)).size < children.length;
  for (let later = 1; later < children.length; later++) {
    const name = children[later]?.key?.name;
    for (let at = 0; at < later; at++) if (children[at]?.key?.name === name) return true;
  }
  return false;
}
