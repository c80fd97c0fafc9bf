import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from './didYouMean';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/** The options and paths of a command line; one that fits none of the options is told with the usage and the option that was meant. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T, usage: string): Parsed<T> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(sayWhy(error, Object.keys(options)), usage);
  }
}

// Node's own words advise what nobody asked for, over three lines.
function sayWhy(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(.+?)'/.exec(message)?.[1];
  if (unknown !== undefined)
    return `there is no option ${unknown}${didYouMean(unknown.replace(/^-+/, ''), known, '--')}`;
  const [, option, reason] = /^Option '(?:-\w, )?(-[^' ]+).*?' (argument|does not take)/.exec(message) ?? [];
  if (option === undefined) return message;
  return reason === 'argument' ? `${option} needs a value` : `${option} takes no value`;
}
