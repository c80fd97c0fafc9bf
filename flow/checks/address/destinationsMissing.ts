import { findShape } from '../../catalog/documents';
import type { Field } from '../../catalog/field';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { FlowModel } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';
import { putOption } from '../../refactor/setOption';
import type { Check, Problem } from '../check';
import { isMisplaced, type OptionPlace, optionPlace } from '../option/optionPlace';

export const destinationsMissing: Check = {
  code: 'destinations-missing',
  group: 'address',
  severity: 'error',
  title: 'No destination',
  doc: `\`destinations\` is missing or empty. A \`call\` or \`connect\` then has no one to dial: the flow stops and the caller is dropped. A \`message_send\` or an \`email_send\` sends nothing, and \`POST /calls\` answers 500.

Add at least one address. A \`tel\` address has a \`target\` in E.164 form, an \`extension\` has its number in \`target_name\`.

Source: \`bin-call-manager/pkg/callhandler/outgoing_call.go:72-101\`; \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:541-557\` \`actionHandleConnect\`.`,
  insteadOf: ['option-required'],
  check(model, report) {
    for (const actions of model.actionsByType.values()) {
      const field = actions[0]?.definition?.field('destinations');
      if (!field) continue;
      for (const action of actions) {
        const place = optionPlace(model, action);
        const problem = place && problemOf(model, place, field, `\`${action.type}\``);
        if (problem && !isMisplaced(action, 'destinations')) report(problem);
      }
    }
    const { body } = model;
    if (!body || isBroken(model, body)) return;
    const field = findShape(model.shape).fields.find((field) => field.name === 'destinations');
    const problem = field && problemOf(model, { object: body, at: body }, field, 'The request');
    if (problem) report(problem);
  },
  fixes: 'unsure',
};

function problemOf(model: FlowModel, place: OptionPlace, field: Field, owner: string): Problem | undefined {
  const { object, at } = place;
  const list = member(object, 'destinations');
  if (list ? !isEmpty(model, list) : hasKey(object, 'destinations')) return undefined;
  const lack = list?.type === 'array' ? 'an empty list of `destinations`' : 'no `destinations`';
  return {
    at: list ?? at,
    missing: 'destinations',
    message: `${owner} has ${lack}. ${field.whenMissing?.doc ?? 'No call is placed.'} Add at least one address.`,
    fixes: () => [
      { title: 'Add a destination', edits: putOption(model, place, 'destinations', field.example ?? sample) },
    ],
  };
}

/** `null`, or a list without anything in it, not even something that cannot be read. */
function isEmpty(model: FlowModel, list: JsonNode): boolean {
  if (list.type === 'null') return true;
  return list.type === 'array' && list.children.length === 0 && !isBroken(model, list);
}

const sample = [{ type: 'tel', target: '+15550100002' }];
