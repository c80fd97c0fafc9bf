import type { CheckSettings } from '../../flow';
import { describeFailure } from '../input/describeFailure';
import type { Checked } from './checkAll';
import { checkBytes } from './checkBytes';

/** What becomes of each of these files. */
export async function checkPaths(
  paths: readonly string[],
  read: (path: string) => Uint8Array | Promise<Uint8Array>,
  settings: CheckSettings,
): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const path of paths) {
    try {
      checked.push(checkBytes(path, await read(path), settings));
    } catch (error) {
      checked.push(describeFailure(path, error));
    }
  }
  return checked;
}
