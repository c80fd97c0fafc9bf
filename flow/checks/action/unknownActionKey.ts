import { actionKeys } from '../../catalog/actionKeys';
import { perObject } from '../../collections/perObject';
import { remove, renameKey } from '../../edit/edit';
import { moveInto } from '../../edit/moveInto';
import { hasKey, type JsonNode } from '../../json/node';
import { own } from '../../json/own';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isRemark } from '../../model/isRemark';
import { perModel } from '../../model/perModel';
import { closest } from '../../text/closest';
import type { Check, Fix } from '../check';
import { describeRemark } from '../document/describeRemark';
import { hasOtherKeys } from './hasOtherKeys';
import { findMisspelt } from './missingType';
import { suggestType } from './suggestType';

export const unknownActionKey: Check = {
  code: 'unknown-action-key',
  group: 'action',
  severity: 'warning',
  title: 'A key that actions do not have',
  doc: `An action has \`id\`, \`type\`, \`option\` and \`next_id\`. VoIPbin silently ignores every other key. Two mistakes are common:

- the settings are beside \`type\` instead of in \`option\`: \`{ "type": "talk", "text": "Hello" }\`. The quick fix moves all of them into \`option\`.
- the settings are in \`options\` or \`params\`. The quick fix renames the key.

An action cannot have a name or a remark; in \`*.flow.jsonc\` use a comment. A key that begins with \`_\`, \`$\` or \`//\` is a note for people and is reported as information only.

Source: \`bin-api-manager/server/main.go\` \`ConvertFlowManagerAction\` takes over the known keys only.`,
  check(model, report) {
    for (const action of model.actions.filter(hasOtherKeys)) {
      for (const node of action.node.children) {
        if (!isUnknown(node)) continue;
        const name = node.key?.name ?? '';
        if (isRemark(name)) {
          report({ at: node, onKey: true, severity: 'information', message: describeRemark(name) });
          continue;
        }
        const meant = findKey(action, node);
        // That the type is missing says so already.
        if (meant === 'type' && findMisspelt(action) === node) continue;
        report({
          at: node,
          onKey: true,
          message: describeUnknownKey(action, node, meant),
          unsure: meant === undefined && action.definition === undefined,
          fixes: () => listFixes(model, action, node, meant),
        });
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Move all options into `option`, rename or remove the rest',
};

function listFixes(model: FlowModel, action: ActionNode, node: JsonNode, meant: string | undefined): Fix[] {
  const removal = { title: `Remove \`${node.key?.name}\``, edits: remove(model, node) };
  if (meant) return [{ title: `Rename to \`${meant}\``, edits: renameKey(node, meant), preferred: true }, removal];
  if (!belongsInOption(action, node) || !mayMove(action)) return [removal];
  const { moved, fix } = moveOf(model)(action);
  return moved.has(node) ? [fix, removal] : [removal];
}

/** All keys of an action that belong in its options, and the fix that moves them: it is the same for each of them. */
const moveOf = perModel((model) =>
  perObject((action: ActionNode): { readonly moved: ReadonlySet<JsonNode>; readonly fix: Fix } => {
    const isOwn = (node: JsonNode) => isUnknown(node) && belongsInOption(action, node);
    const moved = action.node.children.filter(
      (node) => isOwn(node) && !hasKey(action.option, node.key?.name.toLowerCase() ?? ''),
    );
    const names = moved.map((node) => `\`${node.key?.name}\``).join(', ');
    const edits = moveInto(model, moved, action.node, 'option');
    return {
      moved: new Set(moved),
      fix: { title: `Move ${names} into \`option\``, edits, preferred: action.definition !== undefined },
    };
  }),
);

const known = new Set(actionKeys.map((field) => field.name));
const otherNames = new Map(
  actionKeys.flatMap((field) => (field.alsoCalled ?? []).map((name) => [name, field.name] as const)),
);

function isUnknown({ key, type }: JsonNode): boolean {
  return key !== undefined && type !== 'missing' && !known.has(key.name) && !known.has(key.name.toLowerCase());
}

function describeUnknownKey(action: ActionNode, node: JsonNode, meant: string | undefined): string {
  const ignored = `VoIPbin ignores \`${node.key?.name}\``;
  if (meant) return `${ignored}: an action has no such key. Did you mean \`${meant}\`?`;
  if (belongsInOption(action, node))
    return `${ignored} here: the options of an action belong in \`option\`. Move it there.`;
  return `${ignored}: an action has no such key. Remove it, or make it a comment.`;
}

/** The key of an action that is meant and not there yet. */
function findKey(action: ActionNode, node: JsonNode): string | undefined {
  const name = node.key?.name.toLowerCase() ?? '';
  if (isRemark(name)) return undefined;
  if (findMisspelt(action) === node) return 'type';
  if (isOption(action, name)) return undefined;
  const meant = otherNames.get(name) ?? closest(name, known);
  return meant === undefined || hasKey(action.node, meant) ? undefined : meant;
}

function isOption({ definition, type }: ActionNode, name: string): boolean {
  const likely = definition ?? suggestType(type ?? '')?.definition;
  return likely?.field(name) !== undefined || own(likely?.removedOptions, name) !== undefined;
}

/** Whether a key beside `type` is one of the settings. Of a type that is not known every key may be one. */
function belongsInOption(action: ActionNode, node: JsonNode): boolean {
  const name = node.key?.name.toLowerCase() ?? '';
  if (isRemark(name)) return false;
  if (isOption(action, name)) return true;
  return !action.definition && !suggestType(action.type ?? '') && !remarks.has(name);
}

function mayMove({ optionNode, option, node }: ActionNode): boolean {
  return option !== undefined || (!optionNode && !hasKey(node, 'option'));
}

/** Names that people give to remarks. */
const remarks = new Set(['name', 'label', 'comment', 'description', 'detail', 'note', 'title']);
