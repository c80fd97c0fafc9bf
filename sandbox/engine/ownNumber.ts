import type { Store } from '../store/store';

/** A number of the account. */
export const ownNumber = ({ numbers }: Store, text: string | undefined) =>
  numbers.all().find(({ number }) => number === text);
