import { type AddressType, findAddressType, typesReachedBy } from '../../catalog/address';
import { e164, e164Doc, withoutSeparators } from '../../catalog/telephoneNumber';
import { renameKey, replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { AddressNode, FlowModel } from '../../model/flowModel';
import { canonicalUuid } from '../../model/uuid';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check, Fix, Problem } from '../check';
import { normalizeNumber } from './normalizeNumber';

export const addressTargetFormat: Check = {
  code: 'address-target-format',
  group: 'address',
  severity: 'warning',
  title: 'A target that does not fit its address type',
  doc: `Each address type expects its target in one form:

- \`tel\`: a number in E.164 form, ${e164Doc} without spaces, brackets or hyphens. No country code begins with 0;
- \`sip\`: \`user@domain\`, without \`sip:\` before it;
- \`extension\`: the number in \`target_name\`; a call ignores \`target\`;
- \`agent\`: the id of the agent, a UUID;
- \`email\`: an e-mail address.

VoIPbin cannot reach a target in another form, or reaches someone else. The quick fix removes spaces and brackets from a number and writes \`+\` for 00. It removes \`sip:\`, and moves the number of an extension to \`target_name\`. It does not add a missing country code. Targets with a variable are not checked.

Source: \`bin-common-handler/models/address/validate.go\`; \`bin-call-manager/pkg/groupcallhandler/dial.go:178-215\`.`,
  check(model, report) {
    for (const address of model.addresses) {
      const known = address.type === undefined ? undefined : findAddressType(address.type);
      const problem = known && isUsed(address, known) ? problemOf(model, address, known) : undefined;
      if (problem) report(problem);
    }
  },
  fixes: 'sure',
  fixAll: 'Write all targets in the form that VoIPbin expects',
};

/** Whether anything reads the target. What a call cannot dial, and a source that is only shown, are no matter of form. */
function isUsed({ role, action }: AddressNode, type: AddressType): boolean {
  if (role === 'source') return type.source;
  return typesReachedBy(action?.type).includes(type);
}

function problemOf(model: FlowModel, { node, role }: AddressNode, type: AddressType): Problem | undefined {
  const target = member(node, type.uses);
  if (target && target.type !== 'string' && target.type !== 'null') return undefined;
  if (!target && hasKey(node, type.uses)) return undefined;
  const text = target?.type === 'string' ? (target.value as string) : '';
  if (text === '') {
    const unread = type.uses === 'target_name' ? member(node, 'target') : undefined;
    return {
      at: target ?? unread ?? node,
      missing: type.uses,
      message: `The \`${type.type}\` address has no \`${type.uses}\`${role === 'source' ? '' : ', so the call reaches no phone'}. ${type.targetDoc}`,
      fixes: () => (unread?.type === 'string' ? moveTarget(unread) : []),
    };
  }
  if (!target || hasVariable(text) || isWellFormed(type, text)) return undefined;
  return {
    at: target,
    message: `${quote(text)} ${role === 'source' ? `is not a caller id of type \`${type.type}\`` : `cannot be reached as \`${type.type}\``}. ${type.targetDoc}`,
    fixes: () => rewrite(model, target, type.type, text),
  };
}

function isWellFormed({ format, pattern }: AddressType, text: string): boolean {
  return format === 'uuid' ? canonicalUuid(text) !== undefined : (pattern?.test(text) ?? true);
}

/** The target in the form that its type wants; a number that seems to have its country code and no plus sign is a guess. */
function rewrite(model: FlowModel, target: JsonNode, type: string, text: string): Fix[] {
  const written = normalize(type, text);
  if (written !== undefined)
    return [{ title: `Change to "${written}"`, edits: replaceValue(model, target, written), preferred: true }];
  const digits = withoutSeparators(text);
  if (type !== 'tel' || digits.length < minWithCountry || !e164.test(`+${digits}`)) return [];
  return [{ title: `Change to "+${digits}"`, edits: replaceValue(model, target, `+${digits}`) }];
}

/** A number of fewer digits is more likely one without its country code. */
const minWithCountry = 11;

function normalize(type: string, text: string): string | undefined {
  if (type === 'tel') return normalizeNumber(text);
  const bare = text.trim().replace(type === 'sip' ? /^sips?:/i : /^mailto:/i, '');
  return (type === 'sip' || type === 'email') && bare !== text && findAddressType(type)?.pattern?.test(bare)
    ? bare
    : undefined;
}

/** The number of an extension stands under `target`, which a call ignores. */
function moveTarget(target: JsonNode): Fix[] {
  if (hasKey(target.parent, 'target_name')) return [];
  return [{ title: 'Rename to `target_name`', edits: renameKey(target, 'target_name'), preferred: true }];
}
