import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCommand } from '../../../cli/check/checkCommand';
import { pictureCommand } from '../../../cli/picture/pictureCommand';
import { simulateCommand } from '../../../cli/simulate/simulateCommand';
import { UsageError } from '../../../cli/usageError';
import { recordingIo, withFolder } from '../../support/cli';
import { flowText } from '../arbitraries/flowText';
import { hostileText } from '../arbitraries/hostileText';
import type { Target } from '../target';

interface Input {
  readonly text: string;
  readonly world: string;
  readonly check: string;
  readonly simulate: string;
  readonly picture: string;
}

/** Controls other than line feed and tab, escape sequences with them, and whatever turns the direction of a text. */
const unprintable = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The commands end with an exit code of theirs, print nothing that a terminal or a workflow would obey, and JSON where it was asked for. */
export const commandLine: Target<Input> = {
  name: 'command-line',
  input: fc.record({
    text: flowText,
    world: fc.oneof(fc.constant('{}'), fc.json(), hostileText),
    check: fc.constantFrom('text', 'json', 'sarif', 'github'),
    simulate: fc.constantFrom('text', 'json'),
    picture: fc.constantFrom('svg', 'mermaid', 'dot'),
  }),
  async run({ text, world, check, simulate, picture }) {
    await withFolder({ 'a.flow.json': text, 'world.json': world }, async (folder) => {
      const flow = `${folder}/a.flow.json`;
      const checked = await carryOut((io) => checkCommand(['--format', check, flow], io, '0.0.0'));
      examine(checked, check);
      examine(await carryOut((io) => simulateCommand(['--format', simulate, flow], io)), simulate);
      examine(await carryOut((io) => simulateCommand(['--world', `${folder}/world.json`, flow], io)), 'text');
      examine(await carryOut((io) => pictureCommand(['--format', picture, flow], io)), picture);
    });
  },
};

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function carryOut(command: (io: ReturnType<typeof recordingIo>['io']) => Promise<number>): Promise<Outcome> {
  const { io, written } = recordingIo();
  try {
    const code = await command(io);
    return { code, ...written };
  } catch (error) {
    // The program's main prints these two kinds as a line; anything else is a fault of ours.
    if (!(error instanceof UsageError) && error?.constructor !== Error) throw error;
    return { code: 2, ...written };
  }
}

function examine({ code, stdout, stderr }: Outcome, format: string): void {
  assert.ok([0, 1, 2].includes(code), `exit code ${code}`);
  if (code !== 2 && (format === 'json' || format === 'sarif')) JSON.parse(stdout);
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    assert.doesNotMatch(line, unprintable);
    if (format !== 'github') assert.doesNotMatch(line, /^\s*::/);
    else if (line.startsWith('::')) assert.match(line, /^::(error|warning|notice) [^:]*::/);
  }
}
