import { describeReadFailure } from '../describeReadFailure';
import { printable } from '../printable';
import { isGlob } from './expandGlobs';

/** Why a path was not checked. */
export function describeFailure(path: string, error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (isMissing && isGlob(path)) return `no file matches ${printable(path)}`;
  if (isMissing) return `there is no file or folder ${printable(path)}`;
  return `${printable(path)} cannot be read: ${describeReadFailure(error)}`;
}
