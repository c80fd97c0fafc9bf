import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  addCases,
  generatingCases,
  isTestFileName,
  readBegunTestFile,
  readTestedFlow,
  toEnd,
  whyNoCase,
} from '../../flow';
import { hasCode } from '../../sandbox/node/hasCode';
import { describeReadFailure } from '../describeReadFailure';
import { describeFailure } from '../input/describeFailure';
import { type CliIo, exitCodes } from '../io';
import { printable } from '../printable';
import { readText } from '../readText';

/**
 * Prints the test file of a flow with a case for each way that none of its cases takes, or with `writes` writes it. `testPath` need not be there.
 *
 * A shell that redirects what is printed to the test file empties it before it is read: the cases that were there are lost.
 */
export async function generateTests(flowPath: string, testPath: string, writes: boolean, io: CliIo): Promise<number> {
  if (isTestFileName(flowPath)) throw new Error(`${printable(flowPath)} is a test file. Name its flow.`);
  const flowText = await io.readFile(flowPath).then(
    (bytes) => readText(bytes).text,
    (error: unknown) => {
      throw new Error(describeFailure(flowPath, error));
    },
  );
  const flow = readTestedFlow(flowText, flowPath);
  if (typeof flow === 'string') throw new Error(`${printable(flowPath)} ${flow}.`);
  const text = testPath === flowPath ? '' : await textIfThere(testPath, io);
  const { file, faults } = readBegunTestFile(text);
  if (!file) throw new Error(`${printable(testPath)} is not a test file. ${faults[0]?.message ?? ''}`);
  if (file.flow !== undefined && resolve(dirname(testPath), file.flow) !== resolve(flowPath))
    throw new Error(`${printable(testPath)} tests another flow: ${printable(file.flow)}`);
  const cases = toEnd(generatingCases(flow, file));
  const count = cases.length;
  // A file without cases is not a test file, so none is made.
  const whole = count === 0 ? text : addCases(text, cases);
  if (!writes) io.data(whole);
  else if (whole !== text) await write(testPath, whole);
  const where = writes && count > 0 ? ` to ${printable(testPath)}` : '';
  const why = count === 0 ? `. ${printable(whyNoCase(flow, file, testPath))}` : '';
  io.stderr(
    `voipbin-flow: ${count === 0 ? 'no case' : count === 1 ? '1 case' : `${count} cases`} added${where}${why}\n`,
  );
  return exitCodes.clean;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Error(`${printable(path)} cannot be written: ${describeReadFailure(error)}`);
  }
}

async function textIfThere(path: string, io: CliIo): Promise<string> {
  try {
    return readText(await io.readFile(path)).text;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw new Error(describeFailure(path, error));
  }
}
