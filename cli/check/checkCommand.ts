import { type CheckSettings, checks, type SeverityLevel, severities, severityLevels, triggers } from '../../flow';
import { didYouMean } from '../didYouMean';
import { describeFailure } from '../input/describeFailure';
import { expandGlobs } from '../input/expandGlobs';
import { findFiles, type PassedOver } from '../input/findFiles';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { parseOptions } from '../parseOptions';
import { printable } from '../printable';
import { UsageError } from '../usageError';
import { checkAll } from './checkAll';
import { checkPaths } from './checkPaths';
import { createHelpers } from './createHelpers';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';
import type { ReportFormat } from './report';

/** What was found waits so long for more, in ms, unless it is much: each write costs as much as checking a small flow. */
const longestWait = 50;
const chunk = 1 << 15;
const formats = ['text', 'json', 'sarif', 'github'] as const;

export const checkUsage = `voipbin-flow check [options] PATH…

Checks call flows: files, folders, patterns such as "flows/**/*.json", or - for standard
input. In folders these are *.flow.json, *.flow.jsonc and JSON files whose content is a
flow. Files that may belong to another tool, node_modules, dist, out, vendor, hidden
folders and links to folders are skipped unless you name them.

  --format FORMAT        text (default), json, sarif or github
  --min-severity LEVEL   error (default), warning, information or hint: findings from this
                         level up make the exit code 1; all findings are always listed
  --severity CODE=LEVEL  another severity for a check, or off; may be repeated
  --no-engine-quirks     leave out where the engine differs from its documentation
  --trigger WHAT         what starts the flows: call, api or conversation
  --settings FILE        read voipbin.* settings from a VS Code settings file first
  --verbose              list the folders and links that were skipped

Exit code: 0 no finding of --min-severity or above, 1 at least one, 2 wrong usage, no flow,
or a file that cannot be read.`;

const options = {
  format: { type: 'string' },
  'min-severity': { type: 'string' },
  severity: { type: 'string', multiple: true },
  'no-engine-quirks': { type: 'boolean' },
  trigger: { type: 'string' },
  settings: { type: 'string' },
  verbose: { type: 'boolean' },
} as const;

/**
 * Checks the files and folders named in `args`; the exit code as the usage says.
 *
 * With `program`, the file of a program that calls `help` in a thread, threads help with many files.
 */
export async function checkCommand(
  args: readonly string[],
  io: CliIo,
  version: string,
  program?: string,
): Promise<number> {
  const parsed = parseOptions(args, options, checkUsage, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals } = parsed;
  const name = oneOf(formats, values.format ?? 'text', '--format', checkUsage);
  const threshold = oneOf(severities, values['min-severity'] ?? 'error', '--min-severity', checkUsage);
  if (positionals.length === 0)
    throw new UsageError('no path was given: name a file, a folder or - for standard input', checkUsage);
  const settings = await readCheckSettings(values, io);

  const format = createFormat(name, io.colors, version);
  const write = (text: string) => (name === 'text' ? io.stdout(text) : io.data(text));
  const failures: string[] = [];
  const passedOver: PassedOver[] = [];
  const files = findFiles(expandGlobs(positionals), {
    fail: (path, error) => failures.push(describeFailure(path, error)),
    passOver: (path) => passedOver.push(path),
  });
  const read = (path: string) => (path === '-' ? io.readStdin() : io.readFile(path));
  const helpers = program === undefined ? undefined : createHelpers(program, settings);
  const limit = severities.indexOf(threshold);
  let checked = 0;
  let failing = false;
  let waiting = '';
  let written = Number.NEGATIVE_INFINITY;
  write(format.begin);
  try {
    for await (const report of checkAll(files, (paths) => checkPaths(paths, read, settings), helpers)) {
      if (typeof report === 'string') {
        failures.push(report);
        continue;
      }
      checked++;
      failing ||= report.diagnostics.some(({ severity }) => severities.indexOf(severity) <= limit);
      waiting += format.file(report);
      if (waiting === '' || (waiting.length < chunk && performance.now() - written < longestWait)) continue;
      write(waiting);
      waiting = '';
      written = performance.now();
      await io.drained();
    }
  } finally {
    helpers?.stop();
    write(waiting);
  }
  // A misspelt path must not pass for a flow without mistakes.
  if (checked === 0 && failures.length === 0) {
    const where = positionals.map((path) => printable(path)).join(', ');
    failures.push(
      `there is no flow in ${where}: no *.flow.json or *.flow.jsonc, and no JSON file whose content is a flow`,
    );
  }
  if (name !== 'text' || checked > 0) write(format.end());
  for (const line of describePassedOver(passedOver, values.verbose ?? false)) io.stderr(`voipbin-flow: ${line}\n`);
  for (const failure of failures) io.stderr(`voipbin-flow: ${failure}\n`);
  if (failures.length > 0) return exitCodes.usage;
  return failing ? exitCodes.findings : exitCodes.clean;
}

function createFormat(name: (typeof formats)[number], colors: boolean, version: string): ReportFormat {
  if (name === 'json') return formatJson();
  if (name === 'sarif') return formatSarif(version);
  return name === 'github' ? formatGithub() : formatText(colors);
}

function describePassedOver(paths: readonly PassedOver[], verbose: boolean): readonly string[] {
  if (verbose) return paths.map(({ path, why }) => `skipped ${printable(path)}, ${why}`);
  const told = paths.filter(({ isUsual }) => !isUsual);
  const possible = told.filter(({ mayBeFlow }) => mayBeFlow).map(({ path }) => printable(path));
  const others = told.length - possible.length;
  const lines: string[] = [];
  if (others > 0)
    lines.push(`skipped ${others} ${others === 1 ? 'folder or link' : 'folders and links'}; --verbose lists them`);
  const [first] = possible;
  if (first === undefined) return lines;
  const more = possible.length > 1 ? ` and ${possible.length - 1} more` : '';
  return [...lines, `skipped ${first}${more}: it may be a flow or a file of another tool; name the file to check it`];
}

type Values = NonNullable<ReturnType<typeof parseOptions<typeof options>>>['values'];

async function readCheckSettings(values: Values, io: CliIo): Promise<CheckSettings> {
  const base = values.settings === undefined ? {} : await readSettings(values.settings, io);
  const own: Record<string, SeverityLevel> = { ...base.severities };
  for (const pair of values.severity ?? []) {
    const [code = '', level = '', ...more] = pair.split('=');
    if (more.length > 0) throw new UsageError(`--severity takes CODE=LEVEL, not "${pair}"`, checkUsage);
    const codes = checks.map((check) => check.code);
    if (!codes.includes(code))
      throw new UsageError(`--severity ${pair}: there is no check "${code}"${didYouMean(code, codes)}`, checkUsage);
    own[code] = oneOf(severityLevels, level, `--severity ${code}`, checkUsage);
  }
  return {
    ...base,
    ...(Object.keys(own).length > 0 ? { severities: own } : {}),
    ...(values['no-engine-quirks'] ? { engineQuirks: false } : {}),
    ...(values.trigger === undefined ? {} : { flowTrigger: oneOf(triggers, values.trigger, '--trigger', checkUsage) }),
  };
}

/** What reads settings is loaded by those who have some: it takes a tenth of what one file costs. */
async function readSettings(path: string, io: CliIo): Promise<CheckSettings> {
  const { readSettingsFile } = await import('./readSettingsFile');
  return readSettingsFile(path, io, checkUsage);
}
