import { parseJson } from '../../flow/json/parse';
import { parseJson as parseGoJson, valueOfNode } from '../../flow/simulator';
import type { CliIo } from '../io';

/** The JSON value of a file, or of standard input for `-`; comments and trailing commas are passed over. */
export async function readJson(path: string, what: string, io: CliIo): Promise<unknown> {
  return jsonOfText(await readText(path, what, io), path, what);
}

/** The text of a file, or of standard input for `-`. */
export async function readText(path: string, what: string, io: CliIo): Promise<string> {
  try {
    return path === '-' ? await io.readStdin() : await io.readFile(path);
  } catch (error) {
    throw new Error(`cannot read the ${what} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The JSON value of a text; the rest of the arguments is for the message when it is none. */
export function jsonOfText(text: string, path: string, what: string): unknown {
  const strict = parseGoJson(text);
  if (strict !== undefined) return strict;
  // Read again, where comments are passed over and a fault has a place.
  const { root, issues } = parseJson(text, { allowTrailingComma: true });
  const fault = issues.find(({ code }) => code !== 'Comment' && code !== 'ByteOrderMark');
  if (fault) {
    const before = text.slice(0, fault.offset).split(/\r\n|\r|\n/);
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    throw new Error(`the ${what} ${path} is no valid JSON at ${place} (${fault.code})`);
  }
  if (!root) throw new Error(`the ${what} ${path} is empty`);
  return valueOfNode(root);
}
