import { type CheckSettings, checkSettingsOf, parseJson, readSettings, toValue } from '../../flow';
import { describeFailure } from '../input/describeFailure';
import type { CliIo } from '../io';
import { printable } from '../printable';
import { readText } from '../readText';
import { UsageError } from '../usageError';

/** The settings `voipbin.*` of a VS Code settings file, as the checks take them. A file that cannot be read, or has no object, is an error. */
export async function readSettingsFile(path: string, io: CliIo, usage: string): Promise<CheckSettings> {
  const bytes = await io.readFile(path).catch((error: unknown) => {
    throw new Error(describeFailure(path, error));
  });
  const { text, fault } = readText(bytes);
  if (fault) throw new Error(`${printable(path)} cannot be read: ${fault.message}`);
  const { root } = parseJson(text, { allowTrailingComma: true });
  if (root?.type !== 'object') throw new UsageError(`${path} has no settings object`, usage);
  const all = Object.entries(toValue(root) as Record<string, unknown>);
  const own = all.flatMap(([key, value]) =>
    key.startsWith('voipbin.') ? [[key.slice('voipbin.'.length), value]] : [],
  );
  return checkSettingsOf(readSettings(Object.fromEntries(own)));
}
