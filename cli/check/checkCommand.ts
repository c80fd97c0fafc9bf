import type { Severity } from '../../flow/checks/check';
import { checks } from '../../flow/checks/checks';
import { type CheckSettings, runChecks } from '../../flow/checks/runChecks';
import { toValue } from '../../flow/json/node';
import { parseJson } from '../../flow/json/parse';
import { buildFlowModel } from '../../flow/model/flowModel';
import { checkSettingsOf, readSettings } from '../../flow/settings/settings';
import { didYouMean } from '../didYouMean';
import { type CliIo, exitCodes } from '../io';
import { parseOptions } from '../parseOptions';
import { UsageError } from '../usageError';
import { findFiles, type ReadFailure } from './findFiles';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';
import { type FileReport, reportFile } from './report';

const severities = ['error', 'warning', 'information', 'hint'] as const;
const formats = ['text', 'json', 'sarif', 'github'] as const;

export const checkUsage = `voipbin-flow check [options] PATH…

Checks call flows: files, folders, or - for standard input. In folders these are
*.flow.json, *.flow.jsonc and JSON files whose content is a flow.

  --format FORMAT        text (default), json, sarif or github
  --min-severity LEVEL   error (default), warning, information or hint: findings from this
                         level on make the exit code 1; all findings are listed in any case
  --severity CODE=LEVEL  another severity for a check, or off; may be repeated
  --no-engine-quirks     leave out where the engine differs from its documentation
  --trigger WHAT         what starts the flows: call, api or conversation
  --settings FILE        read voipbin.* settings from a VS Code settings file first

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
    let text: string;
    try {
      text = path === '-' ? await io.readStdin() : await io.readFile(path);
    } catch (error) {
      failures.push({ path, error });
      continue;
    }
    const model = buildFlowModel(text, { jsonc: /\.jsonc$/i.test(path) });
    reports.push(reportFile(path === '-' ? '<stdin>' : path, text, runChecks(model, settings)));
  }
  if (format === 'json') io.stdout(formatJson(reports));
  else if (format === 'sarif') io.stdout(formatSarif(reports, version));
  else if (format === 'github') io.stdout(formatGithub(reports));
  else if (reports.length > 0 || failures.length === 0) io.stdout(formatText(reports, io.colors));
  for (const failure of failures) io.stderr(`voipbin-flow: ${sayFailure(failure)}\n`);
  if (failures.length > 0) return exitCodes.usage;
  const limit = severities.indexOf(threshold);
  const failing = reports.some((report) => report.diagnostics.some((one) => severities.indexOf(one.severity) <= limit));
  return failing ? exitCodes.findings : exitCodes.clean;
}

/** Why a path was not checked. */
function sayFailure({ path, error }: ReadFailure): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `there is no file or folder ${path}`;
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : error instanceof Error ? error.message : String(error);
  return `${path} cannot be read: ${reason}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  ELOOP: 'its links lead in a circle',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  const options = {
    format: { type: 'string' },
    'min-severity': { type: 'string' },
    severity: { type: 'string', multiple: true },
    'no-engine-quirks': { type: 'boolean' },
    trigger: { type: 'string' },
    settings: { type: 'string' },
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
    const [code = '', level = ''] = pair.split('=');
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
  const text = await io.readFile(path).catch((error: unknown) => {
    throw new Error(sayFailure({ path, error }));
  });
  const { root } = parseJson(text, { allowTrailingComma: true });
  if (root?.type !== 'object') throw new UsageError(`${path} holds no settings object`, checkUsage);
  const all = Object.entries(toValue(root) as Record<string, unknown>);
  const own = all.flatMap(([key, value]) =>
    key.startsWith('voipbin.') ? [[key.slice('voipbin.'.length), value]] : [],
  );
  return checkSettingsOf(readSettings(Object.fromEntries(own)));
}
