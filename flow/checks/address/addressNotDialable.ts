import { addressTypes, findAddressType } from '../../catalog/address';
import { member } from '../../json/node';
import { joinWithOr } from '../../text/joinWithOr';
import type { Check } from '../check';

export const addressNotDialable: Check = {
  code: 'address-not-dialable',
  group: 'address',
  severity: 'warning',
  title: 'An address that a call cannot dial',
  doc: `VoIPbin knows this address type, but a call cannot dial it: only \`tel\`, \`sip\`, \`extension\` and \`agent\` can be dialled. VoIPbin silently skips the destination. When no other destination is left, the flow stops.

The message names the action to use instead: \`conference_join\` for a conference, \`ai_talk\` for an AI, \`email_send\` for a mailbox.

Source: \`bin-call-manager/pkg/callhandler/outgoing_call.go:72-101\`.`,
  check(model, report) {
    for (const { node, action, role, type } of model.addresses) {
      if (role !== 'destinations' || type === undefined) continue;
      // Messages and e-mails have types of their own.
      if (action && !action.definition?.billed?.dials) continue;
      const known = findAddressType(type);
      if (!known || known.dialable) continue;
      report({
        at: member(node, 'type') ?? node,
        message: [`A call cannot dial an address of type \`${type}\` and skips it.`, known.instead, dialable]
          .filter(Boolean)
          .join(' '),
      });
    }
  },
};

const dialable = `Only ${joinWithOr(addressTypes.flatMap((type) => (type.dialable ? [`\`${type.type}\``] : [])))} can be dialled.`;
