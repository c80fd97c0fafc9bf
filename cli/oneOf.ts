import { joinWithOr } from '../flow';
import { UsageError } from './usageError';

/** The word of an option that takes some words only; any other is told with the usage. */
export function oneOf<const T extends string>(allowed: readonly T[], value: string, option: string, usage: string): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  const words = joinWithOr(allowed.filter((word) => word !== ''));
  throw new UsageError(`${option} takes ${words}, not "${value}"`, usage);
}
