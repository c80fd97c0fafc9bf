import { remove } from '../../edit/edit';
import { foldKey } from '../../json/foldKey';
import { type JsonNode, repeatsKey } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { isRemark } from '../../model/isRemark';
import { hasOtherKeys } from '../action/hasOtherKeys';
import type { Check, Report } from '../check';
import { listIncomplete } from '../listIncomplete';

export const duplicateKey: Check = {
  code: 'duplicate-key',
  group: 'document',
  severity: 'warning',
  title: 'A key that is in one object twice',
  doc: `When an object has the same key twice, VoIPbin uses the last one and silently ignores the other. This often happens after copying a line: two \`text\` in one \`talk\`, two entries for the same digit in one \`branch\`.

Keys that differ in upper and lower case only are the same key to VoIPbin: \`Text\` and \`text\`. Inside \`option\` VoIPbin sorts the keys first, so there VoIPbin uses the key in lower case, even if it is not the last. Names that you choose, such as those in \`variables\` and \`target_ids\`, differ by case.

The check reports the one without effect. Remove it or rename it.

VoIPbin reads requests with Go's \`encoding/json\`. It ignores case, and the last of equal keys wins. Options pass through a Go map, which it writes in order of the names.`,
  tags: ['unnecessary'],
  check(model, report) {
    // Where a closing bracket is missing the keys of two objects meet in one.
    const incomplete = listIncomplete(model);
    for (const repeating of listRepeating(model))
      if (!incomplete?.has(repeating.object)) reportDuplicates(model, report, repeating);
  },
  fixes: 'sure',
  fixAll: 'Remove all keys that another one overrides',
};

interface Repeating {
  readonly object: JsonNode;
  /** Its keys are VoIPbin's, whose case makes no difference; names of the author's differ by case. */
  readonly folds: boolean;
  /** It passes through a Go map, which sorts the keys. */
  readonly sorted: boolean;
}

/** The objects with a key that stands in them twice. */
function listRepeating({ root, body, actions, options, addresses }: FlowModel): Repeating[] {
  if (!root) return [];
  const found: Repeating[] = [];
  const look = (object: JsonNode, folds: boolean, sorted: boolean) => {
    if (repeatsKey(object)) found.push({ object, folds, sorted });
  };
  if (body) look(body, true, false);
  for (const action of actions) {
    if (hasOtherKeys(action)) look(action.node, true, action.scope.owner !== undefined);
    if (action.optionNode) look(action.optionNode, action.definition !== undefined, true);
  }
  for (const { node, field, action } of options) look(node, field?.fields !== undefined, action !== undefined);
  // An address that is the value of a key is listed among the options already.
  for (const { node, action } of addresses) if (!node.key) look(node, true, action !== undefined);
  return found;
}

function reportDuplicates(model: FlowModel, report: Report, { object, folds, sorted }: Repeating): void {
  const keyOf = (name: string) => (folds ? foldKey(name) : name);
  const winners = new Map<string, JsonNode>();
  const isNamed = ({ key, type }: JsonNode) => key !== undefined && type !== 'missing' && !isRemark(key.name);
  for (const child of object.children.filter(isNamed)) {
    const name = child.key?.name ?? '';
    const before = winners.get(keyOf(name));
    if (!before || !sorted || (before.key?.name ?? '') <= name) winners.set(keyOf(name), child);
  }
  for (const child of object.children.filter(isNamed)) {
    const name = child.key?.name ?? '';
    const winner = winners.get(keyOf(name));
    if (!winner?.key || winner === child) continue;
    report({
      at: child,
      onKey: true,
      message: describeDuplicate(name, winner.key.name),
      related: [{ at: winner.key, message: 'This one counts.' }],
      fixes: () => [{ title: `Remove this \`${name}\``, edits: remove(model, child), preferred: true }],
    });
  }
}

function describeDuplicate(name: string, winner: string): string {
  return name === winner
    ? `\`${name}\` is in this object twice. The last one counts, and this one has no effect. Remove one of them.`
    : `\`${name}\` and \`${winner}\` are the same key to VoIPbin. \`${winner}\` counts, and this one has no effect. Remove one of them.`;
}
