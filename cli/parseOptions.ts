import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from './didYouMean';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/** The options and paths of a command line; one that fits none of the options is told with the usage and the option that was meant. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T, usage: string): Parsed<T> {
  const config = { args: [...args], allowPositionals: true, options, strict: false, tokens: true } as const;
  const { tokens, ...parsed } = parseArgs(config);
  for (const token of tokens) {
    const fault = token.kind === 'option' ? faultOf(token, options) : undefined;
    if (fault !== undefined) throw new UsageError(fault, usage);
  }
  return parsed as Parsed<T>;
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
