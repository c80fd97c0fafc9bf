import type { Field } from '../../catalog/field';
import { remove } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { canonicalUuid, nilUuid } from '../../model/uuid';
import { hasVariable } from '../../model/variableUses';
import { describeUnreadable } from '../../text/describeUnreadable';
import { describeResource } from '../../text/fieldDoc';
import { joinWithOr } from '../../text/joinWithOr';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';
import { mayBeLeftOut } from './neededFields';

export const optionUuid: Check = {
  code: 'option-uuid',
  group: 'option',
  severity: 'error',
  title: 'An id that is not a UUID',
  doc: `The option names a queue, a flow, an AI or another resource of your account by its id, and ids are UUIDs. With any other text in an action, VoIPbin cannot decode the options: it skips the action or stops the flow. In the body of a request it treats such a text as missing: it drops \`on_complete_flow_id\`, and a \`flow_id\` runs nothing.

In an action an empty string is not a UUID either: leave the option out instead. In the body of a request it counts as missing and is not reported. A name is not enough; find the id in the admin console or in the answers of the API. Values with a variable are not checked.

Source: gofrs/uuid v4.4.0 \`UUID.UnmarshalText\`; \`bin-api-manager/server/main.go\` for bodies.`,
  fields: ({ format }) => format === 'uuid',
  check(model, report, _context, { options }) {
    for (const option of options) {
      const { field, node, action, address } = option;
      const text = node.value;
      if (address || typeof text !== 'string') continue;
      if (canonicalUuid(text) !== undefined || hasVariable(text)) continue;
      // What VoIPbin does with a bad id among the keys of a campaign is not known.
      const campaign = !action && model.shape === 'campaign';
      // In a request an empty string counts as missing, and that is what it says.
      const isNeedless = text === '' && mayBeLeftOut(field, node.parent);
      if (isNeedless && !action && !campaign) continue;
      const mild = campaign ? { severity: 'information' as const } : {};
      const consequence = action ? describeUnreadable(action) : campaign ? '' : describeAbsent(field);
      const parts = [describeWrong(field, text), consequence, describeWanted(field, isNeedless)];
      const message = parts.filter((part) => part !== '').join(' ');
      report({ at: node, ...mild, message, fixes: () => (isNeedless ? leaveOut(model, node) : []) });
    }
  },
  fixes: 'unsure',
};

function leaveOut(model: FlowModel, node: JsonNode): Fix[] {
  return [{ title: `Remove the empty \`${node.key?.name}\``, edits: remove(model, node) }];
}

function describeWrong(field: Field, text: string): string {
  return text === '' ? `\`${field.name}\` is an empty string, not an id.` : `${quote(text)} is not a UUID.`;
}

function describeWanted(field: Field, isNeedless: boolean): string {
  if (isNeedless) return `Leave \`${field.name}\` out.`;
  const resources = typeof field.refersTo === 'string' ? [field.refersTo] : (field.refersTo ?? []);
  return resources.length > 0
    ? `Put the id of ${joinWithOr(resources.map(describeResource))} there.`
    : `Put a UUID such as ${nilUuid.replaceAll('0', 'a')} there.`;
}

const describeAbsent = (field: Field) => `VoIPbin treats it as missing. ${field.whenMissing?.doc ?? ''}`.trim();
