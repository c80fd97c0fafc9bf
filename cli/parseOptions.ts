import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from './didYouMean';
import type { CliIo } from './io';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/**
 * The options and paths of a command line; one that fits none of the options is told with the usage and the option that was meant. Undefined with `--help`:
 * the usage is printed then, and there is nothing else to do.
 */
export function parseOptions<const T extends Options>(
  args: readonly string[],
  given: T,
  usage: string,
  io: CliIo,
): Parsed<T> | undefined {
  const options: Options = { ...given, help: { type: 'boolean', short: 'h' } };
  const { tokens, ...parsed } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const fault = token.kind === 'option' ? faultOf(token, options) : undefined;
    if (fault !== undefined) throw new UsageError(fault, usage);
  }
  if (!parsed.values.help) return parsed as Parsed<T>;
  io.stdout(`${usage}\n`);
  return undefined;
}

/** The flow that a command takes, of the paths that it was given; `what`: what it does with it, as in "explored". */
export function onlyFlow([path, ...others]: readonly string[], what: string, usage: string): string {
  if (path === undefined) throw new UsageError('no flow was given: name a file or - for standard input', usage);
  if (others.length > 0)
    throw new UsageError(`only one flow can be ${what}, and ${others.length + 1} were given`, usage);
  return path;
}

interface OptionToken {
  readonly name: string;
  /** As it is written, with its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value is joined to the name by `=`. */
  readonly inlineValue: boolean | undefined;
}

/** What is wrong with an option. Node would add advice of three lines. */
function faultOf({ name, rawName, value, inlineValue }: OptionToken, options: Options): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return `there is no option ${rawName}${didYouMean(name, Object.keys(options), '--')}`;
  if (option.type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value`;
  // Whether a negative number can be the value is for the command to say.
  const isOther = !inlineValue && value !== undefined && /^-\D/.test(value);
  return value === undefined || isOther ? `${rawName} needs a value` : undefined;
}
