import { readWorldScript, type WorldScript } from '../../flow';
import type { CliIo } from '../io';
import { printable } from '../printable';
import { readJson } from './readJson';

/** The world of a file; every fault in it is named at once. */
export async function readWorldFile(path: string, io: CliIo): Promise<WorldScript> {
  const read = readWorldScript(await readJson(path, 'world', io));
  if (read.ok) return read.script;
  const name = printable(path);
  const faults = read.faults.map(printable);
  const [first, ...more] = faults;
  throw new Error(
    more.length === 0 ? `${name}: ${first}` : `${name}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  );
}
