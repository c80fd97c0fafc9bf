import * as z from 'zod';
import type { AddressBody } from '../api/bodies';
import type { Memory } from '../memory';
import type { PickChoice } from '../questions/ui';
import { addressKey, describeAddress, readAddress } from './destination';
import { keptAddress, withNewest } from './recentAddresses';

const callersKey = 'voipbin.recentCallers';
const callersSchema = z.array(keptAddress).catch([]);

/** Who called lately in the local VoIPbin, the last first; before anybody did, `first`. */
export function recentCallers(memory: Memory, first: AddressBody): readonly AddressBody[] {
  const kept = callersSchema.parse(memory.get(callersKey) ?? []) as readonly AddressBody[];
  return kept.some((known) => addressKey(known) === addressKey(first)) ? kept : [...kept, first];
}

/** Remembers who called. */
export async function keepCaller(memory: Memory, caller: AddressBody): Promise<void> {
  await memory.set(callersKey, withNewest(caller, recentCallers(memory, caller)));
}

export const callerChoice = (address: AddressBody): PickChoice<AddressBody> => ({
  icon: 'call-incoming',
  label: describeAddress(address),
  pick: { value: address },
});

/** Who a typed text may mean as a caller; a problem stands there as an entry that cannot be chosen. */
export function typedCallers(text: string): readonly PickChoice<AddressBody>[] {
  if (text.trim() === '') return [];
  const callers = readAddress(text).flatMap((read): readonly PickChoice<AddressBody>[] => {
    if ('problem' in read) return [{ icon: 'info', label: read.problem, pick: undefined }];
    if (!isCaller(read.address)) return [];
    const choice = callerChoice(read.address);
    return [{ ...choice, label: `Call from ${choice.label}` }];
  });
  if (callers.length > 0) return callers;
  return [{ icon: 'info', label: cannotCall(text), pick: undefined }];
}

/** Who calls, as it was typed; with the name under which the number is known. */
export function readCaller(
  text: string,
  memory: Memory,
  first: AddressBody,
): { readonly address: AddressBody } | { readonly problem: string } {
  const [read] = readAddress(text).filter((destination) => 'problem' in destination || isCaller(destination.address));
  if (!read) return { problem: text.trim() === '' ? `Who calls? ${typeCaller}` : cannotCall(text) };
  if ('problem' in read) return read;
  const key = addressKey(read.address);
  return { address: recentCallers(memory, first).find((known) => addressKey(known) === key) ?? read.address };
}

const isCaller = ({ type }: AddressBody) => type === 'tel' || type === 'sip';

const cannotCall = (text: string) => `"${text.trim()}" cannot call. ${typeCaller}`;

const typeCaller = 'Type a number with + and the country code, or a SIP address.';
