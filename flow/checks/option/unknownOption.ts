import type { RemovedOption } from '../../catalog/action';
import type { Field } from '../../catalog/field';
import { perObject } from '../../collections/perObject';
import { remove } from '../../edit/edit';
import { foldKey } from '../../json/foldKey';
import { type JsonNode, member } from '../../json/node';
import type { FlowModel, OptionNode } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';
import { isRemark } from '../../model/isRemark';
import { fieldAt } from '../../model/locate';
import { closest } from '../../text/closest';
import type { Check, Fix } from '../check';
import { describeRemark } from '../document/describeRemark';
import { findRemoved } from './findRemoved';
import { takeOver } from './takeOver';

export const unknownOption: Check = {
  code: 'unknown-option',
  group: 'option',
  severity: 'warning',
  title: 'An option that VoIPbin does not know',
  doc: `The action, or the address, has no option of that name. VoIPbin silently ignores unknown names, so the option has no effect.

Upper and lower case make no difference. For an old or misspelled name the quick fix renames it and keeps the value, unless the new option expects another type. Otherwise remove the option; completion lists the options that the type has. A key that begins with \`_\`, \`$\` or \`//\` is a note for people and is reported as information only.

Options are decoded by name and unknown ones are ignored: \`bin-flow-manager/models/action/option.go\`.`,
  check(model, report) {
    for (const option of model.optionsByField.get(undefined) ?? []) {
      if (!option.siblings || option.node.type === 'missing' || !option.node.key) continue;
      // The document's own keys have a check of their own.
      if (option.node.parent === model.body) continue;
      // An object in the place of a list has one mistake, and its type is that.
      if (isForList(model, option)) continue;
      // Where a bracket is amiss, a key may belong elsewhere.
      if (model.issues.length > 0 && isAmiss(model, option)) continue;
      const { node } = option;
      const { name } = option.node.key;
      if (isRemark(name)) {
        report({ at: node, onKey: true, severity: 'information', message: describeRemark(name) });
        continue;
      }
      const meant = findMeant(option);
      report({
        at: node,
        onKey: true,
        message: describeUnknownOption(option, name, meant),
        unsure: !meant?.sure,
        fixes: () => [...rename(model, option, meant), { title: `Remove \`${name}\``, edits: remove(model, node) }],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Rename or remove all options that VoIPbin does not know',
};

const isForList = (model: FlowModel, { node }: OptionNode) => fieldAt(model, node.parent)?.kind === 'array';

function isAmiss(model: FlowModel, { node, action }: OptionNode): boolean {
  return (
    (node.parent !== undefined && isBroken(model, node.parent)) ||
    (action !== undefined && isBroken(model, action.node))
  );
}

interface Meant {
  readonly name: string;
  /** Undefined where the value cannot go there. */
  readonly field: Field | undefined;
  readonly removed?: RemovedOption;
  /** Another word for it says less than an old name or a slip of the finger. */
  readonly sure: boolean;
}

function describeUnknownOption(option: OptionNode, name: string, meant: Meant | undefined): string {
  if (meant?.removed) return `\`${name}\` is an old name that VoIPbin ignores. ${meant.removed.doc}`;
  const owner = option.address
    ? 'An address'
    : option.action?.definition
      ? `\`${option.action.definition.type}\``
      : 'It';
  const advice = meant ? `Did you mean \`${meant.name}\`?` : 'Remove it, or choose another option.';
  return `${owner} has no option \`${name}\`, and VoIPbin ignores it. ${advice}`;
}

function findMeant(option: OptionNode): Meant | undefined {
  const { node, siblings = [] } = option;
  const name = foldKey(node.key?.name ?? '');
  const removed = findRemoved(option);
  if (removed?.successor !== undefined) {
    const field = siblings.find((sibling) => sibling.name === removed.successor);
    const takesValue = field && !removed.valueDiffers && !isTaken(field, option);
    return { name: removed.successor, field: takesValue ? field : undefined, removed, sure: true };
  }
  const free = siblings.filter((field) => !field.ignored && !isTaken(field, option));
  const other = free.find((field) => field.alsoCalled?.includes(name));
  if (other) return { name: other.name, field: other, sure: false };
  const near = closest(
    name,
    free.map((field) => field.name),
  );
  return near === undefined ? undefined : { name: near, field: free.find((field) => field.name === near), sure: true };
}

/** Whether the object of an option has another option. */
function isTaken({ name }: Field, { node: { parent } }: OptionNode): boolean {
  if (!parent) return false;
  const taken = takenIn(parent);
  const known = taken.get(name);
  if (known !== undefined) return known;
  const found = member(parent, name) !== undefined;
  taken.set(name, found);
  return found;
}

/** Each of very many unknown options asks for the same, and all keys are compared. */
const takenIn = perObject((_: JsonNode) => new Map<string, boolean>());

function rename(model: FlowModel, option: OptionNode, meant: Meant | undefined): Fix[] {
  if (!meant?.field) return [];
  const edits = takeOver(model, meant.field, option.node, option.action?.type);
  return edits ? [{ title: `Rename to \`${meant.name}\``, edits, preferred: meant.sure }] : [];
}
