import * as z from 'zod';
import type { AddressBody } from '../api/bodies';
import { addressKey } from './destination';

const maxRecent = 8;

/** An address as it is kept. */
export const keptAddress = z.looseObject({
  type: z.string(),
  target: z.string().optional(),
  target_name: z.string().optional(),
  name: z.string().optional(),
});

/** Addresses that were used lately, the last first, after one is used. */
export const withNewest = (newest: AddressBody, known: readonly AddressBody[]): readonly AddressBody[] =>
  [newest, ...known.filter((other) => addressKey(other) !== addressKey(newest))].slice(0, maxRecent);
