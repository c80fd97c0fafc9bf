import {
  allSemantics,
  type Exploration,
  exploringWays,
  idsAsNames,
  isDropped,
  isEndless,
  leftOutText,
  toEnd,
  type Ways,
  type WaysOptions,
} from '../../flow';
import { inModel } from '../input/inModel';
import { readFlowFile } from '../input/readFlowFile';
import { readWorldFile } from '../input/readWorldFile';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { onlyFlow, parseOptions } from '../parseOptions';
import { printableJson } from '../printable';
import { UsageError } from '../usageError';
import { endName } from './endName';
import { formatPaths } from './formatPaths';
import { pathsJson } from './pathsJson';
import { worldForEnd } from './worldForEnd';

const formats = ['text', 'json'] as const;
const failures = { dropped: isDropped, endless: isEndless } as const;
type Failure = keyof typeof failures;
type Bound = 'max-states' | 'max-seconds';

/** For each list of actions in each meaning. */
const usualSeconds = 60;

export const pathsUsage = `voipbin-flow paths [options] FLOW

Finds every way that a call can take through a flow: how calls end, and which ways no call takes.
FLOW is a file or - for standard input.

  --semantics WHICH   observed (default): as the engine works
                      documented: as VoIPbin documents the engine
  --world FILE        what happens outside the flow (JSON); other cases are not tried
  --max-states N      stop after N states, 100000 by default; the output says so
  --max-seconds N     stop after N seconds, 60 by default; the output says so
  --format FORMAT     text (default) or json
  --world-for END     print the world of the shortest call with this end, for simulate --world;
                      END is an id from the output, such as hangup@4. An end "only as documented"
                      also needs simulate --semantics documented
  --fail-on WHAT      exit with 1 if a call can end this way. dropped: the engine stops the flow with an error.
                      endless: all executions are used up, or the flow waits forever. Both: dropped,endless

Exit code: 0 the flow was explored; 1 a call can end as in --fail-on; 2 wrong usage or a file
that cannot be read; 3 with --fail-on: no such end was found, but not everything was explored.`;

const options = {
  semantics: { type: 'string' },
  format: { type: 'string' },
  'max-states': { type: 'string' },
  'max-seconds': { type: 'string' },
  world: { type: 'string' },
  'world-for': { type: 'string' },
  'fail-on': { type: 'string', multiple: true },
} as const;

/** Explores the flow named in `args`; the exit code as the usage says. */
export async function pathsCommand(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, options, pathsUsage, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals } = parsed;
  const format = oneOf(formats, values.format ?? 'text', '--format', pathsUsage);
  const failOn = readFailures(values['fail-on']);
  const maxStates = readCount(values, 'max-states');
  const how: WaysOptions = {
    semantics: oneOf(allSemantics, values.semantics ?? 'observed', '--semantics', pathsUsage),
    ...(maxStates === undefined ? {} : { maxStates }),
    time: { now: () => performance.now(), most: 1000 * (readCount(values, 'max-seconds') ?? usualSeconds) },
  };
  const path = onlyFlow(positionals, 'explored', pathsUsage);
  const world = values.world === undefined ? {} : await readWorldFile(values.world, io);
  const { model, input } = await readFlowFile(path, io, world, undefined);
  const ways = toEnd(exploringWays(model, inModel(model, input), { ...how, world }));
  const wanted = values['world-for'];
  if (wanted !== undefined) printWorld(wanted, ways, io);
  else if (format === 'json') io.data(`${printableJson(pathsJson(path, model, ways), 2)}\n`);
  else io.stdout(idsAsNames(model, formatPaths(path, model, ways, io.colors)));
  return exitCodeFor(ways, failOn, io);
}

/** The world goes to standard output, so that it can be kept in a file; for which meaning it is goes beside it. */
function printWorld(end: string, ways: readonly Ways[], io: CliIo): void {
  const { world, only } = worldForEnd(end, ways);
  if (only)
    io.stderr(`voipbin-flow: calls end this way only as ${only}. Play the world with simulate --semantics ${only}.\n`);
  io.data(`${printableJson(world, 2)}\n`);
}

function readFailures(given: readonly string[] = []): readonly Failure[] {
  const words = given.flatMap((text) => text.split(','));
  return words.map((word) => oneOf(Object.keys(failures) as Failure[], word, '--fail-on', pathsUsage));
}

function readCount(values: { readonly [N in Bound]?: string }, name: Bound): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0 && /^\d+$/.test(text)) return count;
  throw new UsageError(`--${name} takes an integer above 0, not "${text}"`, pathsUsage);
}

/** Says on standard error which calls end as they should not, or that this is not known. */
function exitCodeFor(ways: readonly Ways[], failOn: readonly Failure[], io: CliIo): number {
  if (failOn.length === 0) return exitCodes.clean;
  const ends = ways.flatMap(({ call, found }) =>
    found.ends.filter((end) => failOn.some((failure) => failures[failure](end))).map((end) => endName({ call }, end)),
  );
  if (ends.length > 0) {
    io.stderr(`voipbin-flow: calls can end as in --fail-on: ${ends.join(', ')}\n`);
    return exitCodes.findings;
  }
  const cut = ways.find(({ found }) => !found.complete);
  if (!cut) return exitCodes.clean;
  io.stderr(
    `voipbin-flow: ${leftOutText(cut.found)}. No end as in --fail-on was found, but there may be one. ${whatHelps(cut.found)}\n`,
  );
  return exitCodes.unknown;
}

const whatHelps = ({ leftOut }: Exploration) => {
  const bound =
    leftOut === 'states' ? 'Raise --max-states, or set' : leftOut === 'time' ? 'Raise --max-seconds, or set' : 'Set';
  return `${bound} what happens outside the flow with --world.`;
};
