import { isObject, type RecordedFlow, type RunOptions, runCase } from '../../flow';
import { readJson } from '../input/readJson';
import { type CliIo, exitCodes } from '../io';
import { printable, printableJson } from '../printable';

/** Runs an array of cases in the format of engine traces and prints their results in the same format. */
export async function runCases(path: string, format: 'text' | 'json', options: RunOptions, io: CliIo): Promise<number> {
  const value = await readJson(path, 'file of cases', io);
  if (!Array.isArray(value)) throw new Error(`${printable(path)} is not an array of cases`);
  const results = value.map((item: unknown, position) => {
    const fault = faultOf(item);
    if (fault !== undefined) throw new Error(`${printable(path)}: case ${position}: ${fault}`);
    return runCase(item as RecordedFlow, options);
  });
  if (format === 'json') io.data(`${printableJson(results)}\n`);
  else {
    for (const { name, outcome, error, trace } of results) {
      io.stdout(`${printable(name)}: ${outcome}${error === null ? '' : ` (${error})`}, ${trace.length} actions\n`);
    }
  }
  return exitCodes.clean;
}

/** What keeps a value from being a case. The flow itself may be anything: what the engine makes of it is the result. */
function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an object';
  if (typeof value.name !== 'string') return '`name` is missing';
  if (typeof value.reference_type !== 'string') return '`reference_type` is missing';
  if (!isObject(value.flow)) return '`flow` is not an object';
  if (value.flows !== undefined && !isObject(value.flows)) return '`flows` is not an object';
  if (value.inputs === undefined) return undefined;
  if (!isObject(value.inputs)) return '`inputs` is not an object';
  const { variables, digits, fetch } = value.inputs;
  if (
    variables !== undefined &&
    !(isObject(variables) && Object.values(variables).every((text) => typeof text === 'string'))
  ) {
    return '`inputs.variables` is not an object of strings';
  }
  if (digits !== undefined && !(Array.isArray(digits) && digits.every((text) => typeof text === 'string'))) {
    return '`inputs.digits` is not an array of strings';
  }
  if (
    fetch !== undefined &&
    !(isObject(fetch) && Object.values(fetch).every((answer) => isObject(answer) && typeof answer.body === 'string'))
  ) {
    return '`inputs.fetch` is not an object of answers with `status` and `body`';
  }
  return undefined;
}
