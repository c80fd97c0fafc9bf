import { hasCode } from '../../sandbox/node/hasCode';
import { describeReadFailure } from '../describeReadFailure';
import { printable } from '../printable';
import { isGlob } from './expandGlobs';

/** Why a path was not checked. */
export function describeFailure(path: string, error: unknown): string {
  const isMissing = hasCode(error, 'ENOENT');
  if (isMissing && isGlob(path)) return `no file matches ${printable(path)}`;
  if (isMissing) return `there is no file or folder ${printable(path)}`;
  return `${printable(path)} cannot be read: ${describeReadFailure(error)}`;
}
