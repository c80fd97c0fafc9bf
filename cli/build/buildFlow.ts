import { checkFlow, firstFault, isJsonc, lineAndColumn, plainText, readFlow } from '../../flow';
import { printable } from '../printable';

/** What became of a flow. */
export interface Built {
  /** Undefined where it was not built. */
  readonly json: string | undefined;
  /** One line for each error of the flow: its place, message and code. */
  readonly errors: readonly string[];
  /** Everything in it could be read. */
  readonly isJson: boolean;
}

/** The text of a file as VoIPbin takes it. With errors it is built only by `force`, and only where it is JSON. */
export function buildFlow(path: string, read: string, force: boolean): Built {
  // The API refuses a byte order mark, and what is built has none.
  const text = read.replace(/^\ufeff/, '');
  const model = readFlow(text, { jsonc: path === '-' || isJsonc(path) });
  const isJson = model.root !== undefined && firstFault(model.issues) === undefined;
  const name = path === '-' ? '<stdin>' : printable(path);
  const errors = checkFlow(model)
    .filter(({ severity }) => severity === 'error')
    .map(({ offset, message, code }) => `${name}:${lineAndColumn(text, offset)} error ${printable(message)} ${code}`);
  const isBuilt = isJson && (force || errors.length === 0);
  return { json: isBuilt ? plainText(model) : undefined, errors, isJson };
}
