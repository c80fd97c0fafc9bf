/** What `check` costs over a folder of small flows, beside reading and parsing them, and beside ajv-cli where one is installed (`npm i -g ajv-cli`). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Cost, costOf } from './costOf';
import { flowOfSize } from './flowOfSize';

const parse = `for (const name of require('fs').readdirSync('.')) JSON.parse(require('fs').readFileSync(name)); console.log('done')`;

/** Prints the costs of each program over `count` files of 20 actions, and their ratios to ours. `cli` is the bundle of the command line. */
export async function benchCli(cli: string, count: number): Promise<void> {
  await benchFiles(cli, count, 'without a finding', withoutFindings());
  // Seven in each file, so that there is much to print; the schema sees none of them.
  await benchFiles(cli, count, 'with seven findings', flowOfSize(20).replace('"duration": 5000', '"duration": 5'));
}

async function benchFiles(cli: string, count: number, what: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'voipbin-bench-cli-'));
  const flows = join(folder, 'flows');
  mkdirSync(flows);
  try {
    for (let at = 0; at < count; at++) writeFileSync(join(flows, `${String(at).padStart(5, '0')}.flow.json`), text);
    const schema = resolve('schemas', 'flow.schema.json');
    const programs: Record<string, readonly string[]> = {
      'voipbin-flow check': [process.execPath, cli, 'check', '.'],
      'read and JSON.parse': [process.execPath, '-e', parse],
      ...(spawnSync('ajv', ['help']).error
        ? {}
        : { 'ajv validate': ['ajv', 'validate', '--strict=false', '-s', schema, '-d', './*.json'] }),
    };
    console.log(
      `${`${count} files of 20 actions ${what}`.padEnd(44)}${['processor s', 'wall s', 'first ms', 'MB'].map(cell).join('')}`,
    );
    let ours: Cost | undefined;
    for (const [name, command] of Object.entries(programs)) {
      const cost = await costOf(command, flows);
      ours ??= cost;
      const { processor, wall, firstLine, megabytes } = cost;
      const figures = [processor.toFixed(2), wall.toFixed(2), firstLine.toFixed(0), megabytes.toFixed(0)];
      const ratio = cost === ours ? '' : `  ours takes ${(ours.processor / processor).toFixed(2)} × the processor time`;
      console.log(`${name.padEnd(44)}${figures.map(cell).join('')}${ratio}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The flow of the other benches with each branch and jump leading on, so that nothing is to be found in it. */
function withoutFindings(): string {
  const flow = JSON.parse(flowOfSize(20));
  const idAt = (position: number) => flow.actions[Math.min(position, flow.actions.length - 1)].id;
  for (const [position, action] of flow.actions.entries()) {
    if (action.next_id) action.next_id = idAt(position + 1);
    if (action.type !== 'branch') continue;
    action.option.default_target_id = idAt(position + 1);
    action.option.target_ids['1'] = idAt(position + 6);
  }
  return JSON.stringify(flow, null, 2);
}

const cell = (text: string) => text.padStart(12);
