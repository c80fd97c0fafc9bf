import type { AddressType } from '../catalog/address';

/** What an address type stands for, what its target looks like and what can be done with it, as Markdown. */
export function renderAddressType(address: AddressType): string {
  const uses = address.usedBy.length > 0 ? address.usedBy.map((type) => `\`${type}\``).join(', ') : undefined;
  const blocks = [
    `**\`${address.type}\`** · kind of address`,
    address.doc,
    `\`${address.uses}\`: ${address.targetDoc} For example \`${address.example}\`.`,
    ...(uses ? [`It is used by ${uses}.`] : []),
    ...(address.displayOnly ? ['As a caller id it is shown and used for nothing else.'] : []),
  ];
  return blocks.join('\n\n');
}
