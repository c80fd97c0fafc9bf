import { readWorldScript, type WorldScript } from '../../flow/simulator';
import type { CliIo } from '../io';
import { readJson } from './readJson';

/** The world of a file; every fault in it is named at once. */
export async function readWorld(path: string, io: CliIo): Promise<WorldScript> {
  const read = readWorldScript(await readJson(path, 'world', io));
  if (read.ok) return read.script;
  const [first, ...more] = read.faults;
  throw new Error(
    more.length === 0 ? `${path}: ${first}` : `${path}:\n${read.faults.map((one) => `  ${one}`).join('\n')}`,
  );
}
