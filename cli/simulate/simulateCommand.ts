import {
  allSemantics,
  compareSemantics,
  idsAsNames,
  namesOf,
  type QuirkName,
  type QuirkSwitches,
  quirks,
  type RunOptions,
  referenceTypes,
  type Semantics,
  scriptedWorld,
} from '../../flow';
import { readFlowFile } from '../input/readFlowFile';
import { readWorldFile } from '../input/readWorldFile';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { onlyFlow, parseOptions } from '../parseOptions';
import { printableJson } from '../printable';
import { UsageError } from '../usageError';
import { formatRun } from './formatRun';
import { jsonOf } from './jsonOf';
import { runCases } from './runCases';

const formats = ['text', 'json'] as const;

export const simulateUsage = `voipbin-flow simulate [options] FLOW
voipbin-flow simulate [options] --cases FILE --format json

Runs a flow without a phone and shows what happens. FLOW is a file or - for standard input.

  --world FILE        what happens outside: keys, called parties, time of day, answers
                      of URLs, stored flows (JSON; the simulator assumes what it leaves out)
  --semantics WHICH   observed (default): as the engine works
                      documented: as VoIPbin documents the engine
  --quirk NAME=on|off switch one deviation of the engine; may be repeated
  --quirks            list the deviations
  --trigger WHAT      what starts the flow: call (default), api, conversation …
  --format FORMAT     text (default) or json
  --cases FILE        run an array of cases in the format of engine traces instead

Exit code: 0 the flow ran, whatever its end; 2 wrong usage or a file that cannot be read.`;

const options = {
  world: { type: 'string' },
  semantics: { type: 'string' },
  quirk: { type: 'string', multiple: true },
  quirks: { type: 'boolean' },
  trigger: { type: 'string' },
  format: { type: 'string' },
  cases: { type: 'string' },
} as const;

/** Runs the flow, or the cases, named in `args`; the exit code as the usage says. */
export async function simulateCommand(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, options, simulateUsage, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals } = parsed;
  if (values.quirks) {
    io.stdout(listQuirks());
    return exitCodes.clean;
  }
  const format = oneOf(formats, values.format ?? 'text', '--format', simulateUsage);
  const how: RunOptions & { semantics: Semantics } = {
    semantics: oneOf(allSemantics, values.semantics ?? 'observed', '--semantics', simulateUsage),
    quirks: readQuirks(values.quirk ?? []),
  };
  if (values.cases !== undefined) {
    if (positionals.length > 0)
      throw new UsageError('--cases runs the flows of its file; name no other', simulateUsage);
    return await runCases(values.cases, format, how, io);
  }
  const path = onlyFlow(positionals, 'run', simulateUsage);
  const script = values.world === undefined ? {} : await readWorldFile(values.world, io);
  const trigger =
    values.trigger === undefined ? undefined : oneOf(referenceTypes, values.trigger, '--trigger', simulateUsage);
  const { model, input } = await readFlowFile(path, io, script, trigger);
  const compared = compareSemantics(input, () => scriptedWorld(script), { quirks: how.quirks });
  const run = { path, input, semantics: how.semantics, ...compared };
  if (format === 'json') io.data(`${printableJson(jsonOf(run, model), 2)}\n`);
  else io.stdout(idsAsNames(model, formatRun(run, namesOf(model), io.colors)));
  return exitCodes.clean;
}

function readQuirks(settings: readonly string[]): Partial<QuirkSwitches> {
  return Object.fromEntries(
    settings.map((setting): [QuirkName, boolean] => {
      const [, name, state] = /^(.*)=(on|off)$/.exec(setting) ?? [];
      const quirk = quirks.find((known) => known.name === name);
      if (!quirk)
        throw new UsageError(
          `--quirk takes NAME=on or NAME=off with a name that --quirks lists, not "${setting}"`,
          simulateUsage,
        );
      return [quirk.name, state === 'on'];
    }),
  );
}

function listQuirks(): string {
  const blocks = quirks.map(
    ({ name, deviates, suspected, documented, observed, source }) =>
      `${name}${suspected ? '  (suspected, off in both)' : deviates ? '  (off in documented)' : ''}\n  documented: ${documented}\n  observed:   ${observed}\n  seen in:    ${source}\n`,
  );
  return `${blocks.join('\n')}`;
}
