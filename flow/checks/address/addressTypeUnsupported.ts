import { type AddressType, addressTypes, findAddressType, typesReachedBy } from '../../catalog/address';
import { insertMember, replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member, textOf } from '../../json/node';
import type { AddressNode, FlowModel } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';
import { closest } from '../../text/closest';
import { joinWithOr } from '../../text/joinWithOr';
import { quote } from '../../text/quote';
import type { Check, Fix, Problem } from '../check';
import { guessAddressType } from './guessAddress';

export const addressTypeUnsupported: Check = {
  code: 'address-type-unsupported',
  group: 'address',
  severity: 'error',
  title: 'An address with an unknown type or without one',
  doc: `The \`type\` of an address decides how VoIPbin reaches it. VoIPbin skips an address without a type or with an unknown one (\`phone\`, \`endpoint\`). When no other destination is left, the flow stops. \`message_send\` takes \`tel\` addresses only, and \`email_send\` \`email\` addresses only.

Choose the type. The quick fix first offers the type that fits the target:

- \`tel\` for a number with a plus sign;
- \`sip\` for something with an \`@\`;
- \`agent\` for a UUID;
- \`extension\` for a short number.

Source: \`bin-common-handler/models/address/main.go\` \`Type\`; \`bin-call-manager/pkg/callhandler/outgoing_call.go:72-101\`.`,
  insteadOf: ['option-value', 'option-required'],
  check(model, report) {
    for (const address of model.addresses.filter(isSuspect)) {
      const problem = problemOf(model, address);
      if (problem) report(problem);
    }
  },
  fixes: 'sure',
};

/** Most addresses have a known type that goes with everything. */
const isSuspect = (address: AddressNode) =>
  address.type === undefined || !findAddressType(address.type) || onlyType(address) !== undefined;

function problemOf(model: FlowModel, address: AddressNode): Problem | undefined {
  const typeNode = member(address.node, 'type');
  if (!typeNode && hasKey(address.node, 'type')) return undefined;
  if (typeNode && typeNode.type !== 'string' && typeNode.type !== 'null') return undefined;
  const text = textOf(typeNode) ?? '';
  if (hasVariable(text)) return undefined;
  const found = { at: typeNode ?? address.node, fixes: () => listFixes(model, address, typeNode) };
  const choose = `Choose ${joinWithOr(usableTypes(address).map((type) => `"${type.type}"`))}.`;
  if (!findAddressType(text)) {
    const what =
      typeNode?.type === 'string' && text !== ''
        ? `${quote(text)} is not an address type`
        : 'The address has no `type`';
    return {
      ...found,
      ...(typeNode ? {} : { missing: 'type' }),
      message: `${what}: ${address.role === 'source' ? 'VoIPbin does not know what kind of sender it is' : 'VoIPbin cannot reach it and skips it'}. ${choose}`,
    };
  }
  const only = onlyType(address);
  if (only === undefined || only === text) return undefined;
  return {
    ...found,
    message: `\`${address.action?.type}\` reaches \`${only}\` addresses only and sends nothing to ${quote(text)}. ${choose}`,
  };
}

/** A fix for each type, the one that the target looks like first. */
function listFixes(model: FlowModel, address: AddressNode, typeNode: JsonNode | undefined): Fix[] {
  const likely = likelyType(address);
  const names = usableTypes(address).map((type) => type.type);
  const ordered = likely === undefined ? names : [likely, ...names.filter((name) => name !== likely)];
  return ordered.map((name) => ({
    title: typeNode ? `Change to "${name}"` : `Add the type "${name}"`,
    edits: typeNode ? replaceValue(model, typeNode, name) : insertMember(model, address.node, 'type', name),
    ...(name === likely ? { preferred: true } : {}),
  }));
}

/** The one type that messages and e-mails go to. */
function onlyType({ action, role }: AddressNode): string | undefined {
  const [first, ...more] = role === 'destinations' ? typesReachedBy(action?.type) : [];
  return more.length === 0 ? first?.type : undefined;
}

/** The types that make sense in the place of the address. */
function usableTypes({ action, role }: AddressNode): readonly AddressType[] {
  return role === 'source' ? addressTypes.filter(({ source }) => source) : typesReachedBy(action?.type);
}

/** What the target looks like, else what the word looks like. */
function likelyType(address: AddressNode): string | undefined {
  const names = usableTypes(address).map((type) => type.type);
  const target = textOf(member(address.node, 'target'));
  const guess =
    (target === undefined ? undefined : guessAddressType(target, address.action?.type)) ??
    (member(address.node, 'target_name') && target === undefined ? 'extension' : undefined) ??
    closest(textOf(member(address.node, 'type')) ?? '', names);
  return guess !== undefined && names.includes(guess) ? guess : undefined;
}
