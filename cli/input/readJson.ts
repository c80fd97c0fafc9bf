import { explainSyntax, firstFault, lineAndColumn, parseGoJson, parseJson, readFlow, valueOfNode } from '../../flow';
import { describeReadFailure } from '../describeReadFailure';
import type { CliIo } from '../io';
import { printable } from '../printable';
import { readText as decodeText } from '../readText';

/** The JSON value of a file, or of standard input for `-`; comments and trailing commas are passed over. */
export async function readJson(path: string, what: string, io: CliIo): Promise<unknown> {
  return (await readDocument(path, what, io)).value;
}

/** The same with the text. */
export async function readDocument(path: string, what: string, io: CliIo): Promise<{ text: string; value: unknown }> {
  const text = await readText(path, what, io);
  return { text, value: jsonOfText(text, path, what) };
}

/** The text of a file, or of standard input for `-`; one that is not UTF-8 is refused with the place. */
export async function readText(path: string, what: string, io: CliIo): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await io.readStdin() : await io.readFile(path);
  } catch (error) {
    throw new Error(`cannot read ${nameInput(path, what)}: ${describeReadFailure(error)}`);
  }
  const { text, fault } = decodeText(bytes);
  if (fault)
    throw new Error(
      `${nameInput(path, what)} cannot be read at ${lineAndColumn(text, fault.offset)}: ${fault.message}`,
    );
  return text;
}

/** The JSON value of a text; the rest of the arguments is for the message when it is none. */
function jsonOfText(text: string, path: string, what: string): unknown {
  const strict = parseGoJson(text);
  if (strict !== undefined) return strict;
  // Read again, where comments are passed over and a fault has a place.
  const { root, issues } = parseJson(text, { allowTrailingComma: true });
  const fault = firstFault(issues);
  const name = nameInput(path, what);
  // Nothing is written yet, or comments only.
  if (text.trim() === '' || (!root && fault && fault.offset >= text.length)) throw new Error(`${name} is empty`);
  if (fault) {
    const { at, message } = explainSyntax(readFlow(text, { jsonc: true }), fault);
    throw new Error(`${name} is not valid JSON at ${lineAndColumn(text, at.offset)}: ${message}`);
  }
  return root && valueOfNode(root);
}

const nameInput = (path: string, what: string) => `the ${what} ${path === '-' ? 'on standard input' : printable(path)}`;
