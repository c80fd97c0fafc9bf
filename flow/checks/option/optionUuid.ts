import type { Field } from '../../catalog/field';
import { remove } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { listOptions } from '../../model/listOptions';
import { canonicalUuid, nilUuid } from '../../model/uuid';
import { hasVariable } from '../../model/variableUses';
import { sayResource } from '../../text/fieldDoc';
import { quote } from '../../text/quote';
import { sayOr } from '../../text/sayOr';
import { sayUnreadable } from '../../text/sayUnreadable';
import type { Check, Fix } from '../check';
import { mayBeLeftOut } from './neededFields';

export const optionUuid: Check = {
  code: 'option-uuid',
  group: 'option',
  severity: 'error',
  title: 'An id that is no UUID',
  doc: `The option names a queue, a flow, an AI or another thing of your account by its id, and ids are UUIDs. In an action VoIPbin cannot decode the options then, so the action is skipped or the flow stops. In the body of a request it takes such an id for an absent one: \`on_complete_flow_id\` is dropped, and a \`flow_id\` runs nothing.

In an action an empty text is no UUID either: leave the option out instead. In the body of a request it counts as absent and is not reported. A name is never enough; the id is in the admin console and in the answers of the API. A value that a variable gives is not judged.

Source: gofrs/uuid v4.4.0 \`UUID.UnmarshalText\`; \`bin-api-manager/server/main.go\` for bodies.`,
  *check(model) {
    for (const option of listOptions(model, (one) => one.format === 'uuid')) {
      const { field, node, action, address } = option;
      const text = node.value;
      if (address || typeof text !== 'string') continue;
      if (canonicalUuid(text) !== undefined || hasVariable(text)) continue;
      // What VoIPbin does with a bad id among the keys of a campaign is not known.
      const campaign = !action && model.shape === 'campaign';
      // In a request an empty text counts as absent, and that is what it says.
      if (text === '' && !action && !campaign && mayBeLeftOut(field, node.parent)) continue;
      const mild = campaign ? { severity: 'information' as const } : {};
      const consequence = action ? sayUnreadable(action) : campaign ? '' : sayAbsent(field);
      const parts = [sayWrong(field, text), consequence, sayWanted(field, node)];
      const message = parts.filter((part) => part !== '').join(' ');
      yield { at: node, ...mild, message, fixes: () => leaveOut(model, field, node) };
    }
  },
  fixes: 'unsure',
};

function leaveOut(model: FlowModel, field: Field, node: JsonNode): Fix[] {
  if (node.value !== '' || !mayBeLeftOut(field, node.parent)) return [];
  return [{ title: `Remove the empty \`${node.key?.name}\``, edits: remove(model, node) }];
}

function sayWrong(field: Field, text: string): string {
  return text === '' ? `\`${field.name}\` is an empty text, not an id.` : `${quote(text)} is no UUID.`;
}

function sayWanted(field: Field, { value, parent }: JsonNode): string {
  if (value === '' && mayBeLeftOut(field, parent)) return `Leave \`${field.name}\` out.`;
  const resources = typeof field.refersTo === 'string' ? [field.refersTo] : (field.refersTo ?? []);
  return resources.length > 0
    ? `Put the id of ${sayOr(resources.map(sayResource))} there.`
    : `Put a UUID such as ${nilUuid.replaceAll('0', 'a')} there.`;
}

const sayAbsent = (field: Field) => `VoIPbin takes it for an absent one. ${field.whenMissing?.doc ?? ''}`.trim();
