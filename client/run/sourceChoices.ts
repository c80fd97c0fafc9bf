import type { AddressBody } from '../api/bodies';
import { canDialOut } from '../api/canDialOut';
import type { VoipbinApi } from '../api/voipbinApi';
import type { PickChoice } from '../questions/ui';
import { answersText, listAnsweredNumbers } from './answeredNumbers';
import { addressKey } from './destination';

/** Where a call comes from; `none` leaves it to the default number of the account. */
export type SourceChoice = { readonly address: AddressBody } | 'none';

/** The numbers that can call telephones, the one used last first, and the account's default at the end. */
export async function sourceChoices(
  api: VoipbinApi,
  last: AddressBody | undefined,
): Promise<readonly PickChoice<SourceChoice>[]> {
  const entries = await listAnsweredNumbers(api);
  const numbers = entries
    .filter(({ number }) => canDialOut(number))
    .map((answered) => {
      const { number, name } = answered.number;
      const address: AddressBody = { type: 'tel', target: number, ...(name ? { name } : {}) };
      return { address, detail: answersText(answered) };
    });
  const isLast = ({ address }: { address: AddressBody }) =>
    last !== undefined && addressKey(address) === addressKey(last);
  const ordered = [...numbers.filter(isLast), ...numbers.filter((number) => !isLast(number))];
  const others = entries.length - numbers.length;
  return [
    ...ordered.map(({ address, detail }) => ({
      icon: 'call-outgoing',
      label: address.target ?? '',
      description: address.name,
      detail,
      pick: { value: { address } },
    })),
    ...(others > 0 ? [{ icon: 'info', label: leftOut(others), pick: undefined }] : []),
    {
      icon: 'home',
      label: 'Default number of the account',
      detail: 'Without one, VoIPbin refuses calls to telephone numbers.',
      pick: { value: 'none' as const },
    },
  ];
}

const leftOut = (count: number) =>
  count === 1
    ? '1 number is not listed: it is not active, or virtual.'
    : `${count} numbers are not listed: they are not active, or virtual.`;
