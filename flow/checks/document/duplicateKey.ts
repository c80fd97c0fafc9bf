import { remove } from '../../edit/edit';
import { type JsonNode, nodeAt } from '../../json/node';
import { nameAt, repeatsKey } from '../../json/readRow';
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
function listRepeating({ root, body, actions, options, addresses }: FlowModel): JsonNode[] {
  if (!root) return [];
  const { rows } = root;
  const found: JsonNode[] = [];
  const look = (row: number) => {
    if (repeatsKey(rows, row)) found.push(nodeAt(rows, row));
  };
  if (body) look(body.row);
  for (const action of actions) {
    if (hasOtherKeys(action)) look(action.row);
    if (action.optionRow >= 0) look(action.optionRow);
  }
  for (const { row } of options) look(row);
  // An address that is the value of a key is listed among the options already.
  for (const { row } of addresses) if (nameAt(rows, row) === undefined) look(row);
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
