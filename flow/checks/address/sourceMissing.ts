import { hasKey, type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { isBroken } from '../../model/isBroken';
import { putOption } from '../../refactor/setOption';
import type { Check, Fix, Report } from '../check';
import { isMisplaced, type OptionPlace, optionPlace } from '../option/optionPlace';

export const sourceMissing: Check = {
  code: 'source-missing',
  group: 'address',
  severity: 'error',
  title: 'A call or message without a source',
  doc: `The caller id, or the sender of a message, is missing.

- \`call\` and \`message_send\` (error): VoIPbin fails on the missing source. It places no call and sends no message.
- \`connect\` to a telephone number (warning): VoIPbin uses the default number of the account. Without one it does not dial.
- the body of \`POST /calls\` (information): as for \`connect\`.

Add \`source\` with a number of your account in E.164 form.

Source: \`bin-common-handler/pkg/requesthandler/call_calls.go:129\`; \`bin-message-manager/pkg/messagehandlermessagebird/send.go:23\`; \`bin-call-manager/pkg/callhandler/outgoing_call.go\`.`,
  insteadOf: ['option-required'],
  check(model, report) {
    const telephones = callersOfTelephones(model);
    for (const actions of model.actionsByType.values()) {
      const field = actions[0]?.definition?.field('source');
      if (!field) continue;
      for (const action of actions) {
        if (field.required !== true && !telephones.has(action)) continue;
        const place = optionPlace(model, action);
        if (!place || !isMissing(place.object) || isMisplaced(action, 'source')) continue;
        report({
          at: member(place.object, 'source') ?? place.at,
          missing: 'source',
          ...(field.required === true ? {} : { severity: 'warning' as const }),
          message: `\`${action.type}\` has no \`source\`. ${field.whenMissing?.doc ?? ''} ${advice}`,
          fixes: () => addSource(model, place),
        });
      }
    }
    checkBody(model, report);
  },
  fixes: 'unsure',
};

const advice = 'Add one with a number of your account.';
const sample = { type: 'tel', target: '+15550100001' };

const addSource = (model: FlowModel, place: OptionPlace): Fix[] => [
  { title: 'Add a `source`', edits: putOption(model, place, 'source', sample) },
];

function checkBody(model: FlowModel, report: Report): void {
  const { shape, body } = model;
  if (shape !== 'call' || !body || !isMissing(body) || isBroken(model, body)) return;
  const message = `The call has no \`source\`: VoIPbin uses the default number of the account. Without one it dials no telephone numbers. ${advice}`;
  const fixes = () => addSource(model, { object: body, at: body });
  report({ at: member(body, 'source') ?? body, missing: 'source', severity: 'information', message, fixes });
}

/** Missing or `null`; a key whose value is still to come is neither. */
function isMissing(object: JsonNode | undefined): boolean {
  const source = member(object, 'source');
  return source ? source.type === 'null' : !hasKey(object, 'source');
}

/** The actions with a destination of type `tel`. */
function callersOfTelephones({ addresses }: FlowModel): Set<ActionNode> {
  const callers = new Set<ActionNode>();
  for (const { action, role, type } of addresses)
    if (action && type === 'tel' && role === 'destinations') callers.add(action);
  return callers;
}
