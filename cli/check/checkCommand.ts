import type { Severity } from '../../flow/checks/check';
import { checks } from '../../flow/checks/checks';
import type { CheckSettings } from '../../flow/checks/runChecks';
import { toValue } from '../../flow/json/node';
import { parseJson } from '../../flow/json/parse';
import { checkSettingsOf, readSettings } from '../../flow/settings/settings';
import { didYouMean } from '../didYouMean';
import { type CliIo, exitCodes } from '../io';
import { parseOptions } from '../parseOptions';
import { printable } from '../printable';
import { readText } from '../readText';
import { sayReadFailure } from '../sayReadFailure';
import { UsageError } from '../usageError';
import { checkBytes } from './checkBytes';
import { findFiles, type PassedOver, type ReadFailure } from './findFiles';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';
import type { FileReport } from './report';

const severities = ['error', 'warning', 'information', 'hint'] as const;
const formats = ['text', 'json', 'sarif', 'github'] as const;

export const checkUsage = `voipbin-flow check [options] PATH…

Checks call flows: files, folders, or - for standard input. In folders these are
*.flow.json, *.flow.jsonc and JSON files whose content is a flow; node_modules, dist,
out, vendor, hidden folders and links to folders are passed over unless they are named.

  --format FORMAT        text (default), json, sarif or github
  --min-severity LEVEL   error (default), warning, information or hint: findings from this
                         level on make the exit code 1; all findings are listed in any case
  --severity CODE=LEVEL  another severity for a check, or off; may be repeated
  --no-engine-quirks     leave out where the engine differs from its documentation
  --trigger WHAT         what starts the flows: call, api or conversation
  --settings FILE        read voipbin.* settings from a VS Code settings file first
  --verbose              list the folders and links that were passed over

Exit code: 0 nothing found, 1 findings, 2 wrong usage or a file that cannot be read.`;

/** Checks the files and folders named in `args`; the exit code as the usage says. */
export async function checkCommand(args: readonly string[], io: CliIo, version: string): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    io.stdout(`${checkUsage}\n`);
    return exitCodes.clean;
  }
  const format = oneOf(formats, values.format ?? 'text', '--format');
  const threshold = oneOf(severities, values['min-severity'] ?? 'error', '--min-severity');
  if (positionals.length === 0)
    throw new UsageError('no path was given: name a file, a folder or - for standard input', checkUsage);
  const settings = await readCheckSettings(values, io);

  const found = await findFiles(positionals);
  const failures = [...found.failures];
  const reports: FileReport[] = [];
  for (const path of found.files) {
    try {
      reports.push(checkBytes(path, path === '-' ? await io.readStdin() : await io.readFile(path), settings));
    } catch (error) {
      failures.push({ path, error });
    }
  }
  if (format === 'json') io.data(formatJson(reports));
  else if (format === 'sarif') io.data(formatSarif(reports, version));
  else if (format === 'github') io.data(formatGithub(reports));
  else if (reports.length > 0 || failures.length === 0) io.stdout(formatText(reports, io.colors));
  for (const line of sayPassedOver(found.passedOver, values.verbose ?? false)) io.stderr(`voipbin-flow: ${line}\n`);
  for (const failure of failures) io.stderr(`voipbin-flow: ${sayFailure(failure)}\n`);
  if (failures.length > 0) return exitCodes.usage;
  const limit = severities.indexOf(threshold);
  const failing = reports.some((report) => report.diagnostics.some((one) => severities.indexOf(one.severity) <= limit));
  return failing ? exitCodes.findings : exitCodes.clean;
}

/** Why a path was not checked. */
function sayFailure({ path, error }: ReadFailure): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (isMissing) return `there is no file or folder ${printable(path)}`;
  return `${printable(path)} cannot be read: ${sayReadFailure(error)}`;
}

function sayPassedOver(paths: readonly PassedOver[], verbose: boolean): readonly string[] {
  if (verbose) return paths.map(({ path, why }) => `passed over ${printable(path)}, ${why}`);
  if (paths.length === 0) return [];
  return [
    `passed over ${paths.length} ${paths.length === 1 ? 'folder or link' : 'folders and links'}; --verbose lists them`,
  ];
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  const options = {
    format: { type: 'string' },
    'min-severity': { type: 'string' },
    severity: { type: 'string', multiple: true },
    'no-engine-quirks': { type: 'boolean' },
    trigger: { type: 'string' },
    settings: { type: 'string' },
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  return parseOptions(args, options, checkUsage);
}

function oneOf<const T extends string>(known: readonly T[], value: string, option: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} ${value}: it takes ${known.join(', ')}`, checkUsage);
  return found;
}

async function readCheckSettings(values: Values, io: CliIo): Promise<CheckSettings> {
  const base = values.settings === undefined ? {} : await readSettingsFile(values.settings, io);
  const own: Record<string, Severity | 'off'> = {};
  for (const pair of values.severity ?? []) {
    const [code = '', level = '', ...more] = pair.split('=');
    if (more.length > 0) throw new UsageError(`--severity ${pair}: it takes one CODE=LEVEL`, checkUsage);
    const codes = checks.map((check) => check.code);
    if (!codes.includes(code))
      throw new UsageError(`--severity ${pair}: there is no check "${code}"${didYouMean(code, codes)}`, checkUsage);
    own[code] = oneOf([...severities, 'off'], level, `--severity ${code}`);
  }
  return {
    ...base,
    severities: { ...base.severities, ...own },
    ...(values['no-engine-quirks'] ? { engineQuirks: false } : {}),
    ...(values.trigger === undefined
      ? {}
      : { flowTrigger: oneOf(['call', 'api', 'conversation'], values.trigger, '--trigger') }),
  };
}

async function readSettingsFile(path: string, io: CliIo): Promise<CheckSettings> {
  const bytes = await io.readFile(path).catch((error: unknown) => {
    throw new Error(sayFailure({ path, error }));
  });
  const { text, fault } = readText(bytes);
  if (fault) throw new Error(`${printable(path)} cannot be read: ${fault.message}`);
  const { root } = parseJson(text, { allowTrailingComma: true });
  if (root?.type !== 'object') throw new UsageError(`${path} holds no settings object`, checkUsage);
  const all = Object.entries(toValue(root) as Record<string, unknown>);
  const own = all.flatMap(([key, value]) =>
    key.startsWith('voipbin.') ? [[key.slice('voipbin.'.length), value]] : [],
  );
  return checkSettingsOf(readSettings(Object.fromEntries(own)));
}
