import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from './didYouMean';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/** The options and paths of a command line; one that fits none of the options is told with the usage and the option that was meant. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T, usage: string): Parsed<T> {
  const config = { args: joinNegative(args, options), allowPositionals: true, options } as const;
  for (const token of parseArgs({ ...config, strict: false, tokens: true }).tokens) {
    const fault = token.kind === 'option' ? faultOf(token, options) : undefined;
    if (fault !== undefined) throw new UsageError(fault, usage);
  }
  return parseArgs(config);
}

/** A negative number behind an option is its value: the command says whether it can be. */
function joinNegative(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  for (const [at, arg] of args.entries()) {
    const before = joined.at(-1) ?? '';
    const name = before.startsWith('--') ? before.slice(2) : '';
    const takesIt = at < end && /^-\d/.test(arg) && Object.hasOwn(options, name) && options[name]?.type === 'string';
    if (takesIt) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

interface OptionToken {
  readonly name: string;
  /** As it is written, with its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value is joined to the name by `=`. */
  readonly inlineValue: boolean | undefined;
}

/** What is wrong with an option. Node would advise what nobody asked for, over three lines. */
function faultOf({ name, rawName, value, inlineValue }: OptionToken, options: Options): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return `there is no option ${rawName}${didYouMean(name, Object.keys(options), '--')}`;
  if (option.type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value`;
  const isOther = !inlineValue && value !== undefined && /^-./.test(value);
  return value === undefined || isOther ? `${rawName} needs a value` : undefined;
}
