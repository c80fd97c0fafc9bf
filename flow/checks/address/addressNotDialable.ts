import { addressTypes, findAddressType } from '../../catalog/address';
import { member } from '../../json/node';
import { sayOr } from '../../text/sayOr';
import type { Check } from '../check';

export const addressNotDialable: Check = {
  code: 'address-not-dialable',
  group: 'address',
  severity: 'warning',
  title: 'An address that a call cannot dial',
  doc: `VoIPbin knows the type of the address, and a call cannot dial it: only \`tel\`, \`sip\`, \`extension\` and \`agent\` can be dialled. The destination is skipped without a word, and when no other one is left the flow stops.

What reaches the party instead is in the message: a conference is entered with \`conference_join\`, an AI is talked to with \`ai_talk\`, a mailbox gets an \`email_send\`.

Source: \`bin-call-manager/pkg/callhandler/outgoing_call.go:72-101\`.`,
  *check(model) {
    for (const { node, action, role, type } of model.addresses) {
      if (role !== 'destinations' || type === undefined) continue;
      // Messages and e-mails have types of their own.
      if (action && action.type !== 'call' && action.type !== 'connect') continue;
      const known = findAddressType(type);
      if (!known || known.dialable) continue;
      yield {
        at: member(node, 'type') ?? node,
        message: `A call cannot dial an address of type \`${type}\` and skips it. ${known.doc} ${dialable}`,
      };
    }
  },
};

const dialable = `Only ${sayOr(addressTypes.flatMap((one) => (one.dialable ? [`\`${one.type}\``] : [])))} can be dialled.`;
