import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeReadFailure } from '../describeReadFailure';
import { expandGlobs } from '../input/expandGlobs';
import { readText } from '../input/readJson';
import { type CliIo, exitCodes } from '../io';
import { parseOptions } from '../parseOptions';
import { printable } from '../printable';
import { UsageError } from '../usageError';
import { type Built, buildFlow } from './buildFlow';

export const buildUsage = `voipbin-flow build [options] FILE…

Writes flows as VoIPbin expects them: JSON without comments and trailing commas, and with a UUID
instead of each name. FILE is a *.flow.jsonc, a *.flow.json, a pattern such as
"flows/*.flow.jsonc", or - for a *.flow.jsonc on standard input. Without --out there is one
FILE, and its JSON goes to standard output.

  --out DIR  write menu.flow.jsonc to DIR/menu.flow.json; DIR is created if it is missing
  --force    build flows with errors too; text that is not JSON is never built

A flow with errors is not built; its errors are printed instead.

Exit code: 0 all flows are built, 1 a flow has errors, 2 wrong usage, or a file that cannot
be read or written.`;

const options = {
  out: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** Builds the flows named in `args`; the exit code as the usage says. */
export async function buildCommand(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, options, buildUsage, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals: given } = parsed;
  const { out, force = false } = values;
  const positionals = expandGlobs(given);
  const [first, ...more] = positionals;
  if (first === undefined) throw new UsageError('no file was given: name a file or - for standard input', buildUsage);
  if (out === undefined && more.length > 0)
    throw new UsageError('several files were given: name a folder for the output with --out', buildUsage);
  const targets = out === undefined ? [] : targetsIn(out, positionals);

  let code: number = exitCodes.clean;
  for (const [at, path] of positionals.entries()) {
    const built = buildFlow(path, await readText(path, 'flow', io), force);
    for (const line of built.errors) io.stderr(`${line}\n`);
    if (built.json === undefined) {
      io.stderr(`voipbin-flow: ${describeNotBuilt(path, built)}\n`);
      code = exitCodes.findings;
    } else if (out === undefined) io.data(built.json);
    else await write(out, targets[at] ?? '', built.json, io);
  }
  return code;
}

/** Where each file is written. Nothing is written over what is read, or over what was written. */
function targetsIn(folder: string, paths: readonly string[]): readonly string[] {
  const sources = new Set(paths.map(fileAt));
  const taken = new Map<string, string>();
  return paths.map((path) => {
    if (path === '-')
      throw new UsageError('standard input has no name for a file: leave out --out, or name a file', buildUsage);
    const target = join(folder, basename(path).replace(/\.jsonc$/i, '.json'));
    const before = taken.get(target);
    const file = fileAt(target);
    if (file !== undefined && sources.has(file))
      throw new UsageError(`${path} would overwrite ${target}: name another folder with --out`, buildUsage);
    if (before !== undefined)
      throw new UsageError(
        `${before} and ${path} would both be written to ${target}: build one of them elsewhere`,
        buildUsage,
      );
    taken.set(target, path);
    return target;
  });
}

/** Tells a file from all others, whatever links lead to it; undefined where there is none. */
function fileAt(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    // Reading or writing it says why.
    return undefined;
  }
}

async function write(folder: string, target: string, json: string, io: CliIo): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(target, json);
  } catch (error) {
    throw new Error(`${printable(target)} cannot be written: ${describeReadFailure(error)}`);
  }
  io.stdout(`${printable(target)}\n`);
}

function describeNotBuilt(path: string, { errors, isJson }: Built): string {
  const name = path === '-' ? 'the flow on standard input' : printable(path);
  const count = errors.length === 1 ? 'it has an error' : `it has ${errors.length} errors`;
  return `${name} is not built: ${count}.${isJson ? ' --force builds it anyway.' : ''}`;
}
